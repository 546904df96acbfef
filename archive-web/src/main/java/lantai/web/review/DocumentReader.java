package lantai.web.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.Step;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.Particular;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.ParticularValue;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/** Puts together what the desk shows of a document. */
final class DocumentReader {
    /** Pages whose text is sent at once; the rest of a long document is looked at as pictures. */
    private static final int PAGES = 60;

    private final ReviewDoors doors;

    DocumentReader(ReviewDoors doors) {
        this.doors = doors;
    }

    DocumentJson read(Handle handle, Document document, Text text) {
        var rules = doors.particulars().rules(handle);
        var words = new ParticularWords(text, rules);
        var kind = document.value(Field.KIND);
        Map<java.util.UUID, ReceivedFile> files =
                doors
                        .files()
                        .all(
                                handle,
                                document.pages().stream()
                                        .map(DocumentPage::fileId)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(ReceivedFile::id, file -> file));
        var html = document.pages().stream()
                .filter(page -> page.filePage() == 0
                        && java.util.Objects.requireNonNull(files.get(page.fileId()))
                                        .step()
                                != Step.SEALED)
                .map(page -> doors.work().html(page.fileId()))
                .collect(Collectors.joining("\n"));
        return new DocumentJson(
                document.id(),
                document.batchId(),
                doors.batches().get(handle, document.batchId()).title(),
                document.state().name(),
                document.version(),
                doors.desk().isBeingRead(handle, document.id()),
                DocumentJson.fields(document),
                document.pages().stream()
                        .map(page -> page(page, java.util.Objects.requireNonNull(files.get(page.fileId()))))
                        .toList(),
                doors.checks().stopped(handle, document.id()),
                html,
                particulars(document, rules.of(kind), words),
                words.sentences(kind, values(document)));
    }

    /** Found ones, those that a person gave, and the others of the kind empty, so that they can be typed. */
    private static List<DocumentJson.ParticularJson> particulars(
            Document document, List<Particular> wanted, ParticularWords words) {
        var none = new ParticularValue("", false, List.of());
        return wanted.stream()
                .filter(one -> !one.kinds().isEmpty() || document.particulars().containsKey(one.code()))
                .map(one -> DocumentJson.ParticularJson.of(
                        one, words.name(one.code()), document.particulars().getOrDefault(one.code(), none)))
                .toList();
    }

    private static Map<String, String> values(Document document) {
        return document.particulars().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().value()));
    }

    private DocumentJson.PageJson page(DocumentPage page, ReceivedFile file) {
        var picture =
                file.step() != Step.SEALED && page.filePage() > 0 && file.kind().hasPages();
        var text = file.step() != Step.SEALED && page.filePage() > 0 && page.ordinal() <= PAGES
                ? doors.work().page(page.fileId(), page.filePage()).orElse(null)
                : null;
        return DocumentJson.page(page, file.name(), picture, text);
    }
}
