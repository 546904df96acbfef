package lantai.ingest.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.exchange.InboundFile;
import org.jdbi.v3.core.Handle;

/** Files of one record of a package become one document again, in their order, as they are read one after the other. */
public final class DeliveredRecords {
    private final Documents documents;

    public DeliveredRecords(Documents documents) {
        this.documents = documents;
    }

    /**
     * Joins a document of one file with the one that other files of its record have become, if that still waits for review. What could be
     * undone at the desk in their batch before cannot any more.
     *
     * @return whether its file belongs to a record of a package, joined with others or not
     */
    public boolean gather(Handle transaction, Document added) {
        var record = record(transaction, added);
        if (record.isEmpty()) {
            return false;
        }
        transaction
                .createQuery("select 1 from batch where id = :batch for update")
                .bind("batch", added.batchId())
                .mapTo(Integer.class)
                .one();
        var waiting = waiting(transaction, added, record.get());
        if (waiting.isEmpty()) {
            return true;
        }
        var there = documents.get(transaction, waiting.get());
        var pages = pages(transaction, added.id(), there.id());
        var isFirst = pages.getFirst().fileId().equals(added.pages().getFirst().fileId());
        var fields = isFirst ? Joined.of(added, there) : Joined.of(there, added);
        transaction
                .createUpdate("delete from document_undo where batch_id = :batch")
                .bind("batch", added.batchId())
                .execute();
        documents.remove(transaction, added.id());
        documents.proposeAgain(transaction, there, pages, fields);
        return true;
    }

    private static Optional<String> record(Handle handle, Document document) {
        return handle.createQuery("select metadata ->> :name from received_file where id = :id")
                .bind("name", InboundFile.RECORD)
                .bind("id", document.pages().getFirst().fileId())
                .mapTo(String.class)
                .findOne();
    }

    private static Optional<UUID> waiting(Handle handle, Document added, String record) {
        return handle.createQuery("""
                        select d.id from document d
                        where d.batch_id = :batch and d.state = 'PROPOSED' and d.id <> :added and exists (
                            select 1 from document_page p join received_file f on f.id = p.file_id
                            where p.document_id = d.id and f.metadata ->> :name = :record)
                        order by d.position limit 1 for update
                        """)
                .bind("batch", added.batchId())
                .bind("added", added.id())
                .bind("name", InboundFile.RECORD)
                .bind("record", record)
                .mapTo(UUID.class)
                .findOne();
    }

    private static List<DocumentPage> pages(Handle handle, UUID one, UUID other) {
        return handle.createQuery("""
                        select row_number() over (order by f.metadata ->> :name, f.id, p.ordinal) as ordinal,
                               p.file_id, p.file_page, p.turn
                        from document_page p join received_file f on f.id = p.file_id
                        where p.document_id in (:one, :other) order by 1
                        """)
                .bind("name", InboundFile.ORDINAL)
                .bind("one", one)
                .bind("other", other)
                .map((row, _) -> new DocumentPage(
                        row.getInt("ordinal"),
                        row.getObject("file_id", UUID.class),
                        row.getInt("file_page"),
                        row.getInt("turn")))
                .list();
    }
}
