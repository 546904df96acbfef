package lantai.stacks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.access.VisibleItems.Node;
import lantai.classification.Category;
import lantai.problem.NotFound;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds boxes, what lies in them, and where something lies. */
public final class BoxRegister {
    private static final String SELECT = """
            select b.*, c.* from box b cross join lateral (
                select count(*) as contents,
                    coalesce(sum(case when l.item_id is null then v.items else 1 end), 0) as items,
                    coalesce(sum(case when l.item_id is null then v.pages else i.page_count end), 0) as pages
                from box_content l left join item i on i.id = l.item_id
                left join lateral (
                    select count(m.id) as items, coalesce(sum(coalesce(m.page_count, k.gone_pages)), 0) as pages
                    from volume_item k left join item m on m.id = k.item_id where k.volume_id = l.volume_id) v on true
                where l.box_id = b.id) c
            """;

    /**
     * Which boxes.
     *
     * @param node what they are for
     * @param search a part of the box's code, or the beginning of a place such as {@code 一号库-3}; empty for all
     * @param placeless only those without a place
     * @param filling only those packed together
     */
    public record Filter(Node node, String search, boolean placeless, Optional<UUID> filling) {
        /** Boxes, whatever they were packed with. */
        public Filter(Node node, String search, boolean placeless) {
            this(node, search, placeless, Optional.empty());
        }
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public Box get(Handle handle, UUID id) {
        return handle.createQuery(SELECT + " where b.id = :id")
                .bind("id", id)
                .map((row, _) -> box(row))
                .findOne()
                .orElseThrow(() -> new NotFound(StacksProblem.NO_SUCH_BOX, id));
    }

    /** {@return the box with this code, if there is one} */
    public Optional<Box> find(Handle handle, String code) {
        return handle.createQuery(SELECT + " where b.code = :code")
                .bind("code", code)
                .map((row, _) -> box(row))
                .findOne();
    }

    /** {@return one page of boxes, by place, then by code; those without a place first} */
    public List<Box> list(Handle handle, Filter filter, int offset, int size) {
        return asked(handle, SELECT, filter, """
                         order by b.room, b.bay, b.rack, b.shelf, b.code limit :size offset :offset
                        """)
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> box(row))
                .list();
    }

    /** {@return how many there are} */
    public long count(Handle handle, Filter filter) {
        return asked(handle, "select count(*) from box b", filter, "")
                .mapTo(Long.class)
                .one();
    }

    private static Query asked(Handle handle, String select, Filter filter, String rest) {
        var node = filter.node();
        var search = filter.search().strip();
        return handle.createQuery(select + " where true"
                        + (node.fonds().isEmpty() ? "" : " and b.fonds = :fonds")
                        + (node.category().isEmpty() ? "" : " and b.category = :category")
                        + (node.classCode().isEmpty() ? "" : " and b.code_class = :class")
                        + (node.year().isEmpty() ? "" : " and b.year = :year")
                        + (filter.placeless() ? " and b.room = ''" : "")
                        + filter.filling().map(_ -> " and b.filling = :filling").orElse("")
                        + (search.isEmpty() ? "" : """
                                 and (strpos(b.code, :search) > 0 or starts_with(
                                    b.room || '-' || b.bay || '-' || b.rack || '-' || b.shelf || '-', :place))
                                """)
                        + rest)
                .bind("fonds", node.fonds())
                .bind("category", node.category())
                .bind("class", node.classCode())
                .bind("year", node.year().orElse(null))
                .bind("search", search)
                .bind("filling", filter.filling().orElse(null))
                .bind("place", search.endsWith("-") ? search : search + '-');
    }

    /** {@return how many of the boxes packed together may still be unpacked: no label printed, no place given, nothing changed} */
    public int unsettled(Handle handle, UUID filling) {
        return handle.createQuery("select count(*) from box where filling = :filling and settled_at is null")
                .bind("filling", filling)
                .mapTo(Integer.class)
                .one();
    }

    /** {@return what lies in a box, in order} */
    public List<BoxLine> contents(Handle handle, UUID box) {
        return handle.createQuery("""
                        select l.ordinal, l.item_id, l.volume_id, coalesce(i.reference_code, v.reference_code) as code,
                            coalesce(i.title, v.title) as title, coalesce(i.page_count, k.pages) as pages,
                            case when l.item_id is null then k.items else 1 end as items
                        from box_content l left join item i on i.id = l.item_id left join volume v on v.id = l.volume_id
                        left join lateral (
                            select count(m.id) as items, coalesce(sum(coalesce(m.page_count, n.gone_pages)), 0) as pages
                            from volume_item n left join item m on m.id = n.item_id where n.volume_id = v.id) k on true
                        where l.box_id = :box order by l.ordinal
                        """)
                .bind("box", box)
                .map((row, _) -> new BoxLine(
                        row.getInt("ordinal"),
                        Optional.ofNullable(row.getObject("item_id", UUID.class))
                                .orElseGet(() -> volumeOf(row)),
                        row.getObject("volume_id") != null,
                        row.getString("code"),
                        row.getString("title"),
                        row.getInt("items"),
                        row.getInt("pages")))
                .list();
    }

    /** {@return the box that an item lies in, by itself or in its volume} */
    public Optional<Box> ofItem(Handle handle, UUID item) {
        return handle.createQuery(SELECT + """
                         where b.id = coalesce(
                            (select l.box_id from box_content l where l.item_id = :item),
                            (select l.box_id from box_content l join volume_item m on m.volume_id = l.volume_id
                             where m.item_id = :item))
                        """)
                .bind("item", item)
                .map((row, _) -> box(row))
                .findOne();
    }

    /** {@return the box that a volume lies in} */
    public Optional<Box> ofVolume(Handle handle, UUID volume) {
        return handle.createQuery(
                        SELECT + " where b.id = (select l.box_id from box_content l where l.volume_id = :volume)")
                .bind("volume", volume)
                .map((row, _) -> box(row))
                .findOne();
    }

    private static UUID volumeOf(ResultSet row) {
        try {
            return row.getObject("volume_id", UUID.class);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Box box(ResultSet row) throws SQLException {
        var room = row.getString("room");
        var checked = row.getString("checked_by");
        return new Box(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("fonds"),
                Category.valueOf(row.getString("category")),
                row.getString("code_class"),
                row.getInt("year"),
                RetentionPeriod.parse(row.getString("retention")).orElseThrow(),
                row.getInt("thickness"),
                room.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Location(room, row.getInt("bay"), row.getInt("rack"), row.getInt("shelf"))),
                row.getString("remarks"),
                row.getInt("contents"),
                row.getInt("items"),
                row.getInt("pages"),
                row.getString("packed_by"),
                row.getObject("packed_at", OffsetDateTime.class).toInstant(),
                checked == null
                        ? Optional.empty()
                        : Optional.of(new Box.Checked(
                                checked,
                                row.getObject("checked_at", OffsetDateTime.class)
                                        .toInstant())));
    }
}
