package lantai.record;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Items that are put together out of sight, in as many transactions as it takes, and become part of the register all at once.
 * Nobody finds a staged item; its code is only taken when it is published.
 */
public final class StagedItems {
    private final InstantSource clock;

    public StagedItems(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Puts items aside.
     *
     * @param batch what they belong to
     */
    public void stage(Handle transaction, UUID batch, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        var first = ItemRows.values(items.getFirst());
        var rows = transaction.prepareBatch("insert into staged_item (batch, " + ItemRows.columns(first)
                + ") values (:batch, " + ItemRows.places(first) + ')');
        for (var item : items) {
            rows.bindMap(ItemRows.values(item)).bind("batch", batch).add();
        }
        rows.execute();
    }

    /** Ties staged items to insured persons, by item. */
    public void tie(Handle transaction, UUID batch, Map<UUID, UUID> persons) {
        if (persons.isEmpty()) {
            return;
        }
        var rows = transaction.prepareBatch(
                "update staged_item set insured_person_id = :person where batch = :batch and id = :item");
        persons.forEach((item, person) -> rows.bind("batch", batch)
                .bind("item", item)
                .bind("person", person)
                .add());
        rows.execute();
    }

    /**
     * Makes all staged items of a batch part of the register. Their numbers are never handed out again.
     *
     * @return how many
     * @throws Refused when one of their codes was taken meanwhile
     */
    public int publish(Handle transaction, UUID batch) {
        transaction.createUpdate("""
                        insert into code_sequence (scope, last)
                        select code_scope, max(item_number) from staged_item
                        where batch = :batch and code_scope <> '' group by code_scope order by code_scope
                        on conflict (scope) do update set last = greatest(code_sequence.last, excluded.last)
                        """).bind("batch", batch).execute();
        var codes = transaction
                .createQuery("select reference_code from staged_item where batch = :batch")
                .bind("batch", batch)
                .mapTo(String.class)
                .list();
        used(transaction, codes).stream().sorted().findFirst().ifPresent(code -> {
            throw new Refused(RecordProblem.CODE_TAKEN, code);
        });
        transaction.createUpdate("""
                        delete from code_gap g using staged_item s
                        where s.batch = :batch and g.reference_code = s.reference_code and g.kind = 'IMPORT_UNDONE'
                        """).bind("batch", batch).execute();
        var columns = columns(transaction);
        return transaction
                .createUpdate("insert into item (" + columns + ") select " + columns
                        + " from staged_item where batch = :batch")
                .bind("batch", batch)
                .execute();
    }

    private static String columns(Handle handle) {
        return String.join(", ", handle.createQuery("""
                                select column_name from information_schema.columns
                                where table_schema = current_schema() and table_name = 'staged_item'
                                  and column_name not in ('batch', 'appraise_on') order by ordinal_position
                                """).mapTo(String.class).list());
    }

    /** Drops what is staged of a batch. */
    public void discard(Handle transaction, UUID batch) {
        transaction
                .createUpdate("delete from staged_item where batch = :batch")
                .bind("batch", batch)
                .execute();
    }

    /**
     * Those of these codes that no record from outside may have: a record has it or had it before renumbering, it was withdrawn,
     * or its record was destroyed. A code whose import was undone may come again.
     */
    public Set<String> used(Handle handle, Collection<String> codes) {
        return new LinkedHashSet<>(handle.createQuery("""
                        select reference_code from item where reference_code = any (:codes)
                        union select old_code from code_change where old_code = any (:codes) and state = 'APPROVED'
                        union select reference_code from code_gap
                            where reference_code = any (:codes) and kind in ('WITHDRAWN', 'RENUMBERED', 'DISPOSED')
                        """)
                .bindArray("codes", String.class, codes.toArray())
                .mapTo(String.class)
                .list());
    }

    /** {@return the items with these codes, by code} */
    public Map<String, Item> existing(Handle handle, Collection<String> codes) {
        var found = new HashMap<String, Item>();
        handle.createQuery("select " + ItemRegister.COLUMNS + " from item i where i.reference_code = any (:codes)")
                .bindArray("codes", String.class, codes.toArray())
                .map((row, _) -> ItemRegister.item(row))
                .forEach(item -> found.put(item.referenceCode().text(), item));
        return found;
    }

    /**
     * Takes items out of the register that should never have come into it. Their numbers are explained as gaps, and may be used
     * again only by the same records when they come again.
     *
     * @param reason why, in words
     */
    public void withdraw(Handle transaction, Actor by, Collection<UUID> items, String reason) {
        transaction
                .createUpdate("""
                        insert into code_gap (scope, number, reference_code, kind, reason, written_by, written_at)
                        select code_scope, item_number, reference_code, 'IMPORT_UNDONE', :reason, :by, :now
                        from item where id = any (:items) and code_scope <> ''
                        on conflict (scope, number) do nothing
                        """)
                .bindArray("items", UUID.class, items.toArray())
                .bind("reason", reason)
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        transaction
                .createUpdate("delete from item where id = any (:items)")
                .bindArray("items", UUID.class, items.toArray())
                .execute();
    }
}
