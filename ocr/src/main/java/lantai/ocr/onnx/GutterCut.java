package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;
import lantai.ocr.layout.Level;

/**
 * Cuts a box that runs over the gutter between two columns of text: there, and only there, the box is blank for most of a
 * line's height, and lines above or below it end before and begin behind the same place.
 */
final class GutterCut {

    private static final double NARROWEST = 0.6;
    private static final double NEAR = 7;
    private static final int WITNESSES = 2;
    private static final int SLICES_A_LINE = 8;
    private static final int DARK = 170;

    private final GrayImage page;
    private final Level level;

    GutterCut(GrayImage page, Level level) {
        this.page = page;
        this.level = level;
    }

    /** The boxes with each that crosses a gutter replaced by its two parts. */
    List<LeaningBox> apply(List<LeaningBox> boxes) {
        List<LeaningBox> placed = boxes.stream().map(level::level).toList();
        List<LeaningBox> parts = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            LeaningBox box = boxes.get(i);
            Optional<double[]> gutter =
                    box.length() > 10 * box.thickness() ? gutter(box, placed.get(i), placed) : Optional.empty();
            if (gutter.isPresent()) {
                parts.add(box.part(0, gutter.get()[0]));
                parts.add(box.part(gutter.get()[1], 1));
            } else {
                parts.add(box);
            }
        }
        return parts;
    }

    /** The blank stretch at which neighbours have their gutter, in shares of the box's length. */
    private Optional<double[]> gutter(LeaningBox box, LeaningBox placed, List<LeaningBox> all) {
        double left = placed.centerX() - placed.length() / 2;
        for (double[] blank : blanks(box)) {
            double from = left + blank[0] * placed.length();
            double to = left + blank[1] * placed.length();
            int ends = 0;
            int begins = 0;
            for (LeaningBox other : all) {
                if (Math.abs(other.centerY() - placed.centerY()) < NEAR * placed.thickness() && !other.equals(placed)) {
                    double right = other.centerX() + other.length() / 2;
                    double start = other.centerX() - other.length() / 2;
                    ends += Math.abs(right - from) < placed.thickness() ? 1 : 0;
                    begins += Math.abs(start - to) < placed.thickness() ? 1 : 0;
                }
            }
            if (ends >= WITNESSES && begins >= WITNESSES) {
                return Optional.of(blank);
            }
        }
        return Optional.empty();
    }

    private List<double[]> blanks(LeaningBox box) {
        int slices = (int) Math.ceil(SLICES_A_LINE * box.length() / box.thickness());
        List<double[]> blanks = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= slices; i++) {
            boolean blank = i < slices && isBlank(box, (i + 0.5) / slices - 0.5);
            if (blank && from < 0) {
                from = i;
            } else if (!blank && from >= 0) {
                if (from > 0 && i < slices && i - from >= NARROWEST * SLICES_A_LINE) {
                    blanks.add(new double[] {(double) from / slices, (double) i / slices});
                }
                from = -1;
            }
        }
        return blanks;
    }

    private boolean isBlank(LeaningBox box, double share) {
        double x0 = box.centerX() + share * box.length() * Math.cos(box.angle());
        double y0 = box.centerY() + share * box.length() * Math.sin(box.angle());
        for (double v = -0.35; v <= 0.35; v += 0.05) {
            double x = x0 - v * box.thickness() * Math.sin(box.angle());
            double y = y0 + v * box.thickness() * Math.cos(box.angle());
            if (page.between(x, y) < DARK) {
                return false;
            }
        }
        return true;
    }
}
