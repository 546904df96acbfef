package lantai.ingest.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells how long batches still take, from what was read of them in the last minutes. */
public final class Pace {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration LEAST = Duration.ofSeconds(5);

    private final InstantSource clock;

    public Pace(InstantSource clock) {
        this.clock = clock;
    }

    /** {@return the time that each of these batches still takes; nothing for one that is done or whose pace is unknown} */
    public Map<UUID, Duration> remaining(Handle handle, List<UUID> batches) {
        Map<UUID, Duration> all = new HashMap<>();
        if (batches.isEmpty()) {
            return all;
        }
        var now = clock.instant();
        var since = now.minus(WINDOW);
        handle.createQuery("""
                        select batch_id, min(received_at) as begun,
                            count(*) filter (where step = 'RECEIVED') as unknown,
                            coalesce(avg(greatest(page_count, 1)) filter (where step <> 'RECEIVED'), 1) as usual,
                            coalesce(sum(greatest(page_count - pages_read, 1))
                                     filter (where step in ('CHECKED', 'READ')), 0) as known,
                            coalesce(sum(greatest(pages_read, 1))
                                     filter (where step not in ('RECEIVED', 'CANCELLED')
                                             and changed_at > :since), 0) as read
                        from received_file where batch_id in (<batches>) group by batch_id
                        """)
                .bindList("batches", batches)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .map((row, _) -> {
                    var left = row.getLong("unknown") * row.getDouble("usual") + row.getLong("known");
                    var begun = row.getObject("begun", OffsetDateTime.class).toInstant();
                    var batch = row.getObject("batch_id", UUID.class);
                    remaining(left, row.getLong("read"), elapsed(begun, since, now))
                            .ifPresent(time -> all.put(batch, time));
                    return batch;
                })
                .list();
        return all;
    }

    private static Duration elapsed(Instant begun, Instant since, Instant now) {
        return Duration.between(begun.isAfter(since) ? begun : since, now);
    }

    private static Optional<Duration> remaining(double left, long read, Duration elapsed) {
        return left <= 0 || read == 0 || elapsed.compareTo(LEAST) < 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * left / read)));
    }
}
