package lantai.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantai.removal.Hindrance;
import lantai.removal.Obstacle;
import org.jdbi.v3.core.Handle;

/** What is on its way to the archives is not destroyed; the copies of what they have are kept when the rule says so. */
public final class TransferObstacle implements Obstacle {
    private final TransferRules rules;

    public TransferObstacle(TransferRules rules) {
        this.rules = rules;
    }

    @Override
    public Map<UUID, List<Hindrance>> against(Handle handle, Set<UUID> items) {
        var keeps = rules.rule(handle).keepsCopies();
        var found = new HashMap<UUID, List<Hindrance>>();
        handle.createQuery("""
                        select e.item_id, e.answer, l.number from transfer_entry e join transfer_list l on l.id = e.list_id
                        where e.live and e.item_id = any (:items)
                        """)
                .bindArray("items", UUID.class, items.toArray())
                .map((row, _) -> Map.entry(
                        row.getObject("item_id", UUID.class),
                        Hindrance.of(
                                row.getString("answer").equals(Answer.ACCEPTED.name()) ? "transferred" : "in-transfer",
                                row.getString("number"))))
                .forEach(entry -> {
                    if (keeps || entry.getValue().code().equals("in-transfer")) {
                        found.put(entry.getKey(), List.of(entry.getValue()));
                    }
                });
        return found;
    }
}
