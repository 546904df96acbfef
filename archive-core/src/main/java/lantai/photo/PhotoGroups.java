package lantai.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.access.Visibility;
import lantai.access.VisibleCondition;
import lantai.access.VisibleItems.Node;
import lantai.classification.Category;
import lantai.problem.NotFound;
import lantai.record.ReferenceCode;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds photo groups. */
public final class PhotoGroups {
    private static final int FETCH = 500;

    private static final String SELECT = """
            select g.*, c.* from photo_group g cross join lateral (
                select count(i.id) as photos, min(i.dated) as first_dated, max(i.dated) as last_dated
                from item i where i.code_scope = g.photo_scope) c
            """;

    /** In what order groups are shown. */
    public enum Order {
        CODE("g.reference_code"),
        TITLE("g.title, g.reference_code"),
        DATE("c.first_dated desc nulls last, g.reference_code"),
        PHOTOS("c.photos desc, g.reference_code");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        /** {@return the order with this name, by code when there is none} */
        public static Order of(String typed) {
            return Stream.of(values())
                    .filter(order -> order.name().equals(typed.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(CODE);
        }
    }

    /**
     * Which groups.
     *
     * @param node where they belong
     * @param words a part of the code, title, theme, photographer or place; empty for all
     */
    public record Filter(Node node, String words) {}

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none in which the viewer sees something
     */
    public PhotoGroup get(Handle handle, Visibility visibility, UUID id) {
        return asked(handle, SELECT, visibility, new Filter(Node.ALL, ""), " and g.id = :group")
                .bind("group", id)
                .map((row, _) -> group(row))
                .findOne()
                .orElseThrow(() -> new NotFound(PhotoProblem.NO_SUCH_GROUP));
    }

    /** {@return the group with this code, if there is one} */
    public Optional<PhotoGroup> find(Handle handle, String code) {
        return handle.createQuery(SELECT + " where g.reference_code = :code")
                .bind("code", code)
                .map((row, _) -> group(row))
                .findOne();
    }

    /** {@return the group that a photo with this code belongs to} */
    public Optional<PhotoGroup> ofCode(Handle handle, ReferenceCode photo) {
        return handle.createQuery(SELECT + " where g.photo_scope = :scope")
                .bind("scope", photo.text().substring(0, photo.text().lastIndexOf('-') + 1))
                .map((row, _) -> group(row))
                .findOne();
    }

    /** {@return the group that a record is a photo of} */
    public Optional<PhotoGroup> of(Handle handle, UUID item) {
        return handle.createQuery(
                        SELECT + " where g.photo_scope = (select p.code_scope from item p where p.id = :item)")
                .bind("item", item)
                .map((row, _) -> group(row))
                .findOne();
    }

    /** {@return one page of the groups in which the viewer sees something} */
    public List<PhotoGroup> list(
            Handle handle, Visibility visibility, Filter filter, Order order, int offset, int size) {
        return asked(handle, SELECT, visibility, filter, " order by " + order.sql + " limit :size offset :offset")
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> group(row))
                .list();
    }

    /** Hands over all of them in the order of their codes, without keeping them. */
    public void each(Handle transaction, Visibility visibility, Filter filter, Consumer<PhotoGroup> each) {
        try (Stream<PhotoGroup> all = asked(transaction, SELECT, visibility, filter, " order by " + Order.CODE.sql)
                .setFetchSize(FETCH)
                .map((row, _) -> group(row))
                .stream()) {
            all.forEach(each);
        }
    }

    /** {@return how many there are} */
    public long count(Handle handle, Visibility visibility, Filter filter) {
        return asked(handle, "select count(*) from photo_group g", visibility, filter, "")
                .mapTo(Long.class)
                .one();
    }

    /** {@return the group before or behind another in the order of the codes, within the same place} */
    public Optional<UUID> beside(Handle handle, Visibility visibility, PhotoGroup group, boolean before) {
        var node = new Node(group.fonds(), group.category().name(), group.classCode(), Optional.of(group.year()));
        return asked(
                        handle,
                        "select g.id from photo_group g",
                        visibility,
                        new Filter(node, ""),
                        before
                                ? " and g.reference_code < :code order by g.reference_code desc limit 1"
                                : " and g.reference_code > :code order by g.reference_code limit 1")
                .bind("code", group.code())
                .mapTo(UUID.class)
                .findOne();
    }

