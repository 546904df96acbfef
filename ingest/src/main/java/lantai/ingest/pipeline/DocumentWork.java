package lantai.ingest.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import lantai.ingest.propose.Field;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.Turn;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.Documents;
import lantai.ingest.review.FieldValue;
import lantai.ingest.review.Proposed;
import lantai.ocr.PageText;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads the pages of a document again and proposes anew what nobody confirmed and joined papers do not contest.
 *
 * <p>A page that has been read stands as it was found or as a person turned it; that is never found out a second time, so a
 * page turned by a person stays so. When the document changes meanwhile, what is left to do is done for it as it is now.
 */
public final class DocumentWork {
    private final Jdbi jdbi;
    private final Documents documents;
    private final FileWork files;
    private final WorkFolder work;
    private final Proposing proposing;

    public DocumentWork(Jdbi jdbi, Documents documents, FileWork files, WorkFolder work, Proposing proposing) {
        this.jdbi = jdbi;
        this.documents = documents;
        this.files = files;
        this.work = work;
        this.proposing = proposing;
    }

    /** Reads all pages of a document, if it is still under review. */
    public void reread(UUID id) {
        run(id, true);
    }

    /** Reads the pages that a person has turned since they were read, if the document is still under review. */
    public void propose(UUID id) {
        run(id, false);
    }

    private void run(UUID id, boolean all) {
        var done = attempt(id, all);
        while (!done) {
            done = attempt(id, false);
        }
    }

    private boolean attempt(UUID id, boolean all) {
        var found = jdbi.withHandle(handle -> documents.all(handle, List.of(id)));
        if (found.isEmpty() || found.getFirst().state() != DocumentState.PROPOSED) {
            return true;
        }
        var before = found.getFirst();
        List<DocumentPage> pages = new ArrayList<>();
        for (var page : before.pages()) {
            pages.add(page.filePage() == 0 ? page : read(page, all));
        }
        return jdbi.inTransaction(transaction -> {
            var now = documents.all(transaction, List.of(id));
            if (now.isEmpty() || now.getFirst().state() != DocumentState.PROPOSED) {
                return true;
            }
            if (now.getFirst().version() != before.version()) {
                return false;
            }
            documents.proposeAgain(transaction, before, pages, merged(before, proposing.propose(transaction, pages)));
            return true;
        });
    }

    private DocumentPage read(DocumentPage page, boolean always) {
        var text = work.page(page.fileId(), page.filePage());
        if (text.isEmpty()) {
            return always || page.turn() != 0
                    ? recognised(page, page.turn() == 0 ? Turn.FOUND : Turn.told(page.turn()))
                    : page;
        }
        var stands = text.get().rotation() == page.turn();
        if (text.get().engine().equals(PageText.BORN_DIGITAL)) {
            if (!stands) {
                turn(page, text.get());
            }
            return page;
        }
        return stands && !always ? page : recognised(page, Turn.told(page.turn()));
    }

    private DocumentPage recognised(DocumentPage page, Turn turn) {
        var result = files.readPage(page.fileId(), page.filePage(), turn);
        if (result.state() == ReadingState.READ || result.state() == ReadingState.NO_TEXT) {
            return new DocumentPage(page.ordinal(), page.fileId(), page.filePage(), result.rotation());
        }
        // what was read before goes on standing where it stands on the paper
        work.page(page.fileId(), page.filePage()).ifPresent(text -> turn(page, text));
        return page;
    }

    private void turn(DocumentPage page, PageText text) {
        work.replace(page.fileId(), page.filePage(), text.turned(page.turn() - text.rotation()));
    }

    /** What is proposed now, but for what a person confirmed or joined papers contest. */
    static Proposed merged(Document now, Proposed proposed) {
        var fields = new EnumMap<Field, FieldValue>(Field.class);
        fields.putAll(proposed.fields());
        now.fields().forEach((field, value) -> {
            if (value.confirmed() || value.contested()) {
                fields.put(field, value);
            }
        });
        return new Proposed(fields, proposed.particulars()).keeping(now.particulars());
    }
}
