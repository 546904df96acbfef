package lantai.web.command;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRules;
import lantai.ingest.propose.Learned;
import lantai.ingest.propose.Proposer;
import lantai.ingest.propose.ReadDocument;
import lantai.ingest.propose.Suggestion;
import lantai.ingest.sample.SampleArchive;
import lantai.ingest.sample.TruthFile;
import lantai.ocr.OcrEngine;
import lantai.ocr.OcrException;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./lantai bench fields}: scans of the sample archive are read as they come in, and what is proposed for their description by an
 * archive without history is compared with the truth: by field, by kind, by look, and by how sure the proposal was. A field
 * counts when the best proposal is the truth, white space and width of characters aside.
 */
final class FieldBench {
    /** Each of the thirteen kinds in each of the five looks. */
    static final int PAGES = 65;

    private static final int DPI = 200;

    private final Proposer proposer = new Proposer(KindRules.standard(), Learned.nothing());
    private final Map<String, Share> fields = new TreeMap<>();
    private final Map<String, Share> kinds = new TreeMap<>();
    private final Map<String, Share> looks = new TreeMap<>();
    private final Calibration calibration = new Calibration();
    private final List<String> wrong = new ArrayList<>();
    private Share all = Share.NOTHING;

    /**
     * How many were right of those that the truth knows.
     *
     * @param asked how many the truth knows
     * @param right how many of them were proposed
     */
    record Share(int asked, int right) {
        static final Share NOTHING = new Share(0, 0);

        Share and(Share other) {
            return new Share(asked + other.asked, right + other.right);
        }
    }

    /**
     * What was measured.
     *
     * @param wrong what was not right: path, field, the truth, what was proposed instead
     */
    record Figures(
            int pages,
            Share all,
            Map<String, Share> fields,
            Map<String, Share> kinds,
            Map<String, Share> looks,
            List<Calibration.Band> bands,
            List<String> wrong) {}

    /**
     * Draws the scans into a folder, reads and judges them.
     *
     * @param first how many scans of the sample are left out before them
     */
    Figures run(Path folder, int first, int count, OcrEngine engine) throws IOException, OcrException {
        var truth = SampleArchive.pages(folder, first, count);
        for (var i = 0; i < truth.files().size(); i++) {
            var look = SampleArchive.LOOKS.get((first + i) % SampleArchive.LOOKS.size());
            judge(folder, truth.files().get(i), look, engine);
        }
        return new Figures(truth.files().size(), all, fields, kinds, looks, calibration.bands(), wrong);
    }

    private void judge(Path folder, TruthFile truth, String look, OcrEngine engine) throws IOException, OcrException {
        BufferedImage image = ImageIO.read(folder.resolve(truth.path()).toFile());
        if (image == null) {
            throw new IOException("not an image: \"" + truth.path() + '"');
        }
        // the name and the folder of a file would tell its kind
        var read = new ReadDocument("scan", "", truth.mediaType(), List.of(engine.read(image, DPI)), "", Map.of());
        var proposal = proposer.propose(read);
        told(truth).forEach((field, value) -> {
            var best = proposal.best(field);
            var right = best.map(Suggestion::value).map(FieldBench::plain).equals(Optional.of(plain(value)));
            best.ifPresent(one -> calibration.add(one.confidence(), right));
            var share = new Share(1, right ? 1 : 0);
            all = all.and(share);
            fields.merge(field.code(), share, Share::and);
            kinds.merge(truth.kind(), share, Share::and);
            looks.merge(look, share, Share::and);
            if (!right) {
                wrong.add(truth.path() + ' ' + field.code() + ": " + value + " / "
                        + best.map(one -> "%s (%.2f)".formatted(one.value(), one.confidence()))
                                .orElse("—"));
            }
        });
    }

    private static Map<Field, String> told(TruthFile truth) {
        var told = new EnumMap<Field, String>(Field.class);
        put(told, Field.KIND, truth.kind());
        put(told, Field.CATEGORY, truth.category().name());
        put(told, Field.RETENTION, truth.retention());
        put(told, Field.TITLE, truth.title());
        put(told, Field.DATE, truth.date().toString());
        put(told, Field.PERSON_NAME, truth.personName());
        put(told, Field.PERSON_ID, truth.idNumber());
        var amount = truth.amount();
        put(
                told,
                Field.AMOUNT,
                amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP).toPlainString());
        put(told, Field.DOCUMENT_NUMBER, truth.documentNumber());
        return told;
    }

    private static void put(Map<Field, String> told, Field field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            told.put(field, value);
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
