package lantai.web.review;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lantai.ingest.propose.Evidence;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.Particular;
import lantai.ingest.propose.ParticularReading;
import lantai.ingest.propose.Suggestion;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.FieldValue;
import lantai.ingest.review.ParticularValue;
import lantai.ocr.Box;
import lantai.ocr.PageText;
import lantai.ocr.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * A document as the desk's script gets it.
 *
 * @param reading whether its pages are being read again; a later look shows what came of it
 * @param stopped why the check before filing sent it back, empty when it did not
 * @param html the text of files without pages, made by the readers from a white list of elements
 * @param findings what its sums and the order of its days say
 */
record DocumentJson(
        UUID id,
        UUID batch,
        String batchTitle,
        String state,
        int version,
        boolean reading,
        List<FieldJson> fields,
        List<PageJson> pages,
        String stopped,
        String html,
        List<ParticularJson> particulars,
        List<ParticularWords.Sentence> findings) {
    /** What the paper tells beside its fields, in the order of the rule; {@code type} as in the rule {@code particulars}. */
    record ParticularJson(
            String code,
            String name,
            String type,
            String value,
            double confidence,
            boolean confirmed,
            boolean doubtful,
            List<CandidateJson> candidates) {
        static ParticularJson of(Particular particular, String name, ParticularValue value) {
            return new ParticularJson(
                    particular.code(),
                    name,
                    particular.type().code(),
                    value.value(),
                    value.confidence(),
                    value.confirmed(),
                    !value.value().isEmpty() && value.doubtful(),
                    value.candidates().stream().map(ParticularJson::candidate).toList());
        }

        private static CandidateJson candidate(ParticularReading reading) {
            return new CandidateJson(
                    reading.value(),
                    reading.shown(),
                    reading.confidence(),
                    List.of(),
                    reading.evidence().map(Evidence::page).orElse(null),
                    reading.evidence()
                            .map(evidence -> BoxJson.of(evidence.box()))
                            .orElse(null));
        }
    }

    /** One field in the order of the desk: doubtful ones first. {@code contested}: joined papers say different things of it; {@code drawn}: a check that the
     * rule of unseen acceptance could have spared; {@code foreign}: a code on the paper of a fonds that is not kept here; {@code missed}: documents of its kind have it and nothing was found. */
    record FieldJson(
            String code,
            String value,
            double confidence,
            boolean confirmed,
            boolean contested,
            boolean drawn,
            @Nullable String foreign,
            boolean missed,
            List<CandidateJson> candidates) {}

    /** One proposal and where it was read. {@code words}: what spoke for it, as earlier documents of its kind have it too. */
    record CandidateJson(
            String value,
            String shown,
            double confidence,
            List<String> words,
            @Nullable Integer page,
            @Nullable BoxJson box) {}

    /** A place on the upright page in pixels of its text. */
    record BoxJson(double left, double top, double right, double bottom) {
        static BoxJson of(Box box) {
            return new BoxJson(box.left(), box.top(), box.right(), box.bottom());
        }
    }

    /** One page with its text. */
    record PageJson(int ordinal, String file, boolean picture, int turn, int width, int height, List<LineJson> lines) {}

    /** One line or cell; cells of one row stand side by side. {@code doubts} are the positions of characters that the engine was not sure of. */
    record LineJson(String text, int row, BoxJson box, double confidence, List<Integer> doubts) {
        private static final double DOUBTFUL_CHARACTER = 0.75;

        static LineJson of(TextLine line) {
            var doubts = new java.util.ArrayList<Integer>();
            var position = 0;
            for (var glyph : line.glyphs()) {
                if (glyph.confidence() < DOUBTFUL_CHARACTER) {
                    doubts.add(position);
                }
                position += glyph.text().length();
            }
            return new LineJson(line.text(), line.row(), BoxJson.of(line.box()), line.confidence(), doubts);
        }
    }

    static List<FieldJson> fields(Document document) {
        return document.fields().entrySet().stream()
                .map(entry -> field(entry.getKey(), entry.getValue(), document.missed(entry.getKey())))
                .sorted(Comparator.comparing((FieldJson field) -> field.confidence() >= FieldValue.DOUBTFUL))
                .toList();
    }

    static PageJson page(DocumentPage page, String file, boolean picture, @Nullable PageText text) {
        return text == null
                ? new PageJson(page.ordinal(), file, picture, page.turn(), 0, 0, List.of())
                : new PageJson(
                        page.ordinal(),
                        file,
                        picture,
                        page.turn(),
                        text.width(),
                        text.height(),
                        text.lines().stream().map(LineJson::of).toList());
    }

    private static FieldJson field(Field field, FieldValue value, boolean missed) {
        return new FieldJson(
                field.code(),
                value.value(),
                value.confidence(),
                value.confirmed(),
                value.contested(),
                value.drawn(),
                value.foreign().orElse(null),
                missed,
                value.candidates().stream()
                        .filter(candidate -> !candidate.value().isEmpty())
                        .map(DocumentJson::candidate)
                        .toList());
    }

    private static CandidateJson candidate(Suggestion suggestion) {
        return new CandidateJson(
                suggestion.value(),
                suggestion.shown(),
                suggestion.confidence(),
                suggestion.words(),
                suggestion.evidence().map(Evidence::page).orElse(null),
                suggestion
                        .evidence()
                        .map(evidence -> BoxJson.of(evidence.box()))
                        .orElse(null));
    }
}
