package lantai.ingest.correction;

import java.util.UUID;
import lantai.ingest.pipeline.WorkFolder;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.Documents;
import lantai.ocr.PageText;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * The texts of pages under review. Another text takes the place of what was read, which is kept beside it and filed with it;
 * proposals of documents that nobody has accepted are made anew.
 */
public final class ReviewTexts {
    private final Documents documents;
    private final WorkFolder work;
    private final Renewal renewal;

    /** Orders proposals anew for a document whose text has changed. */
    public interface Renewal {
        void order(Handle transaction, UUID document);
    }

    public ReviewTexts(Documents documents, WorkFolder work, Renewal renewal) {
        this.documents = documents;
        this.work = work;
        this.renewal = renewal;
    }

    DocumentPage page(Handle handle, Shown.UnderReview shown) {
        return open(handle, shown).pages().stream()
                .filter(page -> page.ordinal() == shown.ordinal())
                .findFirst()
                .orElseThrow(() -> new NotFound(CorrectionProblem.NO_SUCH_PAGE, shown.ordinal()));
    }

    private Document open(Handle handle, Shown.UnderReview shown) {
        var document = documents.get(handle, shown.document());
        if (document.state() != DocumentState.PROPOSED && document.state() != DocumentState.ACCEPTED) {
            throw new Refused(CorrectionProblem.NOT_UNDER_REVIEW);
        }
        return document;
    }

    PageText read(DocumentPage page) {
        if (page.filePage() == 0) {
            throw new Refused(CorrectionProblem.NOT_READ, page.ordinal());
        }
        return work.page(page.fileId(), page.filePage())
                .filter(text -> !text.engine().equals(PageText.BORN_DIGITAL))
                .orElseThrow(() -> new Refused(CorrectionProblem.NOT_READ, page.ordinal()));
    }

    void keep(Handle transaction, Shown.UnderReview shown, PageText text) {
        var page = page(transaction, shown);
        work.correct(page.fileId(), page.filePage(), text);
        for (var id : documents.ofFile(transaction, page.fileId())) {
            if (documents.get(transaction, id).state() == DocumentState.PROPOSED) {
                renewal.order(transaction, id);
            }
        }
    }
}
