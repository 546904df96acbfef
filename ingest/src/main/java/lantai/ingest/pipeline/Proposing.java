package lantai.ingest.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.classification.Category;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.propose.Described;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.Proposal;
import lantai.ingest.propose.ReadDocument;
import lantai.ingest.propose.Suggestion;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.FieldValue;
import lantai.ingest.review.ParticularValue;
import lantai.ingest.review.Proposed;
import lantai.ocr.PageText;
import lantai.record.ReferenceCode;
import org.jdbi.v3.core.Handle;

/** Puts together what was read of a document and asks what it seems to be. */
public final class Proposing {
    /** Pages looked at: what a document is, its first pages say; a long annex only costs time. */
    private static final int PAGES = 20;
    /** As much of a text without pages; each of its characters takes some hundred bytes of memory while it is looked at. */
    private static final int CHARACTERS = 40_000;
    /** A code carries a check of its own; that it is the code of this paper is for a person to confirm. */
    private static final double SCANNED = 0.97;

    private static final double BY_FOLDER = 0.9;

    private final Rules rules;
    private final ParticularPolicy particulars;
    private final WorkFolder work;
    private final ReceivedFiles files;

    public Proposing(Rules rules, ParticularPolicy particulars, WorkFolder work, ReceivedFiles files) {
        this.rules = rules;
        this.particulars = particulars;
        this.work = work;
        this.files = files;
    }

    /** {@return what is proposed for pages that belong together} */
    public Proposed propose(Handle handle, List<DocumentPage> pages) {
        var document = read(handle, pages);
        var fields = values(rules.proposer().propose(document));
        together(document, fields);
        Described.fields(document.metadata(), rules.kinds())
                .forEach((field, told) -> fields.merge(
                        field, new FieldValue(told.value(), false, List.of(told)), (read, _) -> first(told, read)));
        printedCode(pages)
                .ifPresent(code -> fields.merge(
                        Field.REFERENCE_CODE,
                        new FieldValue(code.value(), false, List.of(code)),
                        (read, _) -> first(code, read)));
        OwnFonds.check(handle, fields);
        var kind = fields.get(Field.KIND);
        var told = new HashMap<String, ParticularValue>();
        particulars
                .finder(handle)
                .find(document, kind == null ? "" : kind.value())
                .forEach((code, readings) ->
                        told.put(code, new ParticularValue(readings.getFirst().value(), false, readings)));
        return new Proposed(fields, told);
    }

    /** Photos out of one folder show one event, until somebody says otherwise (agency policy). */
    private static void together(ReadDocument document, Map<Field, FieldValue> fields) {
        var category = Optional.ofNullable(fields.get(Field.CATEGORY))
                .map(FieldValue::value)
                .orElse("");
        var folder = document.folder().substring(document.folder().lastIndexOf('/') + 1);
        if (category.equals(Category.ZP.name()) && !folder.isBlank()) {
            var proposal = new Suggestion(Field.PHOTO_GROUP, folder, folder, BY_FOLDER, Optional.empty(), "folder");
            fields.put(Field.PHOTO_GROUP, new FieldValue(folder, false, List.of(proposal)));
        }
    }

    /** A reference code that stands on one of the first pages as bars or squares, which are read without doubt. */
    private Optional<Suggestion> printedCode(List<DocumentPage> pages) {
        return pages.stream()
                .limit(PAGES)
                .flatMap(page -> work.measure(page.fileId(), page.filePage()).stream())
                .flatMap(measure -> measure.marks().stream())
                .flatMap(mark -> ReferenceCode.parse(mark.text()).stream())
                .filter(code -> code.parts().isPresent())
                .findFirst()
                .map(code -> new Suggestion(
                        Field.REFERENCE_CODE, code.text(), code.text(), SCANNED, Optional.empty(), "mark"));
    }

    /** What a package says comes before what was read. */
    private static FieldValue first(Suggestion told, FieldValue read) {
        var candidates = new ArrayList<Suggestion>(List.of(told));
        read.candidates().stream()
                .filter(candidate -> !candidate.value().equals(told.value()))
                .forEach(candidates::add);
        return new FieldValue(told.value(), false, candidates);
    }

    /** {@return what was read of pages that belong together} */
    public ReadDocument read(Handle handle, List<DocumentPage> pages) {
        Map<UUID, ReceivedFile> byId =
                files
                        .all(
                                handle,
                                pages.stream()
                                        .map(DocumentPage::fileId)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(ReceivedFile::id, file -> file));
        var first = Optional.ofNullable(byId.get(pages.getFirst().fileId())).orElseThrow();
        List<PageText> texts = new ArrayList<>();
        var plain = new StringBuilder();
        for (var page : pages.subList(0, Math.min(PAGES, pages.size()))) {
            if (page.filePage() == 0) {
                plain.append(work.beginning(page.fileId(), CHARACTERS)).append('\n');
            } else {
                work.page(page.fileId(), page.filePage()).ifPresent(texts::add);
            }
        }
        var told = new HashMap<>(first.metadata());
        if (pages.getFirst().filePage() > 0
                && work.measure(first.id(), pages.getFirst().filePage())
                        .filter(PageMeasure::showsNothing)
                        .isPresent()) {
            told.put(ReadDocument.SHOWS_NOTHING, "true");
        }
        return new ReadDocument(first.name(), first.folder(), first.mime(), texts, plain.toString(), told);
    }

    /** {@return the proposals as field values, the best one first} */
    static Map<Field, FieldValue> values(Proposal proposal) {
        var values = new EnumMap<Field, FieldValue>(Field.class);
        proposal.candidates().forEach((field, candidates) -> {
            var best = candidates.isEmpty() || isOneOfList(field, candidates)
                    ? ""
                    : candidates.getFirst().value();
            values.put(field, new FieldValue(best, false, candidates));
        });
        return values;
    }

    /** A list of records has the numbers of many: none of them is that of the list, unless somebody says so. */
    private static boolean isOneOfList(Field field, List<Suggestion> candidates) {
        return (field == Field.DOCUMENT_NUMBER || field == Field.REFERENCE_CODE)
                && candidates.size() > 1
                && candidates.getFirst().listed();
    }
}
