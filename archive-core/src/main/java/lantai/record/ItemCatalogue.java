package lantai.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Pages through filed items in the order of their reference codes, and walks all of them. */
public final class ItemCatalogue {
    /**
     * Items whose reference code comes after another's.
     *
     * @param after the last code of the page before, empty at the start
     */
    public List<Item> after(Handle handle, String after, int size) {
        return handle.createQuery("select " + ItemRegister.COLUMNS
                        + " from item i where i.reference_code > :after order by i.reference_code limit :size")
                .bind("after", after)
                .bind("size", size)
                .map((row, _) -> ItemRegister.item(row))
                .list();
    }

    /** {@return the items with these ids, by id} */
    public Map<UUID, Item> all(Handle handle, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("select " + ItemRegister.COLUMNS + " from item i where i.id in (<ids>)")
                .bindList("ids", ids)
                .map((row, _) -> ItemRegister.item(row))
                .collectToMap(Item::id, item -> item);
    }

    /** {@return those of the items of which there are files} */
    public Set<UUID> withFiles(Handle handle, List<UUID> ids) {
        return Set.copyOf(handle.createQuery("select id from item where id = any (:ids) and has_files")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(UUID.class)
                .list());
    }

    /** {@return items of which nobody has looked yet how they came to be} */
    public List<Item> withoutOrigin(Handle handle, int size) {
        return handle.createQuery("select " + ItemRegister.COLUMNS
                        + " from item i where i.origin is null order by i.id limit :size")
                .bind("size", size)
                .map((row, _) -> ItemRegister.item(row))
                .list();
    }

    /** {@return items that this version of the rule on personal data has not judged} */
    public List<Item> notJudgedBy(Handle handle, int rule, int size) {
        return handle.createQuery("select " + ItemRegister.COLUMNS
                        + " from item i where i.personal_rule <> :rule order by i.filed_at desc, i.id limit :size")
                .bind("rule", rule)
                .bind("size", size)
                .map((row, _) -> ItemRegister.item(row))
                .list();
    }

    /** {@return the newest filed items} */
    public List<Item> newest(Handle handle, int size) {
        return handle.createQuery(
                        "select " + ItemRegister.COLUMNS + " from item i order by i.filed_at desc, i.id limit :size")
                .bind("size", size)
                .map((row, _) -> ItemRegister.item(row))
                .list();
    }

    /** {@return an item other than this one that holds the same bytes} */
    public Optional<ReferenceCode> holderOf(Handle handle, String sha256, UUID otherThan) {
        return handle.createQuery("""
                        select i.reference_code from component c join item i on i.id = c.item_id
                        where c.sha256 = :sha256 and i.id <> :other order by i.filed_at limit 1
                        """)
                .bind("sha256", sha256)
                .bind("other", otherThan)
                .mapTo(String.class)
                .map(ReferenceCode::new)
                .findOne();
    }
}
