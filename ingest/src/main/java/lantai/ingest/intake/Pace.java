package lantai.ingest.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tells how long batches still take, from what was read of them lately: the pages of a file count evenly over the time that
 * it was being read, and those of two minutes ago about a third as much as those of now. So the figure neither jumps when a
 * long file ends nor when a batch is resumed.
 */
public final class Pace {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** Over which the weight of what was read falls to a third. */
    private static final double MEMORY_SECONDS = 120;
    /** Less says nothing yet (agency policy). */
    private static final Duration LEAST = Duration.ofSeconds(10);

    private static final int LEAST_READ = 3;
    private static final double LEAST_WEIGHT = 0.5;

    private final InstantSource clock;

    public Pace(InstantSource clock) {
        this.clock = clock;
    }

    /** {@return the time that each of these batches still takes; nothing for one that is done or whose pace is not known yet} */
    public Map<UUID, Duration> remaining(Handle handle, List<UUID> batches) {
        Map<UUID, Duration> all = new HashMap<>();
        if (batches.isEmpty()) {
            return all;
        }
        var now = clock.instant();
        handle.createQuery("""
                        with file as (
                            select batch_id, step, page_count, pages_read, begun_at,
                                   case when step in ('PROPOSED', 'QUARANTINED', 'SEALED') then greatest(pages_read, 1)
                                        when step in ('CHECKED', 'READ') then pages_read else 0 end as done,
                                   extract(epoch from cast(:now as timestamptz) - changed_at) as ended,
                                   greatest(extract(epoch from changed_at - begun_at), 0.1) as took
                            from received_file where batch_id in (<batches>))
                        select batch_id,
                            extract(epoch from cast(:now as timestamptz)
                                               - min(begun_at) filter (where ended < :window)) as elapsed,
                            count(*) filter (where step = 'RECEIVED') as unknown,
                            coalesce(avg(greatest(page_count, 1)) filter (where step <> 'RECEIVED'), 1) as usual,
                            coalesce(sum(greatest(page_count - pages_read, 1))
                                     filter (where step in ('CHECKED', 'READ')), 0) as known,
                            coalesce(sum(done), 0) as read,
                            coalesce(sum(done / took * :memory * (exp(-greatest(ended, 0) / :memory)
                                                       - exp(-least(greatest(ended, 0) + took, :window) / :memory)))
                                     filter (where ended < :window and begun_at is not null), 0) as weighed
                        from file group by batch_id
                        """)
                .bindList("batches", batches)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("window", WINDOW.toSeconds())
                .bind("memory", MEMORY_SECONDS)
                .map((row, _) -> {
                    var left = row.getDouble("unknown") * row.getDouble("usual") + row.getDouble("known");
                    var batch = row.getObject("batch_id", UUID.class);
                    if (row.getLong("read") >= LEAST_READ) {
                        remaining(left, row.getDouble("weighed"), row.getDouble("elapsed"))
                                .ifPresent(time -> all.put(batch, time));
                    }
                    return batch;
                })
                .list();
        return all;
    }

    private static Optional<Duration> remaining(double left, double weighed, double elapsed) {
        if (left <= 0 || weighed < LEAST_WEIGHT || elapsed < (double) LEAST.toSeconds()) {
            return Optional.empty();
        }
        var span = MEMORY_SECONDS * (1 - Math.exp(-Math.min(elapsed, (double) WINDOW.toSeconds()) / MEMORY_SECONDS));
        return Optional.of(Duration.ofMillis((long) (1000 * left * span / weighed)));
    }
}
