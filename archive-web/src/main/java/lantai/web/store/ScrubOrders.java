package lantai.web.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.storage.Location;
import lantai.storage.Scrub;

/** Has locations read again, and finds what came of it. */
final class ScrubOrders {
    private final StoreDoors doors;

    ScrubOrders(StoreDoors doors) {
        this.doors = doors;
    }

    /**
     * Orders a reading, unless one is going on.
     *
     * @param location its name; empty for all of them
     * @return the readings that are going on then
     * @throws Malformed when no location has that name
     */
    List<Scrub> order(Actor by, String location) {
        var wanted = doors.store().locations().stream()
                .map(Location::name)
                .filter(name -> location.isEmpty() || name.equals(location))
                .toList();
        if (wanted.isEmpty()) {
            throw new Malformed(StoreProblem.NO_SUCH_LOCATION, location);
        }
        for (var name : wanted) {
            doors.scrubs().order(name);
            doors.jdbi()
                    .useTransaction(transaction -> doors.audit()
                            .record(
                                    transaction,
                                    by,
                                    AuditAction.SCRUB_ORDERED,
                                    new Subject("location", name),
                                    Map.of("location", name)));
        }
        return wanted.stream()
                .flatMap(name -> doors.scrubs().newest(name).stream())
                .toList();
    }

    /**
     * Finds a reading.
     *
     * @throws NotFound when there is none
     */
    Scrub.Report report(UUID id) {
        return doors.scrubs().report(id).orElseThrow(() -> new NotFound(StoreProblem.NO_SUCH_SCRUB, id));
    }
}
