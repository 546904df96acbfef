package lantai.ingest.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.propose.Field;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The documents under review, as rows. */
public final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());
    private static final TypeReference<Map<Field, FieldValue>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, ParticularValue>> PARTICULARS = new TypeReference<>() {};

    private static final int GROUP = 500;

    private final InstantSource clock;

    public Documents(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds a document to a batch, in the order of delivery. */
    public Document add(Handle transaction, UUID batch, Map<Field, FieldValue> fields, List<DocumentPage> pages) {
        return add(transaction, batch, new Proposed(fields, Map.of()), pages);
    }

    /** Adds a document to a batch with what it tells beside its fields, in the order of delivery. */
    public Document add(Handle transaction, UUID batch, Proposed proposed, List<DocumentPage> pages) {
        var place = Places.ofFile(transaction, batch, pages.getFirst().fileId());
        return insert(transaction, batch, place, proposed, pages);
    }

    Document insert(Handle transaction, UUID batch, int position, Proposed proposed, List<DocumentPage> pages) {
        var document = new Document(
                UUID.randomUUID(),
                batch,
                position,
                DocumentState.PROPOSED,
                proposed.fields(),
                Optional.empty(),
                0,
                pages,
                proposed.particulars());
        restore(transaction, document);
        return document;
    }

    /** Writes a document with the id and version it has. */
    void restore(Handle transaction, Document document) {
        transaction
                .createUpdate("""
                    insert into document (id, batch_id, position, state, fields, particulars, changed_at, version)
                    values (:id, :batch, :position, :state, cast(:fields as jsonb),
                            cast(:particulars as jsonb), :now, :version)
                    """)
                .bind("id", document.id())
                .bind("batch", document.batchId())
                .bind("position", document.position())
                .bind("state", document.state().name())
                .bind("fields", json(document.fields()))
                .bind("particulars", json(document.particulars()))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("version", document.version())
                .execute();
        writePages(transaction, document.id(), document.pages());
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public Document get(Handle handle, UUID id) {
        return all(handle, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(ReviewProblem.NO_SUCH_DOCUMENT, id));
    }

    /** {@return the documents with these ids and their pages, in two queries} */
    public List<Document> all(Handle handle, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var pages = pages(handle, ids);
        return handle.createQuery("select * from document where id in (<ids>) order by batch_id, position")
                .bindList("ids", ids)
                .map((row, _) -> document(row, pages))
                .list();
    }

    /**
     * One page of a queue, in the order of delivery.
     *
     * @param batch only documents of this batch
     * @param state only documents in this state
     */
    public List<UUID> queue(Handle handle, Optional<UUID> batch, DocumentState state, int offset, int size) {
        return handle.createQuery("""
            select d.id from document d join batch b on b.id = d.batch_id
            where d.state = :state and (cast(:batch as uuid) is null or d.batch_id = :batch)
            order by b.created_at, b.id, d.position limit :size offset :offset
            """)
                .bind("state", state.name())
                .bind("batch", batch.orElse(null))
                .bind("size", size)
                .bind("offset", offset)
                .mapTo(UUID.class)
                .list();
    }

    /** {@return the items that were filed from a batch} */
    public List<UUID> filedOf(Handle handle, UUID batch) {
        return handle.createQuery("select id from document where batch_id = :batch and state = 'FILED'")
                .bind("batch", batch)
                .mapTo(UUID.class)
                .list();
    }

    /** {@return the documents that wait without anything doubtful or missing in them, in the order of delivery} */
    public List<UUID> clear(Handle handle, Optional<UUID> batch) {
        List<UUID> clear = new ArrayList<>();
        var all = queue(handle, batch, DocumentState.PROPOSED, 0, Integer.MAX_VALUE);
        for (var from = 0; from < all.size(); from += GROUP) {
            handle.createQuery("select id, cast(fields as text) as fields from document where id in (<ids>)")
                    .bindList("ids", all.subList(from, Math.min(all.size(), from + GROUP)))
                    .map((row, _) -> FieldCheck.isClear(fields(row.getString("fields")))
                            && clear.add(row.getObject("id", UUID.class)))
                    .list();
        }
        var wanted = java.util.Set.copyOf(clear);
        return all.stream().filter(wanted::contains).toList();
    }

    /** {@return how many documents wait for review: the one number behind every "to review"; accepted ones do not wait} */
    public int toReview(Handle handle, Optional<UUID> batch) {
        return count(handle, batch, DocumentState.PROPOSED);
    }

    /** {@return how many documents are in a state} */
    public int count(Handle handle, Optional<UUID> batch, DocumentState state) {
        return handle.createQuery("""
            select count(*) from document
            where state = :state and (cast(:batch as uuid) is null or batch_id = :batch)
            """)
                .bind("state", state.name())
                .bind("batch", batch.orElse(null))
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Changes a document, if it is still the one that the caller saw.
     *
     * @throws Refused when somebody else has changed it meanwhile
     */
    public Document change(Handle transaction, Document seen, Map<Field, FieldValue> fields, DocumentState state) {
        var changed = transaction
                .createUpdate("""
                    update document set fields = cast(:fields as jsonb), state = :state, version = version + 1,
                                        changed_at = :now
                    where id = :id and version = :version
                    """)
                .bind("id", seen.id())
                .bind("version", seen.version())
                .bind("fields", json(fields))
                .bind("state", state.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        if (changed == 0) {
            throw new Refused(ReviewProblem.CHANGED_BY_ANOTHER);
        }
        return get(transaction, seen.id());
    }

    /** Accepts a document as it was proposed; its values stay marked as confirmed by nobody. */
    public void acceptUnseen(Handle transaction, Document seen) {
        change(transaction, seen, seen.fields(), DocumentState.ACCEPTED);
    }

    /** Gives a document under review other pages and proposals. */
    public void proposeAgain(
            Handle transaction, Document seen, List<DocumentPage> pages, Map<Field, FieldValue> fields) {
        change(transaction, seen, fields, DocumentState.PROPOSED);
        writePages(transaction, seen.id(), pages);
    }

    /** Gives a document under review other pages, proposals and particulars. */
    public void proposeAgain(Handle transaction, Document seen, List<DocumentPage> pages, Proposed proposed) {
        proposeAgain(transaction, seen, pages, proposed.fields());
        tell(transaction, seen.id(), proposed.particulars());
    }

    /** Writes down what a document tells beside its fields. */
    void tell(Handle transaction, UUID document, Map<String, ParticularValue> particulars) {
        transaction
                .createUpdate("update document set particulars = cast(:particulars as jsonb) where id = :id")
                .bind("id", document)
                .bind("particulars", json(particulars))
                .execute();
    }

    /** Reserves a reference code and marks a document as being filed. */
    public void reserve(Handle transaction, Document seen, String referenceCode) {
        change(transaction, seen, seen.fields(), DocumentState.FILING);
        transaction
                .createUpdate("update document set reference_code = :code where id = :id")
                .bind("id", seen.id())
                .bind("code", referenceCode)
                .execute();
    }

    /**
     * Makes one document, ready to be filed, of documents under review. What could be undone at the desk in their batch before cannot
     * any more.
     *
     * @param id of the new document
     * @param from the documents that become part of it
     * @param pages in their order
     * @return whether it was made; nothing is changed when one of the documents is not under review any more
     */
    public boolean assemble(
            Handle transaction,
            UUID id,
            UUID batch,
            List<UUID> from,
            Map<Field, FieldValue> fields,
            List<DocumentPage> pages,
            String referenceCode) {
        var waiting = transaction
                .createQuery("""
                    select position from document
                    where id = any (:from) and state in ('PROPOSED', 'ACCEPTED') order by position for update
                    """)
                .bindArray("from", UUID.class, from.toArray())
                .mapTo(Integer.class)
                .list();
        if (waiting.size() != from.size()) {
            return false;
        }
        transaction
                .createUpdate("delete from document_undo where batch_id = :batch")
                .bind("batch", batch)
                .execute();
        var told = Joined.particulars(
                from.stream().map(document -> get(transaction, document)).toList());
        from.forEach(document -> remove(transaction, document));
        restore(
                transaction,
                new Document(
                        id,
                        batch,
                        waiting.getFirst(),
                        DocumentState.FILING,
                        fields,
                        Optional.of(referenceCode),
                        0,
                        pages,
                        told));
        transaction
                .createUpdate("update document set reference_code = :code where id = :id")
                .bind("id", id)
                .bind("code", referenceCode)
                .execute();
        return true;
    }

    /** Takes the reference code from a document and puts it back under review. */
    public void release(Handle transaction, Document seen) {
        change(transaction, seen, seen.fields(), DocumentState.PROPOSED);
        transaction
                .createUpdate("update document set reference_code = null where id = :id")
                .bind("id", seen.id())
                .execute();
    }

    /**
     * Parts a document that was to become the pages of an entry from it, and puts it back under review under an id of its own.
     */
    public void part(Handle transaction, Document seen) {
        remove(transaction, seen.id());
        restore(
                transaction,
                new Document(
                        UUID.randomUUID(),
                        seen.batchId(),
                        seen.position(),
                        DocumentState.PROPOSED,
                        seen.fields(),
                        Optional.empty(),
                        0,
                        seen.pages(),
                        seen.particulars()));
    }

    /** Replaces the pages of a document. */
    void writePages(Handle transaction, UUID document, List<DocumentPage> pages) {
        transaction
                .createUpdate("delete from document_page where document_id = :id")
                .bind("id", document)
                .execute();
        var rows = transaction.prepareBatch("""
            insert into document_page (document_id, ordinal, file_id, file_page, turn)
            values (:document, :ordinal, :file, :page, :turn)
            """);
        var ordinal = 1;
        for (var page : pages) {
            rows.bind("document", document)
                    .bind("ordinal", ordinal++)
                    .bind("file", page.fileId())
                    .bind("page", page.filePage())
                    .bind("turn", page.turn())
                    .add();
        }
        rows.execute();
    }

    void remove(Handle transaction, UUID document) {
        transaction
                .createUpdate("delete from document where id = :id")
                .bind("id", document)
                .execute();
    }

    /** {@return whether every document made of a file has been put aside} */
    boolean isRejected(Handle handle, UUID file) {
        return handle.createQuery("""
            select count(*) from document_page p join document d on d.id = p.document_id
            where p.file_id = :file and d.state <> 'REJECTED'
            """).bind("file", file).mapTo(Integer.class).one() == 0;
    }

    /** {@return whether a page of a document belongs to another one as well, which is not aside} */
    boolean isTakenUp(Handle handle, UUID document) {
        return handle.createQuery("""
            select count(*) from document_page mine
            join document_page theirs on theirs.file_id = mine.file_id and theirs.file_page = mine.file_page
            join document d on d.id = theirs.document_id
            where mine.document_id = :id and d.id <> :id and d.state not in ('REJECTED', 'CANCELLED')
            """).bind("id", document).mapTo(Integer.class).one() > 0;
    }

    /**
     * Parts of files that were put aside while other parts of the same file go on, the last first.
     *
     * @param offset how many to pass over
     */
    public List<UUID> partsAside(Handle handle, int offset, int size) {
        return handle.createQuery("""
            select d.id from document d join batch b on b.id = d.batch_id
            where d.state = 'REJECTED' and b.state <> 'CANCELLED' and exists (
                select 1 from document_page p join received_file f on f.id = p.file_id
                where p.document_id = d.id and f.step = 'PROPOSED')
              and not exists (
                select 1 from document_page mine
                join document_page theirs on theirs.file_id = mine.file_id
                                             and theirs.file_page = mine.file_page
                join document t on t.id = theirs.document_id
                where mine.document_id = d.id and t.id <> d.id and t.state not in ('REJECTED', 'CANCELLED'))
            order by d.changed_at desc, d.id limit :size offset :offset
            """)
                .bind("size", size)
                .bind("offset", offset)
                .mapTo(UUID.class)
                .list();
    }

    /** {@return the reason that a person gave for putting a document aside, empty when it is not known} */
    public String reasonAside(Handle handle, UUID document) {
        return handle.createQuery("""
            select detail ->> 'reason' from audit_entry
            where subject_type = 'document' and subject_id = :id and action = 'FILE_QUARANTINED'
            order by id desc limit 1
            """)
                .bind("id", document.toString())
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    /** {@return the documents that hold pages of a file} */
    public List<UUID> ofFile(Handle handle, UUID file) {
        return handle.createQuery("select distinct document_id from document_page where file_id = :file")
                .bind("file", file)
                .mapTo(UUID.class)
                .list();
    }

    private static Map<UUID, List<DocumentPage>> pages(Handle handle, List<UUID> ids) {
        Map<UUID, List<DocumentPage>> pages = new HashMap<>();
        handle.createQuery("select * from document_page where document_id in (<ids>) order by document_id, ordinal")
                .bindList("ids", ids)
                .map((row, _) -> pages.computeIfAbsent(row.getObject("document_id", UUID.class), _ -> new ArrayList<>())
                        .add(new DocumentPage(
                                row.getInt("ordinal"),
                                row.getObject("file_id", UUID.class),
                                row.getInt("file_page"),
                                row.getInt("turn"))))
                .list();
        return pages;
    }

    private static Document document(ResultSet row, Map<UUID, List<DocumentPage>> pages) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Document(
                id,
                row.getObject("batch_id", UUID.class),
                row.getInt("position"),
                DocumentState.valueOf(row.getString("state")),
                fields(row.getString("fields")),
                Optional.ofNullable(row.getString("reference_code")),
                row.getInt("version"),
                pages.getOrDefault(id, List.of()),
                parse(row.getString("particulars"), PARTICULARS));
    }

    static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("a document's stored fields", foreign);
        }
    }

    private static Map<Field, FieldValue> fields(String json) {
        return parse(json, FIELDS);
    }
}
