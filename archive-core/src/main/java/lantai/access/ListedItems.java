package lantai.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.access.VisibleItems.Node;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Walks the items of a list that may be seen, without keeping them: one question to the database, however long the list. */
public final class ListedItems {
    private static final int FETCH = 1000;

    /** Which items: all of a place, or these, in their order. */
    public sealed interface Choice {
        /** All of a place. */
        record Place(Node node) implements Choice {}

        /** These, in this order. */
        record These(List<UUID> items) implements Choice {
            public These {
                items = List.copyOf(items);
            }
        }
    }

    /**
     * One item as lists tell it.
     *
     * @param retention code of its term
     * @param files how many computer files it has
     * @param bytes their size together
     */
    public record Listed(
            String referenceCode,
            String documentNumber,
            String responsible,
            String title,
            Optional<LocalDate> dated,
            String retention,
            int pages,
            int files,
            long bytes) {}

    /** All of a list in numbers. */
    public record Sum(long items, long pages, long files, long bytes) {}

    /**
     * What the newest checks at filing said.
     *
     * @param passed records of which nothing failed
     * @param warned records of which only items failed that do not stop a record
     * @param without records that were filed without such a check
     */
    public record Checked(long passed, long warned, long without) {}

    /** Hands over every item, by reference code or in the order of the choice. Needs a transaction, else all are fetched at once. */
    public void each(Handle transaction, Visibility visibility, Choice choice, Consumer<Listed> each) {
        try (Stream<Listed> all = asked(transaction, """
                        select i.reference_code, i.document_number, i.responsible, i.title, i.dated, i.retention,
                            i.page_count, c.files, c.bytes
                        from item i cross join lateral (
                            select count(*) as files, coalesce(sum(size), 0) as bytes from component where item_id = i.id) c
                        """, visibility, choice, true)
                .setFetchSize(FETCH)
                .map((row, _) -> new Listed(
                        row.getString("reference_code"),
                        row.getString("document_number"),
                        row.getString("responsible"),
                        row.getString("title"),
                        Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                        row.getString("retention"),
                        row.getInt("page_count"),
                        row.getInt("files"),
                        row.getLong("bytes")))
                .stream()) {
            all.forEach(each);
        }
    }

    /** {@return the list in numbers} */
    public Sum sum(Handle handle, Visibility visibility, Choice choice) {
        return asked(handle, """
                        select count(*) as items, coalesce(sum(i.page_count), 0) as pages,
                            coalesce(sum(c.files), 0) as files, coalesce(sum(c.bytes), 0) as bytes
                        from item i cross join lateral (
                            select count(*) as files, coalesce(sum(size), 0) as bytes from component where item_id = i.id) c
                        """, visibility, choice, false)
                .map((row, _) ->
                        new Sum(row.getLong("items"), row.getLong("pages"), row.getLong("files"), row.getLong("bytes")))
                .one();
    }

    /** {@return what the checks at filing said of the list} */
    public Checked checked(Handle handle, Visibility visibility, Choice choice) {
        return asked(handle, """
                        select count(*) filter (where r.verdict = 'PASSED') as passed,
                            count(*) filter (where r.verdict = 'WARNED') as warned,
                            count(*) filter (where r.verdict is null or r.verdict not in ('PASSED', 'WARNED')) as without
                        from item i left join lateral (
                            select verdict from check_report
                            where subject = i.id and kind = 'ITEM' and stage = 'FILING'
                            order by finished_at desc limit 1) r on true
                        """, visibility, choice, false)
                .map((row, _) -> new Checked(row.getLong("passed"), row.getLong("warned"), row.getLong("without")))
                .one();
    }

    private static Query asked(Handle handle, String select, Visibility visibility, Choice choice, boolean ordered) {
        var seen = VisibleCondition.of(visibility);
        return switch (choice) {
            case Choice.Place(var node) ->
                seen.bind(handle.createQuery(select + " where " + seen.sql() + VisibleItems.condition(node)
                                + (ordered ? " order by i.reference_code" : "")))
                        .bind("fonds", node.fonds())
                        .bind("category", node.category())
                        .bind("class", node.classCode())
                        .bind("year", node.year().orElse(null));
            case Choice.These(var items) ->
                seen.bind(handle.createQuery(select
                                + " join unnest(:items) with ordinality as o (item, place) on o.item = i.id where "
                                + seen.sql() + (ordered ? " order by o.place" : "")))
                        .bindArray("items", UUID.class, items.toArray());
        };
    }
}
