package lantai.ingest.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which items came as entries of a catalogue, and whether their pages are there by now. */
public final class Entries {
    /**
     * What the catalogue says of an item beside its description.
     *
     * @param importId the import it came with
     * @param pages as the catalogue counts them
     * @param hooked whether its pages are there
     */
    public record CatalogueEntry(
            UUID item, UUID importId, Optional<Integer> pages, String note, String personName, boolean hooked) {}

    /** Makes the new rows of an import entries. Their items are in the register. */
    void add(Handle transaction, UUID id) {
        transaction.createUpdate("""
                        insert into catalogue_entry (item_id, import_id, row, pages, note, person_name)
                        select item_id, import_id, row, pages, note, person_name from catalogue_row
                        where import_id = :id and state = 'NEW'
                        """).bind("id", id).execute();
    }

    /** {@return what the catalogue says of an item, when it came with one} */
    public Optional<CatalogueEntry> find(Handle handle, UUID item) {
        return handle.createQuery("""
                        select e.*, exists (select 1 from component c where c.item_id = e.item_id) as hooked
                        from catalogue_entry e where e.item_id = :item
                        """)
                .bind("item", item)
                .map((row, _) -> new CatalogueEntry(
                        item,
                        row.getObject("import_id", UUID.class),
                        Optional.ofNullable(row.getObject("pages", Integer.class)),
                        row.getString("note"),
                        row.getString("person_name"),
                        row.getBoolean("hooked")))
                .findOne();
    }

    /** Orders the index for some entries of an import that it was not told of yet. {@return how many} */
    int announce(Handle transaction, UUID id, int most) {
        return transaction.createUpdate("""
                        with next as (
                            update catalogue_entry set announced = true where item_id in (
                                select item_id from catalogue_entry where import_id = :id and not announced
                                order by row limit :most)
                            returning item_id)
                        insert into outbox (item_id, change) select item_id, 'PUT' from next
                        """).bind("id", id).bind("most", most).execute();
    }

    /**
     * How many entries of an import stand in the way of undoing it: their pages are there, somebody has described, renumbered,
     * frozen, appraised, arranged or boxed them.
     */
    int inUse(Handle handle, UUID id) {
        return handle.createQuery("""
                        select count(*) from catalogue_entry e join item i on i.id = e.item_id
                        where e.import_id = :id and (i.version > 1
                            or exists (select 1 from document d where d.id = i.id)
                            or exists (select 1 from component c where c.item_id = i.id)
                            or exists (select 1 from code_change c where c.item_id = i.id)
                            or exists (select 1 from item_relation r where i.id in (r.item_id, r.other_id))
                            or exists (select 1 from hold_item h where h.item_id = i.id)
                            or exists (select 1 from appraisal_item a where a.item_id = i.id)
                            or exists (select 1 from volume_item v where v.item_id = i.id)
                            or exists (select 1 from box_content b where b.item_id = i.id))
                        """).bind("id", id).mapTo(Integer.class).one();
    }

    /** {@return some items of an import} */
    List<UUID> of(Handle handle, UUID id, int most) {
        return handle.createQuery("select item_id from catalogue_entry where import_id = :id order by row limit :most")
                .bind("id", id)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    /** Forgets that items were entries, and tells the index. */
    void forget(Handle transaction, List<UUID> items) {
        transaction
                .createUpdate("delete from catalogue_entry where item_id = any (:items)")
                .bindArray("items", UUID.class, items.toArray())
                .execute();
        transaction
                .createUpdate("insert into outbox (item_id, change) select unnest(cast(:items as uuid[])), 'REMOVE'")
                .bindArray("items", UUID.class, items.toArray())
                .execute();
    }
}
