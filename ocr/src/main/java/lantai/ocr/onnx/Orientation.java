package lantai.ocr.onnx;

import java.util.Comparator;
import java.util.List;
import lantai.ocr.OcrException;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;

/**
 * Finds how a page must be turned to stand upright. Lines that stand on end tell a page on its side; which of the two ways
 * is up, the reader's confidence tells, on four lines or, where these leave doubt, on ten.
 */
final class Orientation {

    private static final int SAMPLES = 10;
    /** So many lines are read first. */
    private static final int FEW = 4;

    private static final double SURE_OF_FEW = 0.92;
    /** What is less apart in the confidence of few lines needs more of them. */
    private static final double APART = 0.15;

    private final Recogniser recogniser;

    Orientation(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    /**
     * How a page stands.
     *
     * @param degrees clockwise, 0, 90, 180 or 270, by which it must be turned; then its lines are to be looked for again, as lines on
     *     end or upside down are found less well
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
        int first = isOnSide(boxes) ? 90 : 0;
        int few = Math.min(FEW, samples.size());
        GrayImage turned = page.turned(first);
        KnownReadings one = read(page, turned, samples.subList(0, few), first);
        double confidence = confidence(one);
        if (confidence > SURE_OF_FEW) {
            return new Found(first, first == 0 ? one : KnownReadings.NONE);
        }
        GrayImage opposite = page.turned(first + 180);
        KnownReadings other = read(page, opposite, samples.subList(0, few), first + 180);
        if (Math.abs(confidence(other) - confidence) < APART && few < samples.size()) {
            List<LeaningBox> rest = samples.subList(few, samples.size());
            one = one.and(read(page, turned, rest, first));
            other = other.and(read(page, opposite, rest, first + 180));
        }
        return confidence(other) > confidence(one)
                ? new Found(first + 180, KnownReadings.NONE)
                : new Found(first, first == 0 ? one : KnownReadings.NONE);
    }

    private static boolean isOnSide(List<LeaningBox> boxes) {
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
        return standing > lying;
    }

    /** Long lines tell more, but very long ones cost more than they tell. */
    private static double worth(LeaningBox box) {
        double ratio = longSide(box) / shortSide(box);
        return ratio <= 12 ? ratio : 12 - ratio / 100;
    }

    private KnownReadings read(GrayImage page, GrayImage turned, List<LeaningBox> samples, int degrees)
            throws OcrException {
        List<LeaningBox> boxes = samples.stream()
                .filter(box -> degrees % 180 == 0 == box.length() > box.thickness())
                .map(box -> box.turned(degrees, page.width(), page.height()))
                .toList();
        return new KnownReadings(boxes, recogniser.read(turned, boxes));
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
