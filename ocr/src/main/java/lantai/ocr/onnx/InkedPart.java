package lantai.ocr.onnx;

import java.util.List;
import lantai.ocr.OcrException;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;

/** The part of a page on which there is ink, and some paper around it: looking for lines takes as long as the area is large. */
final class InkedPart {

    private static final int INK = 190;
    /** Fewer dark pixels in a row or column are dust. */
    private static final int DUST = 3;

    private static final int ROOM = 24;
    /** What the detector's sides are multiples of. */
    private static final int GRID = 32;

    private final GrayImage page;

    InkedPart(GrayImage page) {
        this.page = page;
    }

    /** The boxes in pixels of the page; none on an empty one. */
    List<LeaningBox> detect(Detector detector) throws OcrException {
        int[] columns = new int[page.width()];
        int[] rows = new int[page.height()];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < columns.length; x++) {
                if (page.at(x, y) < INK) {
                    columns[x]++;
                    rows[y]++;
                }
            }
        }
        int[] across = range(columns);
        int[] down = range(rows);
        if (across[1] == 0 || down[1] == 0) {
            return List.of();
        }
        GrayImage part = page.part(across[0], down[0], across[1], down[1]);
        return detector.detect(part).stream()
                .map(box -> new LeaningBox(
                        box.centerX() + across[0], box.centerY() + down[0], box.length(), box.thickness(), box.angle()))
                .toList();
    }

    /** Where the part begins and how long it is, on the grid where the page leaves room for it; length 0 without ink. */
    private static int[] range(int[] counts) {
        int first = 0;
        while (first < counts.length && counts[first] < DUST) {
            first++;
        }
        if (first == counts.length) {
            return new int[] {0, 0};
        }
        int last = counts.length - 1;
        while (counts[last] < DUST) {
            last--;
        }
        int wanted = last + 1 - first + 2 * ROOM;
        int length = Math.min(counts.length, (wanted + GRID - 1) / GRID * GRID);
        int from = Math.clamp((first + last + 1 - length) / 2, 0, counts.length - length);
        return new int[] {from, length};
    }
}
