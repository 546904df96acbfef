package lantai.web.item;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.record.Component;
import org.jdbi.v3.core.Jdbi;

/**
 * Records who has read what. A page is sent as many small images; its reading is recorded once and then again after ten
 * minutes. Thread-safe.
 */
final class ReadingLog {
    private static final Duration ONE_READING = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;

    private final Jdbi jdbi;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Map<Reading, Instant> recent = new HashMap<>();

    ReadingLog(Jdbi jdbi, AuditTrail audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Records a deed on an item. */
    void record(SignedIn who, AuditAction action, Opened opened, Map<String, String> detail) {
        jdbi.useTransaction(transaction -> audit.record(
                transaction,
                who.actor(),
                action,
                Subject.of("item", opened.item().id()),
                detail));
    }

    /** Records that the original of a component is taken away. */
    void taken(SignedIn who, Opened opened, Component component) {
        record(
                who,
                AuditAction.ORIGINAL_EXPORTED,
                opened,
                Map.of(
                        "component",
                        Integer.toString(component.ordinal()),
                        "sha256",
                        component.fixity().sha256()));
    }

    /** Records the reading of a page, unless it is the same reading still. */
    void page(SignedIn who, Opened opened, int number) {
        once(who, AuditAction.PAGE_READ, opened, Map.of("page", Integer.toString(number)));
    }

    /** Records that a component is played, unless it is the same playing still. */
    void playing(SignedIn who, Opened opened, int ordinal) {
        once(who, AuditAction.ITEM_READ, opened, Map.of("component", Integer.toString(ordinal)));
    }

    private void once(SignedIn who, AuditAction action, Opened opened, Map<String, String> part) {
        if (isNew(new Reading(who.account().id(), opened.item().id(), part))) {
            record(who, action, opened, part);
        }
    }

    private boolean isNew(Reading reading) {
        var now = clock.instant();
        synchronized (recent) {
            if (recent.size() >= MOST_REMEMBERED) {
                recent.values().removeIf(at -> at.plus(ONE_READING).isBefore(now));
            }
            if (recent.size() >= MOST_REMEMBERED) {
                recent.clear();
            }
            var last = recent.put(reading, now);
            if (last != null && last.plus(ONE_READING).isAfter(now)) {
                recent.put(reading, last);
                return false;
            }
            return true;
        }
    }

    private record Reading(UUID account, UUID item, Map<String, String> part) {}
}
