package lantai.ingest.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.Documents;
import lantai.ingest.review.FieldValue;
import org.jdbi.v3.core.Jdbi;

/** Reads the pages of a document again and proposes anew what nobody confirmed. */
public final class DocumentWork {
    private final Jdbi jdbi;
    private final Documents documents;
    private final ReceivedFiles files;
    private final FileWork pages;
    private final Proposing proposing;

    public DocumentWork(Jdbi jdbi, Documents documents, ReceivedFiles files, FileWork pages, Proposing proposing) {
        this.jdbi = jdbi;
        this.documents = documents;
        this.files = files;
        this.pages = pages;
        this.proposing = proposing;
    }

    /** Does it for one document, if it is still under review. */
    public void run(UUID id) {
        var found = jdbi.withHandle(handle -> documents.all(handle, List.of(id)));
        if (found.isEmpty() || found.getFirst().state() != DocumentState.PROPOSED) {
            return;
        }
        var before = found.getFirst();
        List<DocumentPage> turned = new ArrayList<>();
        for (var page : before.pages()) {
            turned.add(isPicture(page) ? reread(page) : page);
        }
        jdbi.useTransaction(transaction -> {
            var now = documents.get(transaction, id);
            if (now.version() == before.version() && now.state() == DocumentState.PROPOSED) {
                documents.proposeAgain(transaction, now, turned, merged(now, proposing.propose(transaction, turned)));
            }
        });
    }

    private boolean isPicture(DocumentPage page) {
        return page.filePage() > 0
                && jdbi.withHandle(handle -> files.get(handle, page.fileId())).kind()
                        == lantai.ingest.reader.FileKind.IMAGE;
    }

    private DocumentPage reread(DocumentPage page) {
        var turn = pages.readPage(page.fileId(), page.filePage(), page.turn());
        return new DocumentPage(page.ordinal(), page.fileId(), page.filePage(), turn);
    }

    private static Map<Field, FieldValue> merged(Document now, Map<Field, FieldValue> proposed) {
        var fields = new EnumMap<Field, FieldValue>(Field.class);
        fields.putAll(proposed);
        now.fields().forEach((field, value) -> {
            if (value.confirmed()) {
                fields.put(field, value);
            }
        });
        return fields;
    }
}
