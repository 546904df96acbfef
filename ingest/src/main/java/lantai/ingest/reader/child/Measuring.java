package lantai.ingest.reader.child;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import lantai.ingest.reader.PageMeasure;

/** Measures how well a page was scanned, on its decoded picture. */
final class Measuring {
    private static final int ROWS = 96;
    private static final int FEWEST_EDGES = 40;
    private static final int FAINTEST = 40;
    private static final int CELLS = 16;
    private static final int USUAL_DPI = 300;
    private static final double MARGIN = 0.03;
    private static final double LONG_STROKE = 0.2;

    private final GrayPage page;
    private final boolean[] ink;
    private final Frame frame;

    private Measuring(GrayPage page) {
        this.page = page;
        ink = page.ink();
        frame = Frame.of(page);
    }

    /**
     * Measures a page.
     *
     * @param plain of a byte a pixel, or of three: blue, green, red
     * @param capture what its file tells
     */
    static PageMeasure of(BufferedImage plain, Rendered.Capture capture) {
        var page = new GrayPage(plain);
        var measuring = new Measuring(page);
        var scale =
                (double) Math.max(capture.width(), capture.height()) / Math.max(plain.getWidth(), plain.getHeight());
        var dpi = PageMeasure.likelyDpi(capture.dpi(), capture.width(), capture.height()) / scale;
        return new PageMeasure(
                capture.width(),
                capture.height(),
                capture.dpi(),
                capture.mode(),
                Slant.degrees(measuring.ink, page.width(), page.height(), measuring.frame),
                hundredths(measuring.edge() * USUAL_DPI / dpi),
                hundredths(measuring.inked()),
                hundredths(measuring.frame.border(page) * page.step() * 25.4 / dpi),
                measuring.cut(),
                measuring.brightness(),
                measuring.hash(),
                PageMarks.of(page));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /**
     * How wide the edges of strokes are: the whole step over its steepest part, of the middle one of all clear edges on some lines in full
     * size; 0 when there are too few.
     */
    private double edge() {
        var widths = new double[ROWS * 400];
        var count = 0;
        for (var i = 1; i <= ROWS; i++) {
            var y = (int) ((long) page.fullHeight() * i / (ROWS + 1));
            count = edges(y, widths, count);
        }
        if (count < FEWEST_EDGES) {
            return 0;
        }
        Arrays.sort(widths, 0, count);
        return widths[count / 2];
    }

    private int edges(int y, double[] widths, int counted) {
        var lowest = 255;
        var highest = 0;
        for (var x = 0; x < page.fullWidth(); x++) {
            var gray = page.full(x, y);
            lowest = Math.min(lowest, gray);
            highest = Math.max(highest, gray);
        }
        var clear = Math.max(FAINTEST, (highest - lowest) / 2);
        var count = counted;
        for (var x = 1; x < page.fullWidth() && count < widths.length; x++) {
            var from = page.full(x - 1, y);
            var direction = Integer.signum(page.full(x, y) - from);
            var steepest = 0;
            var end = x;
            while (end < page.fullWidth() && direction * (page.full(end, y) - page.full(end - 1, y)) > 0) {
                steepest = Math.max(steepest, Math.abs(page.full(end, y) - page.full(end - 1, y)));
                end++;
            }
            var whole = Math.abs(page.full(end - 1, y) - from);
            if (direction != 0 && whole >= clear) {
                widths[count++] = (double) whole / steepest;
            }
            x = Math.max(x, end - 1);
        }
        return count;
    }

    /** Share of what is inked in percent, the margins left out, where dust and shadows lie. */
    private double inked() {
        var across = (int) Math.round(frame.width() * MARGIN);
        var down = (int) Math.round(frame.height() * MARGIN);
        var inked = 0L;
        var all = 0L;
        for (var y = frame.top() + down; y < frame.bottom() - down; y++) {
            for (var x = frame.left() + across; x < frame.right() - across; x++) {
                inked += ink[y * page.width() + x] ? 1 : 0;
                all++;
            }
        }
        return all == 0 ? 0 : 100.0 * inked / all;
    }

    /** Strokes that run into a side, where most do; a side with a black border shows the paper's own edge. */
    private int cut() {
        var most = 0;
        if (page.width() < 3 || page.height() < 3) {
            return most;
        }
        if (frame.top() == 0) {
            most = Math.max(most, strokes(page.width(), x -> ink[x]));
        }
        if (frame.bottom() == page.height()) {
            var last = (page.height() - 1) * page.width();
            most = Math.max(most, strokes(page.width(), x -> ink[last + x]));
        }
        if (frame.left() == 0) {
            most = Math.max(most, strokes(page.height(), y -> ink[y * page.width()]));
        }
        if (frame.right() == page.width()) {
            most = Math.max(most, strokes(page.height(), y -> ink[y * page.width() + page.width() - 1]));
        }
        return most;
    }

    private static int strokes(int length, java.util.function.IntPredicate inked) {
        var strokes = 0;
        for (var at = 0; at < length; at++) {
            var from = at;
            while (at < length && inked.test(at)) {
                at++;
            }
            if (at > from && at - from < length * LONG_STROKE) {
                strokes++;
            }
        }
        return strokes;
    }

    private int brightness() {
        var sum = 0L;
        for (var gray : page.small()) {
            sum += gray & 0xFF;
        }
        return (int) (sum / page.small().length);
    }

    /** Whether each cell of a grid is brighter than the one on its right, which noise and brightness hardly change. */
    private String hash() {
        var hash = new StringBuilder();
        var signs = 0L;
        for (var row = 0; row < CELLS; row++) {
            var before = mean(0, row);
            for (var column = 1; column <= CELLS; column++) {
                var now = mean(column, row);
                signs = signs << 1 | (before > now + 2 ? 1 : 0);
                before = now;
            }
            if (row % 4 == 3) {
                hash.append("%016x".formatted(signs));
            }
        }
        return hash.toString();
    }

    private int mean(int column, int row) {
        var left = frame.left() + frame.width() * column / (CELLS + 1);
        var right = Math.max(left + 1, frame.left() + frame.width() * (column + 1) / (CELLS + 1));
        var top = frame.top() + frame.height() * row / CELLS;
        var bottom = Math.max(top + 1, frame.top() + frame.height() * (row + 1) / CELLS);
        var sum = 0L;
        var count = 0;
        for (var y = top; y < Math.min(bottom, page.height()); y++) {
            for (var x = left; x < Math.min(right, page.width()); x++) {
                sum += page.at(x, y);
                count++;
            }
        }
        return count == 0 ? 0 : (int) (sum / count);
    }
}
