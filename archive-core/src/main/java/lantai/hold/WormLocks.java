package lantai.hold;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lantai.storage.ArchivalStore;
import lantai.storage.Location;
import org.jdbi.v3.core.Jdbi;

/**
 * WORM mode: what is filed is locked in the buckets until the day on which it may be appraised, and held there while a hold is on
 * it. Runs after the commit, again and again, so that a lock that was missed comes later. A lock is only ever prolonged; a record
 * that is kept for ever, or whose term has not begun, is locked for a span of years that is renewed before it ends.
 */
public final class WormLocks {
    private static final Logger LOG = System.getLogger(WormLocks.class.getName());
    private static final int SPAN_YEARS = 10;
    private static final int RENEWAL_YEARS = 9;

    private final Jdbi jdbi;
    private final ArchivalStore store;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone the agency's time zone, in which a day begins */
    public WormLocks(Jdbi jdbi, ArchivalStore store, InstantSource clock, ZoneId zone) {
        this.jdbi = jdbi;
        this.store = store;
        this.clock = clock;
        this.zone = zone;
    }

    private record Wanted(String objectId, int version, Optional<LocalDate> until, boolean held) {}

    /**
     * Locks what is not locked as it should be.
     *
     * @param size at most so many objects at each location
     * @return how many
     */
    public int lock(int size) {
        var locked = 0;
        for (var location : store.locations()) {
            if (location.kind() == Location.Kind.S3) {
                for (var wanted : wanted(location.name(), size)) {
                    locked += lock(location, wanted) ? 1 : 0;
                }
            }
        }
        return locked;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private boolean lock(Location location, Wanted wanted) {
        var until = wanted.until().orElseGet(() -> today().plusYears(SPAN_YEARS));
        try {
            location.lock(wanted.objectId(), until.atStartOfDay(zone).toInstant(), wanted.held());
            jdbi.useHandle(handle -> handle.execute(
                    "insert into object_lock (location, object_id, version, until, held, locked_at) "
                            + "values (?, ?, ?, ?, ?, ?) on conflict (location, object_id) do update set "
                            + "version = excluded.version, until = excluded.until, held = excluded.held, "
                            + "locked_at = excluded.locked_at",
                    location.name(),
                    wanted.objectId(),
                    wanted.version(),
                    until,
                    wanted.held(),
                    clock.instant().atOffset(ZoneOffset.UTC)));
            return true;
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "not locked at " + location.place() + ": " + wanted.objectId(), failure);
            return false;
        }
    }

    private List<Wanted> wanted(String location, int size) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select w.* from (
                            select i.object_id, i.object_version, i.appraise_on,
                                exists (select 1 from hold h where h.released_at is null and %s) as held
                            from item i where i.object_version > 0) w
                        left join object_lock l on l.object_id = w.object_id and l.location = :location
                        where l.object_id is null or l.version < w.object_version or l.held <> w.held
                            or l.until < coalesce(w.appraise_on, cast(:renewal as date))
                        order by l.locked_at nulls first limit :size
                        """.formatted(HoldDesk.COVERS))
                .bind("location", location)
                .bind("renewal", today().plusYears(RENEWAL_YEARS))
                .bind("size", size)
                .map((row, _) -> new Wanted(
                        row.getString("object_id"),
                        row.getInt("object_version"),
                        Optional.ofNullable(row.getObject("appraise_on", LocalDate.class)),
                        row.getBoolean("held")))
                .list());
    }
}
