package lantai.volume;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.access.Visibility;
import lantai.access.VisibleCondition;
import lantai.access.VisibleItems.Node;
import lantai.classification.Category;
import lantai.problem.NotFound;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds volumes and what lies in them. */
public final class VolumeRegister {
    private static final int FETCH = 1000;

    private static final String SELECT = """
            select v.*, c.* from volume v cross join lateral (
                select count(i.id) as items, coalesce(sum(coalesce(i.page_count, l.gone_pages)), 0) as pages,
                    min(i.dated) as first_dated, max(i.dated) as last_dated,
                    coalesce(array_remove(array_agg(distinct i.retention), null), '{}') as terms
                from volume_item l left join item i on i.id = l.item_id where l.volume_id = v.id) c
            """;

    /**
     * Which volumes.
     *
     * @param node where they belong
     * @param state only those; all when empty
     * @param forming only those formed together
     */
    public record Filter(Node node, Optional<Volume.State> state, Optional<UUID> forming) {
        /** Those of a place, in whatever state. */
        public static Filter in(Node node) {
            return new Filter(node, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public Volume get(Handle handle, UUID id) {
        return handle.createQuery(SELECT + " where v.id = :id")
                .bind("id", id)
                .map((row, _) -> volume(row))
                .findOne()
                .orElseThrow(() -> new NotFound(VolumeProblem.NO_SUCH_VOLUME, id));
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none in which the viewer sees something
     */
    public Volume get(Handle handle, Visibility visibility, UUID id) {
        return asked(handle, SELECT, visibility, Filter.in(Node.ALL), " and v.id = :volume")
                .bind("volume", id)
                .map((row, _) -> volume(row))
                .findOne()
                .orElseThrow(() -> new NotFound(VolumeProblem.NO_SUCH_VOLUME, id));
    }

    /** {@return the volume with this code, if there is one} */
    public Optional<Volume> find(Handle handle, String code) {
        return handle.createQuery(SELECT + " where v.reference_code = :code")
                .bind("code", code)
                .map((row, _) -> volume(row))
                .findOne();
    }

    /** {@return one page of the volumes in which the viewer sees something, those in work first, then by their codes} */
    public List<Volume> list(Handle handle, Visibility visibility, Filter filter, int offset, int size) {
        return asked(handle, SELECT, visibility, filter, """
                         order by v.reference_code is not null, v.reference_code, v.formed_at desc, v.title, v.id
                        limit :size offset :offset
                        """)
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> volume(row))
                .list();
    }

    /** Hands over all of them in the order of their codes, without keeping them. */
    public void each(Handle transaction, Visibility visibility, Filter filter, Consumer<Volume> each) {
        try (Stream<Volume> all =
                asked(transaction, SELECT, visibility, filter, " order by v.reference_code nulls last, v.title, v.id")
                        .setFetchSize(FETCH)
                        .map((row, _) -> volume(row))
                        .stream()) {
            all.forEach(each);
        }
    }

    /** {@return how many there are} */
    public long count(Handle handle, Visibility visibility, Filter filter) {
        return asked(handle, "select count(*) from volume v", visibility, filter, "")
                .mapTo(Long.class)
                .one();
    }

    /** Who sees everything also sees empty volumes. */
    private static Query asked(Handle handle, String select, Visibility visibility, Filter filter, String rest) {
        var seen = VisibleCondition.of(visibility);
        var node = filter.node();
        var query = handle.createQuery(select + " where "
                + (visibility.isAll()
                        ? "true"
                        : "exists (select 1 from volume_item s join item i on i.id = s.item_id"
                                + " where s.volume_id = v.id and " + seen.sql() + ")")
                + (node.fonds().isEmpty() ? "" : " and v.fonds = :fonds")
                + (node.category().isEmpty() ? "" : " and v.category = :category")
                + (node.classCode().isEmpty() ? "" : " and v.code_class = :class")
                + (node.year().isEmpty() ? "" : " and v.year = :year")
                + filter.state().map(_ -> " and v.state = :state").orElse("")
                + filter.forming().map(_ -> " and v.forming = :forming").orElse("")
                + rest);
        return seen.bind(query)
                .bind("fonds", node.fonds())
                .bind("category", node.category())
                .bind("class", node.classCode())
                .bind("year", node.year().orElse(null))
                .bind("state", filter.state().map(Volume.State::name).orElse(null))
                .bind("forming", filter.forming().orElse(null));
    }

    /** {@return the lines of a volume in order, all of them} */
    public List<VolumeLine> lines(Handle handle, UUID volume) {
        return handle.createQuery("""
                        select l.item_id, l.ordinal, coalesce(i.reference_code, l.gone_code) as code,
                            coalesce(i.title, '') as title, coalesce(i.document_number, '') as document_number,
                            coalesce(i.responsible, '') as responsible, i.dated, coalesce(i.retention, '') as retention,
                            coalesce(i.page_count, l.gone_pages) as pages, l.gone_at,
                            sum(coalesce(i.page_count, l.gone_pages)) over (order by l.ordinal) as last_page
                        from volume_item l left join item i on i.id = l.item_id
                        where l.volume_id = :volume order by l.ordinal
                        """)
                .bind("volume", volume)
                .map((row, _) -> line(row))
                .list();
    }

    /** {@return the volume that an item lies in} */
    public Optional<Volume> of(Handle handle, UUID item) {
        return handle.createQuery(
                        SELECT + " where v.id = (select l.volume_id from volume_item l where l.item_id = :item)")
                .bind("item", item)
                .map((row, _) -> volume(row))
                .findOne();
    }

    /** {@return the ids of the items of a place that lie in no volume, in the order of their codes} */
    public List<UUID> loose(Handle handle, Visibility visibility, Node node, String after, int size) {
        return looseOf(handle, "select i.id from item i", visibility, node, """
                         and i.reference_code > :after order by i.reference_code limit :size
                        """)
                .bind("after", after)
                .bind("size", size)
                .mapTo(UUID.class)
                .list();
    }

    /** {@return how many items of a place lie in no volume} */
    public long looseCount(Handle handle, Visibility visibility, Node node) {
        return looseOf(handle, "select count(*) from item i", visibility, node, "")
                .mapTo(Long.class)
                .one();
    }

    private static Query looseOf(Handle handle, String select, Visibility visibility, Node node, String rest) {
        var seen = VisibleCondition.of(visibility);
        var query = handle.createQuery(select + " where " + seen.sql()
                + " and not exists (select 1 from volume_item l where l.item_id = i.id)"
                + (node.fonds().isEmpty() ? "" : " and i.fonds = :fonds")
                + (node.category().isEmpty() ? "" : " and i.category = :category")
                + (node.classCode().isEmpty() ? "" : " and i.code_class = :class")
                + (node.year().isEmpty() ? "" : " and i.year = :year")
                + node.kept().condition()
                + rest);
        return seen.bind(query)
                .bind("fonds", node.fonds())
                .bind("category", node.category())
                .bind("class", node.classCode())
                .bind("year", node.year().orElse(null));
    }

    private static VolumeLine line(ResultSet row) throws SQLException {
        var pages = row.getInt("pages");
        var last = row.getInt("last_page");
        return new VolumeLine(
                row.getObject("item_id", UUID.class),
                row.getInt("ordinal"),
                row.getString("code"),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("responsible"),
                Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                pages == 0 ? 0 : last - pages + 1,
                pages == 0 ? 0 : last,
                row.getString("retention"),
                moment(row, "gone_at"));
    }

    private static Volume volume(ResultSet row) throws SQLException {
        var terms = Stream.concat(
                        Stream.of((String[]) row.getArray("terms").getArray()),
                        Optional.ofNullable(row.getString("retention")).stream())
                .map(code -> RetentionPeriod.parse(code).orElseThrow())
                .toList();
        var checked = row.getString("checked_by");
        return new Volume(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("reference_code")),
                row.getString("fonds"),
                Category.valueOf(row.getString("category")),
                row.getString("code_class"),
                row.getInt("year"),
                terms.isEmpty() ? Optional.empty() : Optional.of(RetentionPeriod.longest(terms)),
                row.getString("title"),
                Volume.State.valueOf(row.getString("state")),
                row.getInt("items"),
                row.getInt("pages"),
                Optional.ofNullable(row.getObject("first_dated", LocalDate.class)),
                Optional.ofNullable(row.getObject("last_dated", LocalDate.class)),
                row.getString("arranged_by"),
                moment(row, "arranged_at").orElseThrow(),
                checked == null
                        ? Optional.empty()
                        : Optional.of(new Volume.Closing(
                                checked, moment(row, "checked_at").orElseThrow())),
                row.getString("remarks"),
                Optional.ofNullable(row.getObject("forming", UUID.class)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
