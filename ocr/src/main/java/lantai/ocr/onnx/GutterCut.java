package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final double SHORTEST = 2.5;
    /** A mark at the end of a line hangs over the edge at which the others end. */
    private static final double HANGING = 2;

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
            Optional<Blank> gutter =
                    box.length() > SHORTEST * box.thickness() ? gutter(box, placed.get(i), placed) : Optional.empty();
            if (gutter.isPresent()) {
                Stream.of(box.part(0, gutter.get().from()), box.part(gutter.get().to(), 1))
                        .filter(part -> part.length() > 0 && !isCovered(level.level(part), placed, box))
                        .forEach(parts::add);
            } else {
                parts.add(box);
            }
        }
        return parts;
    }

    /** Whether a part is but the tip that reached into a line of the other column. */
    private boolean isCovered(LeaningBox part, List<LeaningBox> all, LeaningBox whole) {
        LeaningBox own = level.level(whole);
        return all.stream()
                .filter(other -> !other.equals(own))
                .filter(other -> Math.abs(other.centerY() - part.centerY()) < part.thickness() / 2)
                .anyMatch(other -> Math.abs(other.centerX() - part.centerX()) < other.length() / 2);
    }

    /** A blank stretch of a line, in shares of its length. */
    private record Blank(double from, double to) {}

    /** The blank stretch at which most neighbours have their gutter. */
    private Optional<Blank> gutter(LeaningBox box, LeaningBox placed, List<LeaningBox> all) {
        Optional<Blank> best = Optional.empty();
        int most = WITNESSES - 1;
        for (Blank blank : blanks(box)) {
            int witnesses = witnesses(placed, blank, all);
            if (witnesses > most) {
                most = witnesses;
                best = Optional.of(blank);
            }
        }
        return best;
    }

    /** How many neighbours end before a blank stretch, or begin behind it, whichever are fewer. */
    private static int witnesses(LeaningBox placed, Blank blank, List<LeaningBox> all) {
        double left = placed.centerX() - placed.length() / 2;
        double from = left + blank.from() * placed.length();
        double to = left + blank.to() * placed.length();
        int ends = 0;
        int begins = 0;
        for (LeaningBox other : all) {
            if (Math.abs(other.centerY() - placed.centerY()) < NEAR * placed.thickness() && !other.equals(placed)) {
                double right = other.centerX() + other.length() / 2;
                double start = other.centerX() - other.length() / 2;
                ends += right > from - HANGING * placed.thickness() && right < to ? 1 : 0;
                begins += start > from && start < to + placed.thickness() ? 1 : 0;
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
