package lantai.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Versions of descriptions and relations, as rows. */
public final class DescriptionRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT = "select * from description_version where item_id = :item";

    /** {@return all versions of a record, the newest first; none when it was never edited} */
    public List<DescriptionVersion> all(Handle handle, UUID item) {
        return handle.createQuery(SELECT + " order by number desc")
                .bind("item", item)
                .map((row, _) -> version(row))
                .list();
    }

    /** {@return the newest version of a record, if it was ever edited} */
    public Optional<DescriptionVersion> newest(Handle handle, UUID item) {
        return handle.createQuery(SELECT + " order by number desc limit 1")
                .bind("item", item)
                .map((row, _) -> version(row))
                .findOne();
    }

    /** {@return the newest descriptions of those records that were ever edited} */
    Map<UUID, Description> newest(Handle handle, List<UUID> items) {
        return handle.createQuery("""
                        select distinct on (item_id) item_id, content from description_version
                        where item_id = any (:items) order by item_id, number desc
                        """)
                .bindArray("items", UUID.class, items.toArray())
                .map((row, _) -> Map.entry(row.getObject("item_id", UUID.class), description(row.getString("content"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** {@return the versions that its object does not hold yet, the oldest first} */
    public List<DescriptionVersion> unwritten(Handle handle, UUID item) {
        return handle.createQuery(SELECT + " and object_version is null order by number")
                .bind("item", item)
                .map((row, _) -> version(row))
                .list();
    }

    /** Notes that a version of the object holds a version of the description. */
    public void written(Handle transaction, UUID item, long number, int objectVersion) {
        transaction
                .createUpdate(
                        "update description_version set object_version = :object where item_id = :item and number = :number")
                .bind("object", objectVersion)
                .bind("item", item)
                .bind("number", number)
                .execute();
    }

    /** Adds a version of a record's description. */
    public void add(Handle transaction, UUID item, DescriptionVersion version) {
        transaction
                .createUpdate("""
                        insert into description_version
                            (item_id, number, content, written_by, written_at, reason, object_version)
                        values (:item, :number, cast(:content as jsonb), :by, :at, :reason, :object)
                        """)
                .bind("item", item)
                .bind("number", version.number())
                .bind("content", json(version.description()))
                .bind("by", version.writtenBy())
                .bind("at", version.writtenAt().atOffset(ZoneOffset.UTC))
                .bind("reason", version.reason())
                .bind("object", version.objectVersion() == 0 ? null : Integer.valueOf(version.objectVersion()))
                .execute();
    }

    /** {@return the relations of a record, both those written at it and those written at others} */
    public List<Tie> ties(Handle handle, UUID item) {
        return handle.createQuery("""
                        select kind, true as own, other_id as other from item_relation where item_id = :item
                        union all
                        select kind, false, item_id from item_relation where other_id = :item
                        order by 1, 2 desc, 3
                        """)
                .bind("item", item)
                .map((row, _) -> new Tie(
                        RelationKind.valueOf(row.getString("kind")),
                        row.getBoolean("own"),
                        row.getObject("other", UUID.class)))
                .list();
    }

    /** {@return the relations written at a record, with the codes of today} */
    List<Relation> relations(Handle handle, UUID item) {
        return handle.createQuery("""
                        select r.kind, i.reference_code from item_relation r join item i on i.id = r.other_id
                        where r.item_id = :item order by r.kind, i.reference_code
                        """)
                .bind("item", item)
                .map((row, _) ->
                        new Relation(RelationKind.valueOf(row.getString("kind")), row.getString("reference_code")))
                .list();
    }

    /** {@return whether it was new} */
    public boolean tie(Handle transaction, UUID item, RelationKind kind, UUID other) {
        return transaction
                        .createUpdate("""
                                insert into item_relation (item_id, kind, other_id) values (:item, :kind, :other)
                                on conflict do nothing
                                """)
                        .bind("item", item)
                        .bind("kind", kind.name())
                        .bind("other", other)
                        .execute()
                == 1;
    }

    /** {@return whether there was one} */
    boolean untie(Handle transaction, UUID item, RelationKind kind, UUID other) {
        return transaction
                        .createUpdate(
                                "delete from item_relation where item_id = :item and kind = :kind and other_id = :other")
                        .bind("item", item)
                        .bind("kind", kind.name())
                        .bind("other", other)
                        .execute()
                == 1;
    }

    private static DescriptionVersion version(ResultSet row) throws SQLException {
        return new DescriptionVersion(
                row.getLong("number"),
                description(row.getString("content")),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getInt("object_version"));
    }

    private static String json(Description description) {
        try {
            return JSON.writeValueAsString(description);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Description description(String json) {
        try {
            return JSON.readValue(json, Description.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("a stored description", foreign);
        }
    }
}
