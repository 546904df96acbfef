package lantai.removal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Every obstacle of the archive as one; wired in one place.
 *
 * @param all in the order in which their sentences are told
 */
public record Obstacles(List<Obstacle> all) implements Obstacle {
    public Obstacles {
        all = List.copyOf(all);
    }

    @Override
    public Map<UUID, List<Hindrance>> against(Handle handle, Set<UUID> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        var together = new HashMap<UUID, List<Hindrance>>();
        for (var obstacle : all) {
            obstacle.against(handle, items)
                    .forEach((item, found) -> together.computeIfAbsent(item, _ -> new ArrayList<>())
                            .addAll(found));
        }
        return together;
    }
}
