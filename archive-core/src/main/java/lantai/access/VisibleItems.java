package lantai.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds items in the register within what a viewer may see: the visibility is a part of the question to the database. */
public final class VisibleItems {
    /** {@return the ids of the newest filed items that may be seen, newest first} */
    public List<UUID> newest(Handle handle, Visibility visibility, int size) {
        var values = new ArrayList<UUID>();
        var condition = condition(visibility, values);
        var query = handle.createQuery(
                        "select i.id from item i where " + condition + " order by i.filed_at desc, i.id limit :size")
                .bind("size", size);
        return bound(query, values).mapTo(UUID.class).list();
    }

    /**
     * A place in the tree fonds › category › class › year; an empty part stands for everything below.
     *
     * @param classCode class number, for example {@code ZY·YB·GL}
     */
    public record Node(String fonds, String category, String classCode, Optional<Integer> year) {
        /** Everything. */
        public static final Node ALL = new Node("", "", "", Optional.empty());
    }

    /** How many items lie in one lowest place of the tree. */
    public record Count(String fonds, String category, String classCode, int year, int items) {}

    /** {@return how many of the items that may be seen lie where, in the order of the tree} */
    public List<Count> counts(Handle handle, Visibility visibility) {
        var values = new ArrayList<UUID>();
        var query = handle.createQuery("""
                select i.fonds, i.category, i.code_class, i.year, count(*) as items from item i
                where""" + ' ' + condition(visibility, values) + """
                 group by i.fonds, i.category, i.code_class, i.year
                order by i.fonds, i.category, i.code_class, i.year desc
                """);
        return bound(query, values)
                .map((row, _) -> new Count(
                        row.getString("fonds"),
                        row.getString("category"),
                        row.getString("code_class"),
                        row.getInt("year"),
                        row.getInt("items")))
                .list();
    }

    /**
     * Pages through a place of the tree by reference code.
     *
     * @param after the last code of the page before, empty at the start
     * @return the ids of the items that may be seen, in the order of their codes
     */
    public List<UUID> in(Handle handle, Visibility visibility, Node node, String after, int size) {
        var values = new ArrayList<UUID>();
        var query = handle.createQuery("select i.id from item i where " + condition(visibility, values)
                + condition(node)
                + " and i.reference_code > :after order by i.reference_code limit :size");
        return bound(query, values)
                .bind("fonds", node.fonds())
                .bind("category", node.category())
                .bind("class", node.classCode())
                .bind("year", node.year().orElse(null))
                .bind("after", after)
                .bind("size", size)
                .mapTo(UUID.class)
                .list();
    }

    /** Only what is asked for, so that the database can go by its index. */
    private static String condition(Node node) {
        return (node.fonds().isEmpty() ? "" : " and i.fonds = :fonds")
                + (node.category().isEmpty() ? "" : " and i.category = :category")
                + (node.classCode().isEmpty() ? "" : " and i.code_class = :class")
                + (node.year().isEmpty() ? "" : " and i.year = :year");
    }

    private static Query bound(Query query, List<UUID> values) {
        for (var i = 0; i < values.size(); i++) {
            query.bind("id" + i, values.get(i));
        }
        return query;
    }

    /** Puts a visibility into SQL; the values it needs go to the end of the list. */
    private static String condition(Visibility visibility, List<UUID> values) {
        return switch (visibility) {
            case Visibility.All _ -> "true";
            case Visibility.None _ -> "false";
            case Visibility.NotPersonal _ -> "(not i.personal and i.insured_person_id is null)";
            case Visibility.OfDepartment(var id) -> "i.department_id = " + place(values, id);
            case Visibility.OfPerson(var id) -> "i.insured_person_id = " + place(values, id);
            case Visibility.AnyOf(var rules) ->
                rules.isEmpty()
                        ? "false"
                        : rules.stream()
                                .map(rule -> condition(rule, values))
                                .collect(Collectors.joining(" or ", "(", ")"));
        };
    }

    private static String place(List<UUID> values, UUID id) {
        values.add(id);
        return ":id" + (values.size() - 1);
    }
}