    /** {@return the ids of photos of a group that the viewer sees, those behind a code in the order of the codes} */
    public List<UUID> photos(Handle handle, Visibility visibility, PhotoGroup group, String after, int size) {
        var seen = VisibleCondition.of(visibility);
        return seen.bind(handle.createQuery("select i.id from item i where i.code_scope = :scope and "
                        + "i.reference_code > :after and " + seen.sql() + " order by i.reference_code limit :size"))
                .bind("scope", group.code() + '-')
                .bind("after", after)
                .bind("size", size)
                .mapTo(UUID.class)
                .list();
    }

    /** {@return how many photos of a group the viewer sees} */
    public int seen(Handle handle, Visibility visibility, UUID id) {
        var seen = VisibleCondition.of(visibility);
        return seen.bind(handle.createQuery(
                        "select count(*) from item i join photo_group g on i.code_scope = g.photo_scope"
                                + " where g.id = :id and " + seen.sql()))
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    /** {@return how a group was described, the newest version first} */
    public List<PhotoVersion> versions(Handle handle, UUID id) {
        return handle.createQuery("select * from photo_group_version where group_id = :id order by number desc")
                .bind("id", id)
                .map((row, _) -> new PhotoVersion(
                        row.getLong("number"),
                        words(row),
                        row.getString("written_by"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** Locks a group until the transaction ends. */
    static PhotoGroup locked(Handle transaction, UUID id) {
        var _ = transaction
                .createQuery("select 1 from photo_group where id = :id for update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new NotFound(PhotoProblem.NO_SUCH_GROUP));
        return transaction
                .createQuery(SELECT + " where g.id = :id")
                .bind("id", id)
                .map((row, _) -> group(row))
                .one();
    }

    private static Query asked(Handle handle, String select, Visibility visibility, Filter filter, String rest) {
        var seen = VisibleCondition.of(visibility);
        var node = filter.node();
        var words = filter.words().strip();
        var query = handle.createQuery(select + " where "
                + (visibility.isAll()
                        ? "true"
                        : "exists (select 1 from item i where i.code_scope = g.photo_scope and " + seen.sql() + ")")
                + (node.fonds().isEmpty() ? "" : " and g.fonds = :fonds")
                + (node.category().isEmpty() ? "" : " and g.category = :category")
                + (node.classCode().isEmpty() ? "" : " and g.code_class = :class")
                + (node.year().isEmpty() ? "" : " and g.year = :year")
                + (words.isEmpty()
                        ? ""
                        : " and position(lower(:words) in lower(concat_ws(' ', g.reference_code, g.title, g.theme,"
                                + " g.photographer, g.place))) > 0")
                + rest);
        return seen.bind(query)
                .bind("fonds", node.fonds())
                .bind("category", node.category())
                .bind("class", node.classCode())
                .bind("year", node.year().orElse(null))
                .bind("words", words);
    }

    private static PhotoGroup group(ResultSet row) throws SQLException {
        return new PhotoGroup(
                row.getObject("id", UUID.class),
                row.getString("reference_code"),
                row.getString("fonds"),
                Category.valueOf(row.getString("category")),
                row.getString("code_class"),
                row.getInt("year"),
                RetentionPeriod.parse(row.getString("retention")).orElseThrow(),
                row.getInt("number"),
                words(row),
                row.getInt("photos"),
                Optional.ofNullable(row.getObject("first_dated", LocalDate.class)),
                Optional.ofNullable(row.getObject("last_dated", LocalDate.class)),
                row.getString("formed_by"),
                row.getObject("formed_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static PhotoWords words(ResultSet row) throws SQLException {
        return new PhotoWords(
                row.getString("title"), row.getString("theme"), row.getString("photographer"), row.getString("place"));
    }
}
