package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import lantai.ocr.Box;

/**
 * Running text in columns: gutters that no line crosses, and between them lines that fill their column. A list of names and
 * numbers has gutters, too, but does not fill them.
 *
 * @param bands how many bands the columns take; 0 when there are none
 * @param texts the columns from left to right
 */
record Columns(int bands, List<List<Flow.Item>> texts) {

    private static final Columns NONE = new Columns(0, List.of());
    private static final int FEWEST_LINES = 4;
    private static final double NARROWEST = 7;
    private static final double NARROWEST_GUTTER = 0.35;
    private static final double HANGING = 0.75;
    /** What ends that much behind the other lines is none of the column. */
    private static final double FARTHEST = 2;

    private static final double FULL = 0.8;
    /** What stands above columns is parted from them by more room than their lines. */
    private static final double APART = 1.5;

    private static final double FAR_BELOW = 2;
    private static final double SHORT = 6;

    /**
     * The columns that begin with the band at {@code from} and go on as long as their gutters do.
     *
     * @param parted says of a place between two bands whether a line is drawn there
     */
    static Columns startingAt(
            List<List<Flow.Item>> bands, int from, double lineHeight, BiPredicate<Double, Double> parted) {
        Columns best = NONE;
        List<Flow.Item> taken = new ArrayList<>();
        for (int end = from; end < bands.size(); end++) {
            if (end > from) {
                double above = bottom(bands.get(end - 1));
                double below = top(bands.get(end));
                boolean far = best.bands() == 0 && below - above > APART * lineHeight;
                if (far || isFoot(bands.get(end), below - above, lineHeight) || parted.test(above, below)) {
                    break;
                }
            }
            taken.addAll(bands.get(end));
            List<List<Flow.Item>> texts = texts(taken, lineHeight);
            if (!texts.isEmpty()) {
                best = new Columns(end - from + 1, texts);
            } else if (end - from > 2 && gutters(taken, lineHeight).size() < 2) {
                // A first line on one side only has no gutter yet.
                break;
            }
        }
        return best;
    }

    /** Whether a band is one short thing far below what stands above it, as a page number below columns is. */
    private static boolean isFoot(List<Flow.Item> band, double gap, double lineHeight) {
        return gap > FAR_BELOW * lineHeight
                && band.size() == 1
                && band.getFirst().box().width() < SHORT * lineHeight;
    }

    private static double top(List<Flow.Item> band) {
        return band.stream().mapToDouble(item -> item.box().top()).min().orElseThrow();
    }

    private static double bottom(List<Flow.Item> band) {
        return band.stream().mapToDouble(item -> item.box().bottom()).max().orElseThrow();
    }

    /** The columns of text; empty when what stands between the gutters is no text. */
    private static List<List<Flow.Item>> texts(List<Flow.Item> items, double lineHeight) {
        List<List<Flow.Item>> parts = gutters(items, lineHeight);
        boolean text = parts.size() > 1 && parts.stream().allMatch(part -> isText(part, lineHeight));
        return text ? parts : List.of();
    }

    /** The items between gaps that none of them crosses; a few reach into a gap with a mark that hangs over the edge. */
    private static List<List<Flow.Item>> gutters(List<Flow.Item> items, double lineHeight) {
        double half = NARROWEST_GUTTER * lineHeight / 2;
        return Flow.cut(
                items,
                item -> item.box().left() + margin(item, lineHeight) - half,
                item -> item.box().right() - margin(item, lineHeight) + half);
    }

    private static double margin(Flow.Item item, double lineHeight) {
        return Math.min(HANGING * lineHeight, item.box().width() / 6);
    }

    private static boolean isText(List<Flow.Item> column, double lineHeight) {
        if (column.size() < FEWEST_LINES) {
            return false;
        }
        Box around = column.stream().map(Flow.Item::box).reduce(Box::union).orElseThrow();
        double[] rights =
                column.stream().mapToDouble(item -> item.box().right()).sorted().toArray();
        boolean beyond = around.right() - rights[rights.length * 3 / 4] > FARTHEST * lineHeight;
        if (around.width() < NARROWEST * lineHeight || beyond) {
            return false;
        }
        List<List<Flow.Item>> lines = Flow.bands(column);
        long full = lines.stream()
                .filter(line ->
                        line.stream().mapToDouble(item -> item.box().width()).sum() >= FULL * around.width())
                .count();
        return lines.size() >= FEWEST_LINES && full >= 0.6 * lines.size();
    }
}
