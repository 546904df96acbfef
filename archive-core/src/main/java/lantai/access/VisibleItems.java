package lantai.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds items in the register within what a viewer may see: the visibility is a part of the question to the database. */
public final class VisibleItems {
    /** {@return the ids of the newest filed items that may be seen, newest first} */
    public List<UUID> newest(Handle handle, Visibility visibility, int size) {
        var condition = VisibleCondition.of(visibility);
        var query = handle.createQuery("select i.id from item i where " + condition.sql()
                        + " order by i.filed_at desc, i.id limit :size")
                .bind("size", size);
        return condition.bind(query).mapTo(UUID.class).list();
    }

    /**
     * A place in the tree fonds › category › class › year; an empty part stands for everything below.
     *
     * @param classCode class number, for example {@code ZY·YB·GL}
     * @param kept which of the records there
     */
    public record Node(String fonds, String category, String classCode, Optional<Integer> year, Kept kept) {
        /** Everything. */
        public static final Node ALL = new Node("", "", "", Optional.empty());

        /** Every record of a place. */
        public Node(String fonds, String category, String classCode, Optional<Integer> year) {
            this(fonds, category, classCode, year, Kept.ANY);
        }

        /** {@return the same place, narrowed} */
        public Node of(Kept narrowed) {
            return new Node(fonds, category, classCode, year, narrowed);
        }
    }

    /**
     * How many items lie in one lowest place of the tree.
     *
     * @param electronic how many of them are electronic records
     * @param digitised how many are pictures of paper
     * @param withoutFiles how many are entries without an original
     */
    public record Count(
            String fonds,
            String category,
            String classCode,
            int year,
            int items,
            int electronic,
            int digitised,
            int withoutFiles) {}

    /** {@return how many of the items that may be seen lie where, in the order of the tree} */
    public List<Count> counts(Handle handle, Visibility visibility) {
        var condition = VisibleCondition.of(visibility);
        var query = handle.createQuery("""
                select i.fonds, i.category, i.code_class, i.year, count(*) as items,
                    count(*) filter (where i.origin = 'BORN_DIGITAL' or i.category = 'DZ') as electronic,
                    count(*) filter (where i.origin = 'DIGITISED') as digitised,
                    count(*) filter (where not i.has_files) as without_files
                from item i
                where""" + ' ' + condition.sql() + """
                 group by i.fonds, i.category, i.code_class, i.year
                order by i.fonds, i.category, i.code_class, i.year desc
                """);
        return condition
                .bind(query)
                .map((row, _) -> new Count(
                        row.getString("fonds"),
                        row.getString("category"),
                        row.getString("code_class"),
                        row.getInt("year"),
                        row.getInt("items"),
                        row.getInt("electronic"),
                        row.getInt("digitised"),
                        row.getInt("without_files")))
                .list();
    }

    /**
     * Pages through a place of the tree by reference code.
     *
     * @param after the last code of the page before, empty at the start
     * @return the ids of the items that may be seen, in the order of their codes
     */
    public List<UUID> in(Handle handle, Visibility visibility, Node node, String after, int size) {
        var condition = VisibleCondition.of(visibility);
        var query = handle.createQuery("select i.id from item i where " + condition.sql()
                + condition(node)
                + " and i.reference_code > :after order by i.reference_code limit :size");
        return condition
                .bind(query)
                .bind("fonds", node.fonds())
                .bind("category", node.category())
                .bind("class", node.classCode())
                .bind("year", node.year().orElse(null))
                .bind("after", after)
                .bind("size", size)
                .mapTo(UUID.class)
                .list();
    }

    /** {@return those of the items that may be seen} */
    public Set<UUID> among(Handle handle, Visibility visibility, Collection<UUID> items) {
        var condition = VisibleCondition.of(visibility);
        var query = handle.createQuery("select i.id from item i where i.id = any (:items) and " + condition.sql());
        return Set.copyOf(condition
                .bind(query)
                .bindArray("items", UUID.class, items.toArray())
                .mapTo(UUID.class)
                .list());
    }

    /** Only what is asked for, so that the database can go by its index. */
    static String condition(Node node) {
        return (node.fonds().isEmpty() ? "" : " and i.fonds = :fonds")
                + (node.category().isEmpty() ? "" : " and i.category = :category")
                + (node.classCode().isEmpty() ? "" : " and i.code_class = :class")
                + (node.year().isEmpty() ? "" : " and i.year = :year")
                + node.kept().condition();
    }
}
