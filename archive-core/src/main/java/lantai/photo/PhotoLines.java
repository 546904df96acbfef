package lantai.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Visibility;
import lantai.access.VisibleCondition;
import lantai.description.FirstWords;
import lantai.record.CodeGaps;
import lantai.record.ItemRegister;
import org.jdbi.v3.core.Handle;

/** Reads the photos of a group with their captions, and what tells of those that are not here any more. */
public final class PhotoLines {
    private static final List<String> ELEMENTS =
            List.of("event", "taken", "place", "figures", "backdrop", "photographer");

    private final ItemRegister items;
    private final FirstWords first;

    /** @param first what was said of photos when they were filed, for those that nobody has described since */
    public PhotoLines(ItemRegister items, FirstWords first) {
        this.items = items;
        this.first = first;
    }

    /**
     * Lines of a group in the order of their numbers.
     *
     * @param visibility what of it is shown; numbers without a photo are shown to everybody who sees the group
     * @param after the lines begin above this number; 0 for the beginning
     */
    public List<PhotoLine> of(Handle handle, Visibility visibility, PhotoGroup group, int after, int size) {
        var seen = VisibleCondition.of(visibility);
        var query = handle.createQuery("""
                select i.item_number as number, i.reference_code, i.id, i.title, i.dated, i.page_count, i.object_version,
                    cast(d.content -> 'values' as text) as said, null as kind, '' as reason,
                    cast(null as timestamptz) as gone_at
                from item i left join lateral (
                    select v.content from description_version v where v.item_id = i.id order by v.number desc limit 1) d
                    on true
                where i.code_scope = :scope and i.item_number > :after and %s
                union all
                select n.number, n.reference_code, null, '', null, 0, 0, null, n.kind, n.reason, n.written_at
                from code_gap n where n.scope = :scope and n.number > :after
                    and not exists (select 1 from item o where o.code_scope = n.scope and o.item_number = n.number)
                order by number limit :size
                """.formatted(seen.sql()));
        return seen.bind(query)
                .bind("scope", group.code() + '-')
                .bind("after", after)
                .bind("size", size)
                .map((row, _) -> line(handle, group, row))
                .list();
    }

    private PhotoLine line(Handle handle, PhotoGroup group, ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        if (kind != null) {
            return new PhotoLine.Gone(
                    row.getInt("number"),
                    row.getString("reference_code"),
                    CodeGaps.Kind.valueOf(kind),
                    row.getString("reason"),
                    row.getObject("gone_at", OffsetDateTime.class).toInstant());
        }
        var id = row.getObject("id", UUID.class);
        var said = row.getString("said") == null && row.getInt("object_version") > 0
                ? items.find(handle, id).map(first::of).orElse(Map.of())
                : Said.parse(row.getString("said"));
        return new PhotoLine.Photo(
                row.getInt("number"),
                row.getString("reference_code"),
                id,
                row.getString("title"),
                row.getInt("page_count"),
                caption(said, row, group.words()),
                ELEMENTS.stream().anyMatch(said::containsKey));
    }

    /** What nobody has written follows from what is known. */
    private static Caption caption(Map<String, String> said, ResultSet row, PhotoWords group) throws SQLException {
        var known = new HashMap<String, String>();
        known.put("event", row.getString("title"));
        known.put(
                "taken",
                Optional.ofNullable(row.getObject("dated", LocalDate.class))
                        .map(LocalDate::toString)
                        .orElse(""));
        known.put("place", group.place());
        known.put("photographer", group.photographer());
        known.putAll(said);
        var words = ELEMENTS.stream()
                .map(element -> known.getOrDefault(element, ""))
                .toList();
        return new Caption(words.get(0), words.get(1), words.get(2), words.get(3), words.get(4), words.get(5));
    }
}
