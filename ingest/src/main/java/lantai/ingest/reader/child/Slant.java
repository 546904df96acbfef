package lantai.ingest.reader.child;

/**
 * How far the lines of a page lean: the angle at which the upper edges of its strokes fall together in the fewest rows. The page may lie
 * on its side; then its lines run down.
 */
final class Slant {
    private static final double MOST = 8;
    private static final double COARSE = 0.5;
    private static final double FINE = 0.1;
    private static final int POINTS = 20_000;
    private static final int FEWEST = 300;
    private static final double CLEAR = 1.15;

    private final int[] xs = new int[POINTS];
    private final int[] ys = new int[POINTS];
    private int count;

    private Slant() {}

    /** {@return degrees, clockwise positive; 0 when the page has no lines to tell it by} */
    static double degrees(boolean[] ink, int width, int height, Frame frame) {
        var across = new Slant();
        across.gather(ink, width, frame, 1, width);
        var down = new Slant();
        down.gather(ink, width, frame, width, 1);
        var first = across.best(height, false);
        var second = down.best(width, true);
        var better = first.clear() >= second.clear() ? first : second;
        return better.clear() < CLEAR ? 0 : Math.round(better.degrees() * 10) / 10.0;
    }

    /** Points of ink with paper before them; every so many of them, when there are more than are needed. */
    private void gather(boolean[] ink, int width, Frame frame, int along, int before) {
        var all = 0;
        for (var pass = 0; pass < 2; pass++) {
            var each = Math.max(1, all / POINTS + 1);
            var seen = 0;
            for (var y = frame.top() + 1; y < frame.bottom(); y++) {
                for (var x = frame.left() + 1; x < frame.right(); x++) {
                    var at = y * width + x;
                    if (ink[at] && !ink[at - before] && seen++ % each == 0 && pass == 1 && count < POINTS) {
                        xs[count] = along == 1 ? x : y;
                        ys[count++] = along == 1 ? y : x;
                    }
                }
            }
            all = seen;
        }
    }

    private record Best(double degrees, double clear) {}

    private Best best(int rows, boolean down) {
        if (count < FEWEST) {
            return new Best(0, 0);
        }
        var bins = new int[2 * rows + 4000];
        var best = 0.0;
        var most = 0.0;
        var sum = 0.0;
        var tried = 0;
        for (var degrees = -MOST; degrees <= MOST; degrees += COARSE) {
            var sharp = sharpness(degrees, bins);
            sum += sharp;
            tried++;
            if (sharp > most) {
                most = sharp;
                best = degrees;
            }
        }
        var centre = best;
        for (var degrees = centre - COARSE; degrees <= centre + COARSE; degrees += FINE) {
            var sharp = sharpness(degrees, bins);
            if (sharp > most) {
                most = sharp;
                best = degrees;
            }
        }
        return new Best(down ? -best : best, most / (sum / tried));
    }

    private double sharpness(double degrees, int[] bins) {
        java.util.Arrays.fill(bins, 0);
        var lean = Math.tan(Math.toRadians(degrees));
        for (var i = 0; i < count; i++) {
            var bin = (int) Math.round(ys[i] - xs[i] * lean) + 1000;
            if (bin >= 0 && bin < bins.length) {
                bins[bin]++;
            }
        }
        var sharp = 0.0;
        for (var bin : bins) {
            sharp += (double) bin * bin;
        }
        return sharp;
    }
}
