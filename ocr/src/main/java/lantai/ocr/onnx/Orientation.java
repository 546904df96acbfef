package lantai.ocr.onnx;

import java.util.Comparator;
import java.util.List;
import lantai.ocr.OcrException;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;

/**
 * Finds how a page must be turned to stand upright. Lines that stand on end tell a page on its side; which of the two ways
 * is up, the reader's confidence on ten lines tells.
 */
final class Orientation {

    private static final int SAMPLES = 10;
    private static final double SURE = 0.85;

    private final Recogniser recogniser;

    Orientation(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    /**
     * How a page stands.
     *
     * @param degrees clockwise, 0, 90, 180 or 270, by which it must be turned
     * @param known what was read of it on the way; nothing of a page that must be turned
     */
    record Found(int degrees, KnownReadings known) {}

    /** Finds how {@code page} stands. */
    Found find(GrayImage page, List<LeaningBox> boxes) throws OcrException {
        List<LeaningBox> samples = boxes.stream()
                .filter(box -> longSide(box) > 3 * shortSide(box))
                .sorted(Comparator.comparingDouble(Orientation::worth).reversed())
                .limit(SAMPLES)
                .toList();
        if (samples.isEmpty()) {
            return new Found(0, KnownReadings.NONE);
        }
        double standing = 0;
        double lying = 0;
        for (LeaningBox box : boxes) {
            double area = box.length() * box.thickness();
            if (box.thickness() > 1.5 * box.length()) {
                standing += area;
            } else if (box.length() > 1.5 * box.thickness()) {
                lying += area;
            }
        }
        int first = standing > lying ? 90 : 0;
        KnownReadings one = read(page, samples, first);
        double confidence = confidence(one);
        int degrees = first;
        if (confidence <= SURE && confidence(read(page, samples, first + 180)) > confidence) {
            degrees = first + 180;
        }
        return new Found(degrees, degrees == 0 ? one : KnownReadings.NONE);
    }

    /** Long lines tell more, but very long ones cost more than they tell. */
    private static double worth(LeaningBox box) {
        double ratio = longSide(box) / shortSide(box);
        return ratio <= 12 ? ratio : 12 - ratio / 100;
    }

    private KnownReadings read(GrayImage page, List<LeaningBox> samples, int degrees) throws OcrException {
        List<LeaningBox> boxes = samples.stream()
                .filter(box -> degrees % 180 == 0 == box.length() > box.thickness())
                .map(box -> box.turned(degrees, page.width(), page.height()))
                .toList();
        return new KnownReadings(boxes, recogniser.read(page.turned(degrees), boxes));
    }

    private static double confidence(KnownReadings read) {
        return read.readings().stream()
                .mapToDouble(Reading::confidence)
                .average()
                .orElse(0);
    }

    private static double longSide(LeaningBox box) {
        return Math.max(box.length(), box.thickness());
    }

    private static double shortSide(LeaningBox box) {
        return Math.max(1, Math.min(box.length(), box.thickness()));
    }
}
