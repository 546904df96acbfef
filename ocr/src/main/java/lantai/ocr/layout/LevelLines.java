package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import lantai.ocr.Box;

/** Level lines that meet no upright one: above, between and below the rows of a table, or below a single value. */
final class LevelLines {

    private static final double WHOLE = 0.85;
    private static final double OWN = 0.4;
    private static final double NEAR = 0.6;
    private static final double AROUND = 1;
    private static final double HIGHEST_ROW = 8;
    private static final int FEWEST_OF_ROWS = 4;

    private final List<Ruling> lines;
    private final double lineHeight;

    LevelLines(List<Ruling> lines, double lineHeight) {
        this.lines =
                lines.stream().sorted(Comparator.comparingDouble(Ruling::start)).toList();
        this.lineHeight = lineHeight;
    }

    /** Rows between the same two of four or more lines one below the other made one: the lines of fuller cells. */
    List<List<Integer>> merged(List<List<Integer>> rows, Function<List<Integer>, Box> around) {
        List<List<Integer>> merged = new ArrayList<>();
        int last = 0;
        for (List<Integer> row : rows) {
            int zone = zone(around.apply(row));
            if (zone > 0 && zone == last) {
                List<Integer> joined = new ArrayList<>(merged.removeLast());
                joined.addAll(row);
                merged.add(List.copyOf(joined));
            } else {
                merged.add(row);
            }
            last = zone;
        }
        return merged;
    }

    /** The number of the line above a row that stands between the lines of rows, from 1; 0 for another row. */
    private int zone(Box row) {
        for (int i = 1; i < lines.size(); i++) {
            Ruling above = lines.get(i - 1);
            Ruling below = lines.get(i);
            boolean between = above.start() < row.centerY() && row.centerY() < below.start();
            if (between && areOfRows(above, below)) {
                long alike = lines.stream().filter(line -> isAlike(line, above)).count();
                return alike >= FEWEST_OF_ROWS ? i : 0;
            }
        }
        return 0;
    }

    private boolean areOfRows(Ruling above, Ruling below) {
        return isAlike(above, below) && below.start() - above.start() < HIGHEST_ROW * lineHeight;
    }

    private boolean isAlike(Ruling one, Ruling other) {
        return Math.abs(one.from() - other.from()) < lineHeight && Math.abs(one.to() - other.to()) < lineHeight;
    }

    /** The heights of the lines as broad as the rows from {@code first} to {@code last}, just above them to just below. */
    List<Double> framing(Box first, Box last) {
        Box all = first.union(last);
        return lines.stream()
                .filter(line -> covers(line, all, WHOLE))
                .map(Ruling::start)
                .filter(y -> y > all.top() - AROUND * lineHeight && y < all.bottom() + AROUND * lineHeight)
                .toList();
    }

    /** Whether a line as broad as a row runs between two heights. */
    boolean parts(double above, double below, Box row) {
        return lines.stream()
                .anyMatch(line -> line.start() > above && line.start() < below && covers(line, row, WHOLE));
    }

    /** Whether a line runs below a box and below none of the others beside it. */
    boolean underlines(Box box, List<Box> others) {
        return lines.stream()
                .filter(line -> Math.abs(line.start() - box.bottom()) < NEAR * lineHeight && covers(line, box, OWN))
                .anyMatch(line -> others.stream().noneMatch(other -> covers(line, other, OWN)));
    }

    private static boolean covers(Ruling line, Box box, double share) {
        return Math.min(line.to(), box.right()) - Math.max(line.from(), box.left()) > share * box.width();
    }
}
