package lantai.web.inbox;

import java.util.List;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import org.jdbi.v3.core.Handle;

/** Gathers the parts of files that were put aside alone. */
final class PartsAside {
    private static final int MOST = 200;

    private final Inbox inbox;
    private final BatchScope scope;

    /** @param scope of a person who reviews and so sees all batches */
    PartsAside(Inbox inbox, BatchScope scope) {
        this.inbox = inbox;
        this.scope = scope;
    }

    List<PartAside> all(Handle handle) {
        var ids = inbox.documents().partsAside(handle, 0, MOST);
        return inbox.documents().all(handle, ids).stream()
                .map(document -> part(handle, document))
                .toList();
    }

    private PartAside part(Handle handle, Document document) {
        var first = document.pages().getFirst();
        var file = inbox.files().get(handle, scope, first.fileId()).name();
        return new PartAside(
                document.id(),
                document.value(Field.TITLE),
                file,
                pages(document),
                inbox.documents().reasonAside(handle, document.id()));
    }

    private static String pages(Document document) {
        var pages = document.pages().stream().mapToInt(DocumentPage::filePage).summaryStatistics();
        return pages.getMin() == pages.getMax()
                ? Integer.toString(pages.getMin())
                : pages.getMin() + "–" + pages.getMax();
    }
}
