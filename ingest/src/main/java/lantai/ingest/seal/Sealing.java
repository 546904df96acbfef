package lantai.ingest.seal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import lantai.account.SignedIn;
import lantai.problem.Refused;
import lantai.storage.Fixity;
import org.jdbi.v3.core.Handle;

/** One sealing, in one transaction. The bytes are locked first, as whoever receives the same bytes locks them. */
final class Sealing {
    private static final Pattern LEVEL = Pattern.compile("绝密|机密|秘密");

    private final Handle transaction;
    private final Instant now;

    Sealing(Handle transaction, Instant now) {
        this.transaction = transaction;
        this.now = now;
    }

    UUID seal(SignedIn who, UUID document, String mark) {
        var contents = lockContents(document);
        var files = ids("select id from received_file where sha256 = any (:values)", contents);
        var documents = documents(files);
        var id = UUID.randomUUID();
        insert(id, who, documents, level(mark));
        files.forEach(file -> close(id, file));
        forgetReading(who, documents);
        asideWithoutDocument(documents);
        return id;
    }

    /** The level alone: what else stands in the mark is kept from the note. */
    private static String level(String mark) {
        var level = LEVEL.matcher(mark);
        return level.find() ? level.group() : mark;
    }

    private List<String> lockContents(UUID document) {
        return transaction
                .createQuery("""
                        select sha256 from staged_object where sha256 in (
                            select f.sha256 from document_page p join received_file f on f.id = p.file_id
                            where p.document_id = :document)
                        order by sha256 for update
                        """)
                .bind("document", document)
                .mapTo(String.class)
                .list();
    }

    private List<UUID> documents(List<UUID> files) {
        var busy = transaction
                .createQuery("""
                        select exists (select 1 from document_page p join document d on d.id = p.document_id
                        where p.file_id = any (:files) and d.state = 'FILING')
                        """)
                .bindArray("files", UUID.class, files.toArray())
                .mapTo(Boolean.class)
                .one();
        if (busy) {
            throw new Refused(SealProblem.BEING_FILED);
        }
        return transaction
                .createQuery("""
                        select distinct d.id from document_page p join document d on d.id = p.document_id
                        where p.file_id = any (:files) and d.state <> 'FILED'
                        """)
                .bindArray("files", UUID.class, files.toArray())
                .mapTo(UUID.class)
                .list();
    }

    private void insert(UUID id, SignedIn who, List<UUID> documents, String level) {
        transaction
                .createUpdate("""
                        insert into sealed_paper (id, mark, state, documents, sealed_at, sealed_by)
                        values (:id, :mark, 'SEALED', :documents, :now, :by)
                        """)
                .bind("id", id)
                .bind("mark", level)
                .bindArray("documents", UUID.class, documents.toArray())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("by", who.account().name())
                .execute();
    }

    private void close(UUID paper, UUID file) {
        var path = transaction
                .createQuery("select path from received_file where id = :file")
                .bind("file", file)
                .mapTo(String.class)
                .one();
        transaction
                .createUpdate("""
                        insert into sealed_file (file_id, paper_id, name, sha256, sm3, size)
                        select f.id, :paper, :name, f.sha256, o.sm3, f.size
                        from received_file f join staged_object o on o.sha256 = f.sha256 where f.id = :file
                        """)
                .bind("paper", paper)
                .bind("name", MaskedName.of(path, file))
                .bind("file", file)
                .execute();
        transaction
                .createUpdate("""
                        update received_file set step = 'SEALED', reason = 'state_secret', path = :name, metadata = '{}',
                            changed_at = :now where id = :file
                        """)
                .bind("name", MaskedName.of(path, file))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("file", file)
                .execute();
        transaction
                .createUpdate("""
                        update batch b set title = :name from received_file f
                        where f.id = :file and b.id = f.batch_id and position(:told in b.title) > 0
                        """)
                .bind("file", file)
                .bind("name", MaskedName.of(path, file))
                .bind("told", MaskedName.told(path))
                .execute();
        transaction
                .createUpdate("delete from upload where file_id = :file")
                .bind("file", file)
                .execute();
    }

    private void forgetReading(SignedIn who, List<UUID> documents) {
        transaction
                .createUpdate("""
                        update document set state = 'REJECTED', fields = '{}', version = version + 1, changed_at = :now,
                            changed_by = :by where id = any (:documents)
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("by", who.account().id())
                .bindArray("documents", UUID.class, documents.toArray())
                .execute();
        transaction
                .createUpdate("""
                        delete from document_undo u using document d
                        where d.id = any (:documents) and u.batch_id = d.batch_id
                          and position(cast(d.id as text) in cast(u.snapshot as text)) > 0
                        """)
                .bindArray("documents", UUID.class, documents.toArray())
                .execute();
    }

    /** Files that were joined with a sealed one and bear no mark themselves can be tried again. */
    private void asideWithoutDocument(List<UUID> documents) {
        transaction
                .createUpdate("""
                        update received_file f set step = 'QUARANTINED', reason = 'rejected', changed_at = :now
                        where f.step = 'PROPOSED'
                          and exists (select 1 from document_page p
                                      where p.file_id = f.id and p.document_id = any (:documents))
                          and not exists (select 1 from document_page p join document d on d.id = p.document_id
                                          where p.file_id = f.id and d.state <> 'REJECTED')
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindArray("documents", UUID.class, documents.toArray())
                .execute();
    }

    private List<UUID> ids(String query, List<String> values) {
        return transaction
                .createQuery(query)
                .bindArray("values", String.class, values.toArray())
                .mapTo(UUID.class)
                .list();
    }

    static List<SealedPaper.SealedFile> files(Handle handle, UUID paper) {
        return handle.createQuery("select * from sealed_file where paper_id = :paper order by name")
                .bind("paper", paper)
                .map((row, _) -> new SealedPaper.SealedFile(
                        row.getObject("file_id", UUID.class),
                        row.getString("name"),
                        new Fixity(row.getString("sha256"), row.getString("sm3"), row.getLong("size"))))
                .list();
    }
}
