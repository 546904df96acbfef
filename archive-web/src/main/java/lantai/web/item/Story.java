package lantai.web.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lantai.audit.AuditEntry;
import lantai.audit.AuditLog;
import lantai.audit.Subject;
import lantai.ingest.intake.ReceivedFiles;
import lantai.record.Item;
import org.jdbi.v3.core.Handle;

/** What happened to an item, from its receipt on. */
public final class Story {
    private static final int NEWEST = 60;

    private final AuditLog log = new AuditLog();
    private final ReceivedFiles files;

    Story(ReceivedFiles files) {
        this.files = files;
    }

    /**
     * One thing that happened.
     *
     * @param what the word for it: {@code received} or a constant of {@code AuditAction}
     * @param who the sign-in name, empty when it is not told
     * @param where what else is told, for example the batch; may be empty
     */
    public record Event(Instant at, String what, String who, String where) {}

    /** {@return the receipt and what the audit trail knows, oldest first; many readings are cut to the newest} */
    List<Event> tell(Handle handle, Item item) {
        var events = new ArrayList<Event>(received(handle, item));
        events.addAll(told(handle, Subject.of("document", item.id())));
        events.addAll(told(handle, Subject.of("item", item.id())));
        return events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    private List<Event> told(Handle handle, Subject subject) {
        var filter = new AuditLog.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(subject),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NEWEST);
        return log.list(handle, filter).stream().map(Story::event).toList();
    }

    private static Event event(AuditEntry entry) {
        return new Event(
                entry.at(),
                entry.action().name(),
                entry.actor().name(),
                entry.detail().getOrDefault("page", ""));
    }

    /** An item has the id of the document under review that it was. */
    private List<Event> received(Handle handle, Item item) {
        return files.deliveries(handle, item.id()).stream()
                .map(delivery -> new Event(delivery.at(), "received", "", delivery.batch()))
                .toList();
    }
}
