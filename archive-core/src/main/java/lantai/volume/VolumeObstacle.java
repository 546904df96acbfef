package lantai.volume;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantai.removal.Hindrance;
import lantai.removal.Obstacle;
import org.jdbi.v3.core.Handle;

/** A volume is kept as long as the longest kept of its items: none is destroyed while another may not be appraised yet. */
public final class VolumeObstacle implements Obstacle {
    private final InstantSource clock;
    private final ZoneId zone;

    public VolumeObstacle(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Map<UUID, List<Hindrance>> against(Handle handle, Set<UUID> items) {
        var found = new HashMap<UUID, List<Hindrance>>();
        handle.createQuery("""
                        select l.item_id, coalesce(v.reference_code, v.title) as volume,
                            (select min(o.reference_code) from volume_item m join item o on o.id = m.item_id
                             where m.volume_id = v.id and (o.appraise_on is null or o.appraise_on > :today)) as other
                        from volume_item l join volume v on v.id = l.volume_id where l.item_id = any (:items)
                        """)
                .bindArray("items", UUID.class, items.toArray())
                .bind("today", LocalDate.ofInstant(clock.instant(), zone))
                .map((row, _) -> row.getString("other") == null
                        ? Map.<UUID, List<Hindrance>>of()
                        : Map.of(
                                row.getObject("item_id", UUID.class),
                                List.of(Hindrance.of("volume", row.getString("volume"), row.getString("other")))))
                .forEach(found::putAll);
        return found;
    }
}
