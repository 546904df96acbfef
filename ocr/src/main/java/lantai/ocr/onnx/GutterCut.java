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
    private static final double SHORTEST = 10;
    /** What a line covers of the other column at most, when the detector ran over by a character. */
    private static final double TIP = 2.5;

    /** A mark at the end of a line hangs over the edge at which the others end. */
    private static final double HANGING = 2;

    private static final int WITNESSES = 2;
    private static final int SLICES_A_LINE = 8;
    private static final int DARK = 190;

    private final GrayImage page;
    private final Level level;

    GutterCut(GrayImage page, Level level) {
        this.page = page;
        this.level = level;
    }

    /** The boxes with each that crosses a gutter replaced by its two parts. */
    List<LeaningBox> apply(List<LeaningBox> boxes) {
        List<LeaningBox> whole = boxes;
        List<LeaningBox> parts = cut(boxes);
        // What has been cut bears witness to a gutter that it hid before.
        while (parts.size() > whole.size()) {
            whole = parts;
            parts = cut(whole);
        }
        return parts;
    }

    private List<LeaningBox> cut(List<LeaningBox> boxes) {
        List<LeaningBox> placed = boxes.stream().map(level::level).toList();
        List<LeaningBox> parts = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            LeaningBox box = boxes.get(i);
            LeaningBox own = placed.get(i);
            boolean reaches = isCovered(own, -0.5, placed) || isCovered(own, 0.5, placed);
            Optional<Blank> gutter =
                    reaches || box.length() > SHORTEST * box.thickness() ? gutter(box, own, placed) : Optional.empty();
            if (gutter.isPresent()) {
                parts.addAll(parts(box, gutter.get(), own, placed));
            } else {
                parts.add(box);
            }
        }
        return parts;
    }

    /** A blank stretch of a line, in shares of its length. */
    private record Blank(double from, double to) {}

    /** The blank stretch at which most neighbours have their gutter. */
    private Optional<Blank> gutter(LeaningBox box, LeaningBox placed, List<LeaningBox> all) {
        Optional<Blank> best = Optional.empty();
        int most = WITNESSES - 1;
        for (Blank blank : blanks(box)) {
            boolean tip = isTipBefore(blank, placed, all) || isTipBehind(blank, placed, all);
            boolean within = blank.from() > 0 && blank.to() < 1 && box.length() > SHORTEST * box.thickness();
            int witnesses = tip || within ? witnesses(placed, blank, tip, all) : 0;
            if (witnesses > most) {
                most = witnesses;
                best = Optional.of(blank);
            }
        }
        return best;
    }

    /** The parts of a line; a tip that reaches into a line of the other column is none: that line has it too. */
    private static List<LeaningBox> parts(LeaningBox box, Blank gutter, LeaningBox placed, List<LeaningBox> all) {
        List<LeaningBox> parts = new ArrayList<>();
        if (gutter.from() > 0 && !isTipBefore(gutter, placed, all)) {
            parts.add(box.part(0, gutter.from()));
        }
        if (gutter.to() < 1 && !isTipBehind(gutter, placed, all)) {
            parts.add(box.part(gutter.to(), 1));
        }
        return parts;
    }

    private static boolean isTipBefore(Blank blank, LeaningBox placed, List<LeaningBox> all) {
        return blank.from() * placed.length() < TIP * placed.thickness() && isCovered(placed, -0.5, all);
    }

    private static boolean isTipBehind(Blank blank, LeaningBox placed, List<LeaningBox> all) {
        return (1 - blank.to()) * placed.length() < TIP * placed.thickness() && isCovered(placed, 0.5, all);
    }

    /** Whether a place of a line, in shares of its length from its middle, lies in another line beside it. */
    private static boolean isCovered(LeaningBox placed, double share, List<LeaningBox> all) {
        double x = placed.centerX() + share * placed.length();
        return all.stream()
                .filter(other -> !other.equals(placed))
                .filter(other -> Math.abs(other.centerY() - placed.centerY()) < placed.thickness() / 2)
                .anyMatch(other -> Math.abs(other.centerX() - x) < other.length() / 2);
    }

    /**
     * How many neighbours end before a blank stretch, or begin behind it, whichever are fewer.
     *
     * @param wide whether they may end and begin anywhere in it, as the first line of a paragraph makes it wide
     */
    private static int witnesses(LeaningBox placed, Blank blank, boolean wide, List<LeaningBox> all) {
        double thickness = placed.thickness();
        double left = placed.centerX() - placed.length() / 2;
        double from = left + blank.from() * placed.length();
        double to = left + blank.to() * placed.length();
        int ends = 0;
        int begins = 0;
        for (LeaningBox other : all) {
            if (Math.abs(other.centerY() - placed.centerY()) < NEAR * thickness && !other.equals(placed)) {
                double right = other.centerX() + other.length() / 2;
                double start = other.centerX() - other.length() / 2;
                ends += right > from - HANGING * thickness && right < (wide ? to : from + thickness) ? 1 : 0;
                begins += start > (wide ? from : to - thickness) && start < to + thickness ? 1 : 0;
            }
        }
        return Math.min(ends, begins);
    }

    private List<Blank> blanks(LeaningBox box) {
        int slices = (int) Math.ceil(SLICES_A_LINE * box.length() / box.thickness());
        List<Blank> blanks = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= slices; i++) {
            boolean blank = i < slices && isBlank(box, (i + 0.5) / slices - 0.5);
            if (blank && from < 0) {
                from = i;
            } else if (!blank && from >= 0) {
                if (i - from >= NARROWEST * SLICES_A_LINE) {
                    blanks.add(new Blank((double) from / slices, (double) i / slices));
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
