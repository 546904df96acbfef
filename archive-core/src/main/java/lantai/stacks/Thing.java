package lantai.stacks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lantai.access.VisibleItems.Node;
import lantai.classification.Category;
import lantai.problem.Refused;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * An item or a closed volume that comes into a box.
 *
 * @param volume whether it is a volume
 * @param items records in it, 1 for an item
 */
record Thing(UUID id, boolean volume, String code, Shelving shelving, int items, int pages) {
    private static final String ITEMS = """
            select i.id, false as volume, i.reference_code as code, i.fonds, i.category, i.code_class, i.year,
                array[i.retention] as terms, 1 as items, i.page_count as pages from item i
            """;
    private static final String VOLUMES = """
            select v.id, true as volume, v.reference_code as code, v.fonds, v.category, v.code_class, v.year,
                array_append(c.terms, v.retention) as terms, c.items, c.pages from volume v cross join lateral (
                    select coalesce(array_remove(array_agg(distinct i.retention), null), '{}') as terms, count(i.id) as items,
                        coalesce(sum(coalesce(i.page_count, l.gone_pages)), 0) as pages
                    from volume_item l left join item i on i.id = l.item_id where l.volume_id = v.id) c
            """;
    /** What is on no carrier: nothing of it can lie in a box. */
    static final String ELECTRONIC = "(i.origin = 'BORN_DIGITAL' or i.category = 'DZ') is true";

    /** A volume that has something on paper. */
    static final String ON_PAPER = "exists (select 1 from volume_item l join item i on i.id = l.item_id"
            + " where l.volume_id = v.id and not " + ELECTRONIC + ")";

    private static final String LOOSE = " not exists (select 1 from box_content b where b.%s = %s.id)";

    /** What a box is for; nothing else shares it (DA/T 22-2015; Hunan's practice for insurance records). */
    record Shelving(String fonds, Category category, String classCode, int year, String retention) {
        Map<String, String> places() {
            return Map.of("fonds", fonds, "class", classCode, "year", "%04d".formatted(year), "retention", retention);
        }

        @Override
        public String toString() {
            return fonds + ' ' + classCode + ' ' + year + ' ' + retention;
        }
    }

    static Shelving shelving(Box box) {
        return new Shelving(
                box.fonds(),
                box.category(),
                box.classCode(),
                box.year(),
                box.retention().code());
    }

    /**
     * Looks at items and volumes, in the order given, and locks them.
     *
     * @throws Refused when one is not there, lies in a volume or a box, or is a volume that is not closed
     */
    static List<Thing> of(Handle transaction, List<UUID> ids) {
        var wanted = ids.toArray();
        var items = transaction
                .createQuery(ITEMS + " where i.id = any (:ids) order by i.id for share of i")
                .bindArray("ids", UUID.class, wanted)
                .map((row, _) -> thing(row))
                .collectToMap(Thing::id, thing -> thing);
        unbound(transaction, items.keySet().toArray());
        closed(transaction, wanted);
        var volumes = transaction
                .createQuery(VOLUMES + " where v.id = any (:ids) order by v.id for share of v")
                .bindArray("ids", UUID.class, wanted)
                .map((row, _) -> thing(row))
                .collectToMap(Thing::id, thing -> thing);
        unpacked(transaction, wanted);
        return ids.stream()
                .distinct()
                .map(id -> {
                    var thing = items.containsKey(id) ? items.get(id) : volumes.get(id);
                    if (thing == null) {
                        throw new Refused(StacksProblem.NO_SUCH_CODE, id);
                    }
                    return thing;
                })
                .toList();
    }

    /** {@return everything of a place that lies somewhere and in no box, in the order of the codes} */
    static List<Thing> loose(Handle handle, Node node) {
        return Stream.of(
                        ITEMS + " where" + LOOSE.formatted("item_id", "i") + place(node, "i")
                                + " and i.code_class <> '' and not " + ELECTRONIC + " and not exists"
                                + " (select 1 from volume_item l where l.item_id = i.id) order by i.reference_code",
                        VOLUMES + " where v.state = 'CLOSED' and" + LOOSE.formatted("volume_id", "v") + place(node, "v")
                                + " and " + ON_PAPER + " order by v.reference_code")
                .flatMap(question ->
                        bound(handle.createQuery(question), node).map((row, _) -> thing(row)).list().stream())
                .toList();
    }

    /** {@return the question with the parts of a place bound} */
    static Query bound(Query question, Node node) {
        return question.bind("fonds", node.fonds())
                .bind("category", node.category())
                .bind("class", node.classCode())
                .bind("year", node.year().orElse(null));
    }

    static String place(Node node, String table) {
        return (node.fonds().isEmpty() ? "" : " and " + table + ".fonds = :fonds")
                + (node.category().isEmpty() ? "" : " and " + table + ".category = :category")
                + (node.classCode().isEmpty() ? "" : " and " + table + ".code_class = :class")
                + (node.year().isEmpty() ? "" : " and " + table + ".year = :year");
    }

    private static void unbound(Handle handle, Object[] items) {
        handle.createQuery("""
                        select i.reference_code, coalesce(v.reference_code, v.title) as volume from volume_item l
                        join item i on i.id = l.item_id join volume v on v.id = l.volume_id
                        where l.item_id = any (:items) order by i.reference_code limit 1
                        """)
                .bindArray("items", UUID.class, items)
                .map((row, _) -> new Refused(
                        StacksProblem.IN_A_VOLUME, row.getString("reference_code"), row.getString("volume")))
                .findOne()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    private static void closed(Handle handle, Object[] volumes) {
        handle.createQuery("select title from volume where id = any (:ids) and state <> 'CLOSED' limit 1")
                .bindArray("ids", UUID.class, volumes)
                .map((row, _) -> new Refused(StacksProblem.VOLUME_NOT_CLOSED, row.getString("title")))
                .findOne()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    private static void unpacked(Handle handle, Object[] ids) {
        handle.createQuery("""
                        select coalesce(i.reference_code, v.reference_code) as code, b.code as box from box_content l
                        join box b on b.id = l.box_id left join item i on i.id = l.item_id
                        left join volume v on v.id = l.volume_id
                        where l.item_id = any (:ids) or l.volume_id = any (:ids) order by 1 limit 1
                        """)
                .bindArray("ids", UUID.class, ids)
                .map((row, _) -> new Refused(StacksProblem.IN_A_BOX, row.getString("code"), row.getString("box")))
                .findOne()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    private static Thing thing(ResultSet row) throws SQLException {
        var longest = RetentionPeriod.longest(
                Stream.of((String[]) row.getArray("terms").getArray())
                        .map(code -> RetentionPeriod.parse(code).orElseThrow())
                        .toList());
        return new Thing(
                row.getObject("id", UUID.class),
                row.getBoolean("volume"),
                row.getString("code"),
                new Shelving(
                        row.getString("fonds"),
                        Category.valueOf(row.getString("category")),
                        row.getString("code_class"),
                        row.getInt("year"),
                        longest.code()),
                row.getInt("items"),
                row.getInt("pages"));
    }
}
