package lantai.ingest.filing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantai.ingest.pipeline.WorkFolder;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import lantai.storage.Staging;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What is left of how an item came in: the document that was reviewed, the received files, their reading results and staged
 * bytes. A file of which another document was made as well stays with that one.
 */
public final class ReceiptTrace implements Trace {
    private static final String FILE = "file:";
    private static final String CONTENT = "content:";

    private final Jdbi jdbi;
    private final WorkFolder work;
    private final Path workRoot;
    private final Staging staging;
    private final Path stagingRoot;

    /**
     * @param workRoot the folder of the reading results
     * @param stagingRoot the folder of the staged bytes
     */
    public ReceiptTrace(Jdbi jdbi, WorkFolder work, Path workRoot, Staging staging, Path stagingRoot) {
        this.jdbi = jdbi;
        this.work = work;
        this.workRoot = workRoot;
        this.staging = staging;
        this.stagingRoot = stagingRoot;
    }

    @Override
    public String name() {
        return "receipt";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        var files = transaction
                .createQuery("""
                        select file_id from document_page where document_id = :id
                        union select old_file from scan_replacement where document_id = :id
                        """)
                .bind("id", item.id())
                .mapTo(UUID.class)
                .list();
        transaction.createUpdate("""
                        delete from document_undo u using document d
                        where d.id = :id and u.batch_id = d.batch_id
                          and position(cast(:id as text) in cast(u.snapshot as text)) > 0
                        """).bind("id", item.id()).execute();
        transaction
                .createUpdate("delete from document where id = :id")
                .bind("id", item.id())
                .execute();
        var names = new ArrayList<String>();
        for (var file : files) {
            if (isAlone(transaction, file)) {
                names.addAll(forgetFile(transaction, file));
            }
        }
        return names;
    }

    private static boolean isAlone(Handle transaction, UUID file) {
        return transaction
                .createQuery("select not exists (select 1 from document_page where file_id = :file)")
                .bind("file", file)
                .mapTo(Boolean.class)
                .one();
    }

    private static List<String> forgetFile(Handle transaction, UUID file) {
        transaction
                .createUpdate("delete from upload where file_id = :file")
                .bind("file", file)
                .execute();
        transaction.createUpdate("""
                        update batch b set destroyed = destroyed + 1 from received_file f
                        where f.id = :file and b.id = f.batch_id
                          and not exists (select 1 from sealed_file s where s.file_id = f.id)
                        """).bind("file", file).execute();
        var content = transaction
                .createQuery("delete from received_file where id = :file returning sha256")
                .bind("file", file)
                .mapTo(String.class)
                .one();
        var orphaned = transaction.createUpdate("""
                        delete from staged_object where sha256 = :content
                          and not exists (select 1 from received_file where sha256 = :content)
                        """).bind("content", content).execute();
        return orphaned == 1 ? List.of(FILE + file, CONTENT + content) : List.of(FILE + file);
    }

    @Override
    public void remove(Condemned item, List<String> names) {
        for (var name : names) {
            if (name.startsWith(FILE)) {
                work.forget(UUID.fromString(name.substring(FILE.length())));
            } else {
                removeContent(name.substring(CONTENT.length()));
            }
        }
    }

    /**
     * Takes the row of the content for a moment, as whoever receives the same bytes does; when somebody has received them
     * meanwhile, they stay.
     */
    private void removeContent(String content) {
        jdbi.useTransaction(transaction -> {
            var taken = transaction.createUpdate("""
                            insert into staged_object (sha256, sm3, size, staged_at) values (:content, :content, 0, now())
                            on conflict (sha256) do nothing
                            """).bind("content", content).execute();
            if (taken == 1) {
                staging.remove(content);
                transaction
                        .createUpdate("delete from staged_object where sha256 = :content")
                        .bind("content", content)
                        .execute();
            }
        });
    }

    @Override
    public List<Place> places() {
        return List.of(
                new Place.Folder("work", workRoot),
                new Place.Folder("staging", stagingRoot),
                new Place.Owner("receipts", ReceiptTrace::owned));
    }

    /** Received files of which other documents were made, or of which none is made yet. */
    private static Set<String> owned(Handle handle, Set<String> sha256) {
        return Set.copyOf(handle.createQuery("""
                        select distinct f.sha256 from received_file f
                        where f.sha256 = any (:contents)
                          and (f.step <> 'PROPOSED' or exists (select 1 from document_page p where p.file_id = f.id))
                        """)
                .bindArray("contents", String.class, sha256.toArray())
                .mapTo(String.class)
                .list());
    }
}
