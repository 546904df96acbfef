package lantai.ingest.reader.child;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lantai.ocr.layout.Ruling;
import lantai.ocr.layout.Rulings;

/**
 * Gathers the level and upright lines that a page draws: strokes, the sides of stroked rectangles, and filled rectangles as thin as
 * a line. Pieces of one line, as cells that are drawn one by one leave them, are joined.
 */
final class DrawnRulings {
    /** A page that draws more is a drawing, and no form. */
    private static final int MOST = 4000;

    private static final double THIN = 4;
    private static final double STRAIGHT = 1.5;
    private static final double NEAR = 2.5;
    private static final double GAP = 4;
    private static final double SHORTEST_LEVEL = 3;
    private static final double SHORTEST_UPRIGHT = 1.1;

    private record Segment(double place, double from, double to) {}

    private final List<double[]> path = new ArrayList<>();
    private final List<Segment> level = new ArrayList<>();
    private final List<Segment> upright = new ArrayList<>();
    private double startX;
    private double startY;
    private double x;
    private double y;

    void clear() {
        path.clear();
        level.clear();
        upright.clear();
    }

    void moveTo(double toX, double toY) {
        startX = toX;
        startY = toY;
        x = toX;
        y = toY;
    }

    void lineTo(double toX, double toY) {
        if (path.size() < MOST) {
            path.add(new double[] {x, y, toX, toY});
        }
        x = toX;
        y = toY;
    }

    void close() {
        lineTo(startX, startY);
    }

    /** Paints what was drawn since as strokes. */
    void stroke() {
        path.forEach(line -> add(line[0], line[1], line[2], line[3]));
        path.clear();
    }

    /** Paints what was drawn since as areas: four sides around next to nothing are a line. */
    void fill() {
        for (var i = 0; i + 3 < path.size(); i += 4) {
            var left = Double.MAX_VALUE;
            var top = Double.MAX_VALUE;
            var right = -Double.MAX_VALUE;
            var bottom = -Double.MAX_VALUE;
            for (var side : path.subList(i, i + 4)) {
                left = Math.min(left, Math.min(side[0], side[2]));
                right = Math.max(right, Math.max(side[0], side[2]));
                top = Math.min(top, Math.min(side[1], side[3]));
                bottom = Math.max(bottom, Math.max(side[1], side[3]));
            }
            if (bottom - top <= THIN) {
                add(left, (top + bottom) / 2, right, (top + bottom) / 2);
            } else if (right - left <= THIN) {
                add((left + right) / 2, top, (left + right) / 2, bottom);
            }
        }
        path.clear();
    }

    /** Forgets what was drawn since, as a clip does. */
    void discard() {
        path.clear();
    }

    private void add(double x1, double y1, double x2, double y2) {
        if (level.size() + upright.size() > MOST) {
            return;
        }
        if (Math.abs(y1 - y2) < STRAIGHT && Math.abs(x1 - x2) >= STRAIGHT) {
            level.add(new Segment((y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2)));
        } else if (Math.abs(x1 - x2) < STRAIGHT && Math.abs(y1 - y2) >= STRAIGHT) {
            upright.add(new Segment((x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2)));
        }
    }

    /**
     * {@return the lines of the page}
     *
     * @param lineHeight usual height of a line of text, in the measure of the lines
     */
    Rulings rulings(double lineHeight) {
        if (level.size() + upright.size() > MOST) {
            return Rulings.NONE;
        }
        return Rulings.of(
                joined(level, SHORTEST_LEVEL * lineHeight), joined(upright, SHORTEST_UPRIGHT * lineHeight), lineHeight);
    }

    private static List<Ruling> joined(List<Segment> pieces, double shortest) {
        var sorted = pieces.stream()
                .sorted(Comparator.comparingDouble(Segment::place))
                .toList();
        var lines = new ArrayList<Ruling>();
        var at = 0;
        while (at < sorted.size()) {
            var place = sorted.get(at).place();
            var end = at;
            while (end < sorted.size() && sorted.get(end).place() - place < NEAR) {
                end++;
            }
            alongOne(sorted.subList(at, end), shortest, lines);
            at = end;
        }
        return lines;
    }

    private static void alongOne(List<Segment> pieces, double shortest, List<Ruling> lines) {
        var place = pieces.stream().mapToDouble(Segment::place).average().orElseThrow();
        var sorted = pieces.stream()
                .sorted(Comparator.comparingDouble(Segment::from))
                .toList();
        var from = sorted.getFirst().from();
        var to = sorted.getFirst().to();
        for (var piece : sorted) {
            if (piece.from() > to + GAP) {
                keep(new Ruling(from, to, place, place), shortest, lines);
                from = piece.from();
            }
            to = Math.max(to, piece.to());
        }
        keep(new Ruling(from, to, place, place), shortest, lines);
    }

    private static void keep(Ruling line, double shortest, List<Ruling> lines) {
        if (line.to() - line.from() >= shortest) {
            lines.add(line);
        }
    }
}
