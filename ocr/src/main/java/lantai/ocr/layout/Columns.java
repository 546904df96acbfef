package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.List;
import lantai.ocr.Box;

/**
 * Running text in two columns (more are found by cutting again): a gutter that no line crosses, and on both sides lines
 * that fill their column. A list of names and numbers has gutters, too, but does not fill them.
 *
 * @param bands how many bands the columns take; 0 when there are none
 */
record Columns(int bands, List<Flow.Item> left, List<Flow.Item> right) {

    private static final Columns NONE = new Columns(0, List.of(), List.of());
    private static final int FEWEST_LINES = 4;
    private static final double NARROWEST = 7;
    private static final double FULL = 0.8;

    /** The columns that begin with the band at {@code from} and go on as long as the gutter does. */
    static Columns startingAt(List<List<Flow.Item>> bands, int from, double lineHeight) {
        double[] gutter = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        Columns best = NONE;
        List<Flow.Item> taken = new ArrayList<>();
        for (int end = from; end < bands.size(); end++) {
            List<Flow.Item> next = new ArrayList<>(taken);
            next.addAll(bands.get(end));
            gutter = gutter(next, lineHeight);
            if (gutter.length == 0) {
                // A first line on one side only has no gutter yet.
                if (end - from > 2) {
                    break;
                }
                taken = next;
                continue;
            }
            taken = next;
            double middle = (gutter[0] + gutter[1]) / 2;
            List<Flow.Item> left = side(taken, middle, true);
            List<Flow.Item> right = side(taken, middle, false);
            if (isText(left, lineHeight) && isText(right, lineHeight)) {
                best = new Columns(end - from + 1, left, right);
            }
        }
        return best;
    }

    private static List<Flow.Item> side(List<Flow.Item> items, double middle, boolean left) {
        return items.stream()
                .filter(item -> item.box().centerX() < middle == left)
                .toList();
    }

    /** The widest gap between items, from x to x; empty when there is none of at least 0.8 lines' height. */
    private static double[] gutter(List<Flow.Item> items, double lineHeight) {
        List<List<Flow.Item>> groups =
                Flow.cut(items, item -> item.box().left(), item -> item.box().right());
        double[] widest = {};
        double width = 0.8 * lineHeight;
        for (int i = 1; i < groups.size(); i++) {
            double from = groups.get(i - 1).stream()
                    .mapToDouble(item -> item.box().right())
                    .max()
                    .orElseThrow();
            double to = groups.get(i).stream()
                    .mapToDouble(item -> item.box().left())
                    .min()
                    .orElseThrow();
            if (to - from >= width) {
                width = to - from;
                widest = new double[] {from, to};
            }
        }
        return widest;
    }

    private static boolean isText(List<Flow.Item> side, double lineHeight) {
        if (side.size() < FEWEST_LINES) {
            return false;
        }
        Box around = side.stream().map(Flow.Item::box).reduce(Box::union).orElseThrow();
        if (around.width() < NARROWEST * lineHeight) {
            return false;
        }
        List<List<Flow.Item>> lines = Flow.bands(side);
        long full = lines.stream()
                .filter(line ->
                        line.stream().mapToDouble(item -> item.box().width()).sum() >= FULL * around.width())
                .count();
        return lines.size() >= FEWEST_LINES && full >= 0.6 * lines.size();
    }
}
