package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lantai.ocr.OcrException;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;

/**
 * What was read of a page while its orientation was looked for: lines that need not be read again, as reading takes the most
 * time of all.
 *
 * @param boxes in pixels of the upright page
 * @param readings one a box
 */
record KnownReadings(List<LeaningBox> boxes, List<Reading> readings) {

    /** Nothing was read yet. */
    static final KnownReadings NONE = new KnownReadings(List.of(), List.of());

    /** Half a pixel: boxes that were turned into the level frame and back differ by less. */
    private static final double SAME = 0.5;

    /** These and others of the same page. */
    KnownReadings and(KnownReadings others) {
        List<LeaningBox> allBoxes = new ArrayList<>(boxes);
        allBoxes.addAll(others.boxes());
        List<Reading> all = new ArrayList<>(readings);
        all.addAll(others.readings());
        return new KnownReadings(List.copyOf(allBoxes), List.copyOf(all));
    }

    /** What stands in each of {@code all}, in their order; only those not known are read. */
    List<Reading> completed(Recogniser recogniser, GrayImage page, List<LeaningBox> all) throws OcrException {
        List<Reading> complete = new ArrayList<>(Collections.nCopies(all.size(), Reading.of(List.of())));
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Optional<Reading> known = of(all.get(i));
            if (known.isPresent()) {
                complete.set(i, known.get());
            } else {
                open.add(i);
            }
        }
        List<Reading> read = recogniser.read(page, open.stream().map(all::get).toList());
        for (int i = 0; i < open.size(); i++) {
            complete.set(open.get(i), read.get(i));
        }
        return complete;
    }

    private Optional<Reading> of(LeaningBox box) {
        return IntStream.range(0, boxes.size())
                .filter(i -> isSame(boxes.get(i), box))
                .mapToObj(readings::get)
                .findFirst();
    }

    private static boolean isSame(LeaningBox one, LeaningBox other) {
        return Math.abs(one.centerX() - other.centerX()) < SAME
                && Math.abs(one.centerY() - other.centerY()) < SAME
                && Math.abs(one.length() - other.length()) < SAME
                && Math.abs(one.thickness() - other.thickness()) < SAME
                && Math.abs(one.angle() - other.angle()) * one.length() < SAME;
    }
}
