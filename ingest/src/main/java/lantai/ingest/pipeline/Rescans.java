package lantai.ingest.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.Documents;
import lantai.ingest.scan.PageRef;
import lantai.ingest.scan.ScanDesk;
import org.jdbi.v3.core.Handle;

/** Puts pages that were scanned again in the place of the first ones, as long as their document is not being filed. */
final class Rescans {
    private static final Set<DocumentState> OPEN = Set.of(DocumentState.PROPOSED, DocumentState.ACCEPTED);

    private final Documents documents;
    private final Proposing proposing;
    private final ScanDesk scans;

    Rescans(Documents documents, Proposing proposing, ScanDesk scans) {
        this.documents = documents;
        this.proposing = proposing;
        this.scans = scans;
    }

    /**
     * Puts the pages of a file in the place of one page. The document goes back to the review desk; what a person confirmed stays.
     *
     * @param fresh the file and its pages
     * @return whether the page was there to be replaced; otherwise nothing is changed
     */
    boolean replace(Handle transaction, UUID batch, PageRef old, List<DocumentPage> fresh) {
        var found = open(transaction, batch, old);
        found.ifPresent(document -> {
            var pages = new ArrayList<DocumentPage>();
            for (var page : document.pages()) {
                if (page.fileId().equals(old.file()) && page.filePage() == old.page()) {
                    pages.addAll(fresh);
                } else {
                    pages.add(page);
                }
            }
            var proposed = DocumentWork.merged(document, proposing.propose(transaction, pages));
            documents.proposeAgain(transaction, document, pages, proposed);
            scans.replaced(transaction, old, fresh.getFirst().fileId(), document.id());
        });
        return found.isPresent();
    }

    private Optional<Document> open(Handle handle, UUID batch, PageRef old) {
        return documents.all(handle, documents.ofFile(handle, old.file())).stream()
                .filter(document -> document.batchId().equals(batch) && OPEN.contains(document.state()))
                .filter(document -> document.pages().stream()
                        .anyMatch(page -> page.fileId().equals(old.file()) && page.filePage() == old.page()))
                .findFirst();
    }
}
