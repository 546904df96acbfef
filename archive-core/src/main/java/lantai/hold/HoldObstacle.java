package lantai.hold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantai.removal.Hindrance;
import lantai.removal.Obstacle;
import org.jdbi.v3.core.Handle;

/** A hold always wins: what is held is not destroyed. */
public final class HoldObstacle implements Obstacle {
    @Override
    public Map<UUID, List<Hindrance>> against(Handle handle, Set<UUID> items) {
        var found = new HashMap<UUID, List<Hindrance>>();
        handle.createQuery("""
                        select i.id, h.reason, a.display_name
                        from hold h join account a on a.id = h.owner_id join item i on
                        """ + HoldDesk.COVERS + """
                        where h.released_at is null and i.id = any (:items) order by h.placed_at, h.id
                        """)
                .bindArray("items", UUID.class, items.toArray())
                .map((row, _) -> Map.entry(
                        row.getObject("id", UUID.class),
                        Hindrance.of("hold", row.getString("reason"), row.getString("display_name"))))
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return found;
    }
}
