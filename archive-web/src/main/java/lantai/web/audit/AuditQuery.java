package lantai.web.audit;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import lantai.audit.AuditAction;
import lantai.audit.AuditLog.Filter;

/** What of the audit trail is wanted, as it stands in the address. Foreign values count as not given. */
@SuppressWarnings("NullAway.Init")
public final class AuditQuery {
    static final int SIZE = 100;

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @QueryParam("actor")
    @DefaultValue("")
    private String actor;

    @QueryParam("action")
    @DefaultValue("")
    private String action;

    @QueryParam("from")
    @DefaultValue("")
    private String from;

    @QueryParam("until")
    @DefaultValue("")
    private String until;

    @QueryParam("before")
    @DefaultValue("")
    private String before;

    public String actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    /** {@return the first day wanted, as 2026-11-21} */
    public String from() {
        return from;
    }

    /** {@return the last day wanted, as 2026-11-21} */
    public String until() {
        return until;
    }

    /** {@return whether this is not the newest page} */
    public boolean isLater() {
        return !before.isEmpty();
    }

    /** {@return whether anything narrows the list} */
    public boolean isNarrow() {
        return !(actor.isBlank() && action.isBlank() && from.isBlank() && until.isBlank());
    }

    /** One more than is shown, to know whether there is a next page. */
    Filter filter() {
        return new Filter(
                Optional.of(actor.strip()).filter(wanted -> !wanted.isEmpty()),
                Arrays.stream(AuditAction.values())
                        .filter(known -> known.name().equals(action))
                        .findFirst(),
                Optional.empty(),
                startOf(from, 0),
                startOf(until, 1),
                Optional.of(before).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf),
                SIZE + 1);
    }

    private static Optional<Instant> startOf(String day, int daysLater) {
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day)
                            .plusDays(daysLater)
                            .atStartOfDay(BEIJING)
                            .toInstant());
        } catch (DateTimeParseException foreign) {
            return Optional.empty();
        }
    }
}
