package lantai.web.item;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.disposal.Tombstone;
import lantai.web.frame.Visit;
import lantai.web.security.TypedDay;

/** How the time of an item ends: the event from which its term runs, and what remains once it is destroyed. */
final class Ending {
    private final ItemDoors doors;
    private final Shelf shelf;

    Ending(ItemDoors doors) {
        this.doors = doors;
        shelf = new Shelf(doors);
    }

    /** {@return what remains of an item, for those from whom nothing is hidden; that they saw it is recorded} */
    Optional<Tombstone> remains(Visit visit, UUID id) {
        if (!Viewer.seesAll(visit.who())) {
            return Optional.empty();
        }
        var stone = doors.jdbi().withHandle(handle -> doors.tombstones().find(handle, id));
        stone.ifPresent(_ -> doors.jdbi()
                .useTransaction(transaction -> doors.audit()
                        .record(
                                transaction,
                                visit.actor(),
                                AuditAction.ITEM_READ,
                                Subject.of("item", id),
                                Map.of("part", "tombstone"))));
        return stone;
    }

    /**
     * Notes the event from which the term of an item runs.
     *
     * @param typed the day, as ISO 8601
     * @throws lantai.problem.Malformed when it is no day, has not come yet, or the reason is missing
     * @throws lantai.problem.Refused when the item waits for none
     */
    void note(Visit visit, UUID id, String typed, String reason) {
        shelf.open(visit.who(), id);
        var day = TypedDay.EVENT.read(typed);
        doors.jdbi()
                .useTransaction(
                        transaction -> doors.terms().noteEvent(transaction, visit.actor(), id, day, reason.strip()));
    }
}
