package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Calendar;
import lantai.ingest.reader.Fact;
import lantai.ingest.reader.ReadingState;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.jspecify.annotations.Nullable;

/** Reads a PDF in one pass: facts, text with places page by page, and which pages need OCR. */
final class PdfReader {
    private static final int MOST_PAGES = 20_000;

    private PdfReader() {}

    static PDDocument open(Path file) throws IOException, Unreadable {
        var document = Loader.loadPDF(file.toFile());
        if (document.isEncrypted() && !document.getCurrentAccessPermission().canExtractContent()) {
            document.close();
            throw new Unreadable(ReadingState.RESTRICTED, "its owner forbids to take the text out");
        }
        return document;
    }

    static void read(Path file, Draft draft) throws IOException, Unreadable {
        try (var document = open(file)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new Unreadable(ReadingState.TOO_LARGE, "more than " + MOST_PAGES + " pages");
            }
            facts(document, draft);
            PdfPages.read(document, draft);
        }
    }

    private static void facts(PDDocument document, Draft draft) {
        try {
            var information = document.getDocumentInformation();
            draft.fact(Fact.TITLE, information.getTitle());
            draft.fact(Fact.AUTHOR, information.getAuthor());
            draft.fact(Fact.KEYWORDS, information.getKeywords());
            draft.fact(Fact.PRODUCER, information.getProducer());
            draft.fact(Fact.CREATED, time(information.getCreationDate()));
            draft.fact(Fact.MODIFIED, time(information.getModificationDate()));
            if (document.isEncrypted()) {
                draft.fact(Fact.OPEN_ENCRYPTION, "true");
            }
            var signatures = document.getSignatureFields().size();
            if (signatures > 0) {
                draft.fact(Fact.SIGNATURES, Integer.toString(signatures));
            }
            var names = document.getDocumentCatalog().getNames();
            if (names != null && names.getEmbeddedFiles() != null) {
                attachments(names.getEmbeddedFiles(), draft, 0);
            }
        } catch (IOException | RuntimeException e) {
            // broken facts do not keep the pages from being read
        }
    }

    private static void attachments(PDNameTreeNode<?> node, Draft draft, int depth) throws IOException {
        var names = node.getNames();
        if (names != null) {
            names.keySet().forEach(draft::entry);
        }
        var kids = node.getKids();
        if (kids != null && depth < 8) {
            for (var kid : kids) {
                attachments(kid, draft, depth + 1);
            }
        }
    }

    private static @Nullable String time(@Nullable Calendar calendar) {
        return calendar == null
                ? null
                : calendar.toInstant()
                        .atZone(calendar.getTimeZone().toZoneId())
                        .toOffsetDateTime()
                        .toString();
    }
}
