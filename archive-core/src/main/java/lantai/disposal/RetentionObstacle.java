package lantai.disposal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.removal.Hindrance;
import lantai.removal.Obstacle;
import org.jdbi.v3.core.Handle;

/** Nothing is destroyed before its term has ended; what is kept for ever, never. */
public final class RetentionObstacle implements Obstacle {
    private final DueList due;

    public RetentionObstacle(DueList due) {
        this.due = due;
    }

    @Override
    public Map<UUID, List<Hindrance>> against(Handle handle, Set<UUID> items) {
        var found = new HashMap<UUID, List<Hindrance>>();
        handle.createQuery("""
                        select id, retention, appraise_on from item
                        where id = any (:items) and (appraise_on is null or appraise_on > :today)
                        """)
                .bindArray("items", UUID.class, items.toArray())
                .bind("today", due.today())
                .map((row, _) -> Map.entry(
                        row.getObject("id", UUID.class),
                        sentence(
                                row.getString("retention"),
                                Optional.ofNullable(row.getObject("appraise_on", LocalDate.class)))))
                .forEach(entry -> found.put(entry.getKey(), List.of(entry.getValue())));
        return found;
    }

    private static Hindrance sentence(String period, Optional<LocalDate> appraiseOn) {
        return appraiseOn
                .map(day -> Hindrance.of("not-due", day.toString()))
                .orElseGet(() -> Hindrance.of(period.startsWith("E") ? "event-awaited" : "permanent"));
    }
}
