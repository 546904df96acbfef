package lantai.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.PageFact.TextSource;
import lantai.ingest.reader.Reading;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;

/** The received files and how far they have come. */
public final class ReceivedFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstantSource clock;

    public ReceivedFiles(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public ReceivedFile get(Handle handle, UUID id) {
        return handle.createQuery("select * from received_file where id = :id")
                .bind("id", id)
                .map((row, _) -> file(row))
                .findOne()
                .orElseThrow(() -> new NotFound(IntakeProblem.NO_SUCH_FILE, id));
    }

    /**
     * One page of the files of a batch, in the order of their paths.
     *
     * @param step only files at this step
     * @param after the last path of the page before, empty at the start
     */
    public List<ReceivedFile> ofBatch(Handle handle, UUID batch, Optional<Step> step, String after, int size) {
        return handle.createQuery("""
            select * from received_file
            where batch_id = :batch and path > :after and (cast(:step as text) is null or step = :step)
            order by path, id limit :size
            """)
                .bind("batch", batch)
                .bind("after", after)
                .bind("step", step.map(Step::name).orElse(null))
                .bind("size", size)
                .map((row, _) -> file(row))
                .list();
    }

    /** {@return the SHA-256 of every file of a batch, whatever became of it} */
    public Set<String> digests(Handle handle, UUID batch) {
        return handle.createQuery("select distinct sha256 from received_file where batch_id = :batch")
                .bind("batch", batch)
                .mapTo(String.class)
                .set();
    }

    /** {@return files in quarantine, the latest first} */
    public List<ReceivedFile> quarantined(Handle handle, int offset, int size) {
        return handle.createQuery("""
            select * from received_file where step = 'QUARANTINED'
            order by changed_at desc, id limit :size offset :offset
            """)
                .bind("offset", offset)
                .bind("size", size)
                .map((row, _) -> file(row))
                .list();
    }

    /** {@return the files with these ids} */
    public List<ReceivedFile> all(Handle handle, List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery("select * from received_file where id in (<ids>)")
                        .bindList("ids", ids)
                        .map((row, _) -> file(row))
                        .list();
    }

    /** Notes that reading has begun. {@return how often it has been begun now} */
    public int begin(Handle transaction, UUID id) {
        return transaction
                .createQuery("""
                    update received_file set attempts = attempts + 1, begun_at = :now, changed_at = :now where id = :id
                    returning attempts
                    """)
                .bind("id", id)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one();
    }

    /** Notes what a file is. Has no effect on a file that has been settled meanwhile. */
    public void checked(Handle transaction, UUID id, Reading reading) {
        var facts = new java.util.TreeMap<String, String>();
        reading.facts().forEach((fact, value) -> facts.put(fact.name(), value));
        facts.put("state", reading.state().code());
        transaction
                .createUpdate("""
                    update received_file set
                        step = case when step = 'RECEIVED' then 'CHECKED' else step end,
                        mime = :mime, puid = :puid, format_name = :name, kind = :kind, page_count = :pages,
                        pages_read = :read, metadata = metadata || cast(:facts as jsonb), changed_at = :now
                    where id = :id and step in ('RECEIVED', 'CHECKED', 'READ')
                    """)
                .bind("id", id)
                .bind("mime", reading.format().mime())
                .bind("puid", reading.format().puid())
                .bind("name", reading.format().name())
                .bind("kind", reading.kind().name())
                .bind("pages", reading.pages().size())
                .bind(
                        "read",
                        reading.pages().stream()
                                .filter(page -> page.source() != TextSource.OCR)
                                .count())
                .bind("facts", json(facts))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Notes that so many pages are read. */
    public void progress(Handle transaction, UUID id, int pagesRead) {
        transaction
                .createUpdate("update received_file set pages_read = :read, changed_at = :now where id = :id")
                .bind("id", id)
                .bind("read", pagesRead)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /**
     * Moves a file on from steps it may be at.
     *
     * @param reason why, for a file that goes into quarantine
     * @return whether it was moved; false when it is not at one of those steps any more
     */
    public boolean move(Handle transaction, UUID id, List<Step> from, Step to, Optional<String> reason) {
        return transaction
                        .createUpdate("""
                            update received_file set step = :to, reason = :reason, changed_at = :now
                            where id = :id and step in (<from>)
                            """)
                        .bind("id", id)
                        .bind("to", to.name())
                        .bind("reason", reason.orElse(null))
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .bindList("from", from.stream().map(Step::name).toList())
                        .execute()
                == 1;
    }

    /** Notes what the virus scanner said of a file, in the scanner's words. */
    public void found(Handle transaction, UUID id, String finding) {
        transaction
                .createUpdate("update received_file set metadata = metadata || cast(:finding as jsonb) where id = :id")
                .bind("id", id)
                .bind("finding", json(Map.of(ReceivedFile.VIRUS_SCAN, finding)))
                .execute();
    }

    static ReceivedFile file(ResultSet row) throws SQLException {
        return new ReceivedFile(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getString("path"),
                row.getString("sha256"),
                row.getLong("size"),
                Step.valueOf(row.getString("step")),
                Optional.ofNullable(row.getString("reason")),
                row.getBoolean("seen_before"),
                Optional.ofNullable(row.getString("mime")).orElse(""),
                Optional.ofNullable(row.getString("puid")).orElse(""),
                Optional.ofNullable(row.getString("format_name")).orElse(""),
                FileKind.valueOf(row.getString("kind")),
                row.getInt("page_count"),
                row.getInt("pages_read"),
                map(row.getString("metadata")),
                row.getInt("attempts"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    /**
     * How something came in.
     *
     * @param batch the title of its batch
     */
    public record Delivery(String batch, Instant at) {}

    /** {@return the deliveries that a document's pages came in with, oldest first} */
    public List<Delivery> deliveries(Handle handle, UUID document) {
        return handle.createQuery("""
            select b.title, min(f.received_at) as at
            from document_page p join received_file f on f.id = p.file_id join batch b on b.id = f.batch_id
            where p.document_id = :document group by b.id, b.title order by at
            """)
                .bind("document", document)
                .map((row, _) -> new Delivery(
                        row.getString("title"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    static String json(Map<String, String> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, String> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("metadata of a received file", foreign);
        }
    }
}
