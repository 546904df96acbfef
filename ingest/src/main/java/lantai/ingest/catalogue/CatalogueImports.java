package lantai.ingest.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.ingest.reader.SheetReading;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** The imports and how far they have come. A state is left only by the one who found it in that state. */
public final class CatalogueImports {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private final InstantSource clock;

    public CatalogueImports(InstantSource clock) {
        this.clock = clock;
    }

    void add(Handle transaction, SignedIn who, UUID id, String title) {
        transaction
                .createUpdate("""
                        insert into catalogue_import
                            (id, title, state, department_id, created_by, created_name, created_at, changed_at)
                        values (:id, :title, 'RECEIVED', :department, :by, :name, :now, :now)
                        """)
                .bind("id", id)
                .bind("title", title)
                .bind("department", who.account().departmentId().orElse(null))
                .bind("by", who.account().id())
                .bind("name", who.account().name())
                .bind("now", now())
                .execute();
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public CatalogueImport get(Handle handle, UUID id) {
        return get(handle, id, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    CatalogueImport take(Handle transaction, UUID id) {
        return get(transaction, id, " for update");
    }

    private static CatalogueImport get(Handle handle, UUID id, String lock) {
        return handle.createQuery("select * from catalogue_import where id = :id" + lock)
                .bind("id", id)
                .map((row, _) -> of(row))
                .findOne()
                .orElseThrow(() -> new NotFound(CatalogueProblem.NO_SUCH_IMPORT, id));
    }

    /**
     * One page of imports, the newest first.
     *
     * @param before the last of the page before, nothing at the start
     */
    public List<CatalogueImport> list(Handle handle, Optional<UUID> before, int size) {
        return handle.createQuery("""
                        select * from catalogue_import c
                        where cast(:before as uuid) is null
                              or (c.created_at, c.id) < (select l.created_at, l.id from catalogue_import l where l.id = :before)
                        order by created_at desc, id desc limit :size
                        """)
                .bind("before", before.orElse(null))
                .bind("size", size)
                .map((row, _) -> of(row))
                .list();
    }

    /** {@return imports that wait for a person and that nobody has touched for so many days} */
    List<UUID> untouched(Handle handle, int days) {
        return handle.createQuery("""
                        select id from catalogue_import
                        where state in ('READ', 'CHECKED', 'REFUSED') and changed_at < :before order by id
                        """)
                .bind("before", now().minusDays(days))
                .mapTo(UUID.class)
                .list();
    }

    /** What the reader said, with the mapping that is proposed. */
    void read(Handle transaction, UUID id, SheetReading reading, Mapping proposed) {
        transaction
                .createUpdate("""
                        update catalogue_import set state = 'READ', form = :form, charset = :charset,
                            separator = :separator, sheet = :sheet, row_count = :rows, heading = :heading,
                            fields = :fields, changed_at = :now
                        where id = :id and state = 'RECEIVED'
                        """)
                .bind("id", id)
                .bind("form", reading.form())
                .bind("charset", reading.charset())
                .bind("separator", reading.separator())
                .bind("sheet", reading.sheet())
                .bind("rows", reading.rows())
                .bind("heading", proposed.heading())
                .bindArray("fields", String.class, proposed.names().toArray())
                .bind("now", now())
                .execute();
    }

    /**
     * Gives an import another mapping, if it is still the one that the caller saw.
     *
     * @throws Refused when somebody else has changed it meanwhile
     */
    void map(Handle transaction, CatalogueImport seen, Mapping mapping) {
        var changed = transaction
                .createUpdate("""
                        update catalogue_import set heading = :heading, fields = :fields, version = version + 1,
                            changed_at = :now
                        where id = :id and version = :version
                        """)
                .bind("id", seen.id())
                .bind("version", seen.version())
                .bind("heading", mapping.heading())
                .bindArray("fields", String.class, mapping.names().toArray())
                .bind("now", now())
                .execute();
        if (changed == 0) {
            throw new Refused(CatalogueProblem.CHANGED_BY_ANOTHER);
        }
    }

    /**
     * Moves an import on.
     *
     * @param reason a code of the message bundles, may be empty
     * @return whether it was in one of these states
     */
    boolean move(Handle transaction, UUID id, Collection<ImportState> from, ImportState to, String reason) {
        return transaction
                        .createUpdate("""
                                update catalogue_import set state = :to, reason = :reason, done = 0,
                                    version = version + 1, changed_at = :now
                                where id = :id and state = any (:from)
                                """)
                        .bind("id", id)
                        .bind("to", to.name())
                        .bind("reason", reason)
                        .bind("now", now())
                        .bindArray(
                                "from",
                                String.class,
                                from.stream().map(ImportState::name).toArray())
                        .execute()
                == 1;
    }

    /** Writes down how far the work has come. {@return whether it is to go on: nobody has stopped it} */
    boolean progress(Handle transaction, UUID id, ImportState during, int done) {
        return transaction
                        .createUpdate("""
                                update catalogue_import set done = :done, changed_at = :now
                                where id = :id and state = :during
                                """)
                        .bind("id", id)
                        .bind("done", done)
                        .bind("during", during.name())
                        .bind("now", now())
                        .execute()
                == 1;
    }

    void count(Handle transaction, UUID id, Map<String, Integer> counts) {
        transaction
                .createUpdate("update catalogue_import set counts = cast(:counts as jsonb) where id = :id")
                .bind("id", id)
                .bind("counts", json(counts))
                .execute();
    }

    void applied(Handle transaction, UUID id, String by) {
        transaction
                .createUpdate("update catalogue_import set applied_by = :by, applied_at = :now where id = :id")
                .bind("id", id)
                .bind("by", by)
                .bind("now", now())
                .execute();
    }

    /** Remembers what headings mean. */
    void remember(Handle transaction, List<String> headings, Mapping mapping, String by) {
        transaction
                .createUpdate("""
                        insert into catalogue_mapping (heading, fields, saved_by, saved_at)
                        values (:heading, :fields, :by, :now)
                        on conflict (heading) do update
                            set fields = excluded.fields, saved_by = excluded.saved_by, saved_at = excluded.saved_at
                        """)
                .bindArray("heading", String.class, headings.toArray())
                .bindArray("fields", String.class, mapping.names().toArray())
                .bind("by", by)
                .bind("now", now())
                .execute();
    }

    /** {@return what these headings meant the last time} */
    Optional<List<String>> remembered(Handle handle, List<String> headings) {
        return handle.createQuery("select fields from catalogue_mapping where heading = cast(:heading as text[])")
                .bindArray("heading", String.class, headings.toArray())
                .map((row, _) -> List.of((String[]) row.getArray("fields").getArray()))
                .findOne();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static CatalogueImport of(ResultSet row) throws SQLException {
        return new CatalogueImport(
                row.getObject("id", UUID.class),
                row.getString("title"),
                ImportState.valueOf(row.getString("state")),
                row.getString("reason"),
                new CatalogueImport.Table(
                        row.getString("form"),
                        row.getString("charset"),
                        row.getString("separator"),
                        row.getString("sheet")),
                Mapping.of(row.getInt("heading"), List.of((String[])
                        row.getArray("fields").getArray())),
                row.getInt("row_count"),
                row.getInt("done"),
                Optional.ofNullable(row.getObject("department_id", UUID.class)),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("applied_by")),
                Optional.ofNullable(row.getObject("applied_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                counts(row.getString("counts")),
                row.getInt("version"));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Integer> counts(String json) {
        try {
            return JSON.readValue(json, COUNTS);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("the counts of an import", foreign);
        }
    }
}
