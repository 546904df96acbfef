package lantai.ocr.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds round seals on a page without colour on which the seal is as black as the text. They stay: nothing tells their letters from
 * those of the text but their place. A seal is a ring of 28 to 52 mm across, whole but for what crosses it, with letters along its
 * inside.
 */
public final class BlackSeals {

    private static final double SMALLEST_MM = 13.5;
    private static final double LARGEST_MM = 26;
    private static final double COARSE_DPI = 60;
    private static final double THICKEST_MM = 2.2;
    private static final double THINNEST_MM = 0.25;
    private static final double OUTSIDE_MM = 1.2;
    private static final int DARK = 140;
    private static final int EDGE = 90;
    private static final int DIRECTIONS = 120;
    private static final double[] COSINES = new double[DIRECTIONS];
    private static final double[] SINES = new double[DIRECTIONS];

    static {
        for (int i = 0; i < DIRECTIONS; i++) {
            COSINES[i] = Math.cos(2 * Math.PI * i / DIRECTIONS);
            SINES[i] = Math.sin(2 * Math.PI * i / DIRECTIONS);
        }
    }

    private static final double WHOLE = 0.8;
    private static final double HOPELESS = 0.4;
    private static final double FREE = 0.4;
    private static final double LETTERED = 0.4;
    private static final int MOST_PLACES = 12;
    private static final double AS_LIKELY = 0.4;
    /** Where the letters along the border stand, as shares of the radius. */
    private static final double LETTERS_FROM = 0.58;

    private static final double LETTERS_TO = 0.93;

    private final GrayImage page;
    private final double perMm;

    private BlackSeals(GrayImage page, int dpi) {
        this.page = page;
        this.perMm = dpi / 25.4;
    }

    /**
     * A seal whose letters lie among those of the text.
     *
     * @param x of its middle, in pixels, and so for the others
     * @param radius to the outside of its border
     * @param inner to the inside of its border
     */
    private record Ring(double x, double y, double radius, double inner) {
        int[] bounds() {
            return new int[] {
                (int) Math.floor(x - radius),
                (int) Math.floor(y - radius),
                (int) Math.ceil(x + radius),
                (int) Math.ceil(y + radius)
            };
        }
    }

    /**
     * Adds the black seals of a page to {@code found}, but for those that are there already.
     *
     * @param page with white paper
     */
    public static void find(GrayImage page, int dpi, List<SealInk> found) {
        var seals = new BlackSeals(page, dpi);
        List<Ring> rings = seals.rings().stream()
                .filter(ring -> found.stream().noneMatch(other -> isWithin(ring, other)))
                .toList();
        for (Ring ring : rings) {
            found.add(SealInk.amongText(
                    ring.bounds(),
                    page.width(),
                    page.height(),
                    (x, y) -> Math.hypot(x - ring.x(), y - ring.y()) < ring.inner() ? 255 - page.at(x, y) : 0));
        }
    }

    private static boolean isWithin(Ring ring, SealInk other) {
        return other.left() < ring.x()
                && ring.x() < other.right()
                && other.top() < ring.y()
                && ring.y() < other.bottom();
    }

    private List<Ring> rings() {
        int step = Math.max(1, (int) Math.round(perMm * 25.4 / COARSE_DPI));
        GrayImage small = page.resized(Math.max(1, page.width() / step), Math.max(1, page.height() / step));
        double scale = (double) page.width() / small.width();
        List<Ring> rings = new ArrayList<>();
        for (int[] place : middles(small, perMm / scale)) {
            Ring ring = ring((place[0] + 0.5) * scale, (place[1] + 0.5) * scale, scale);
            if (ring != null && rings.stream().noneMatch(other -> isSame(ring, other)) && isLettered(ring)) {
                rings.add(ring);
            }
        }
        return rings;
    }

    private static boolean isSame(Ring one, Ring other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y()) < 0.5 * one.radius();
    }

    /** Places on which the edges of many strokes are centred, the best first. */
    private static List<int[]> middles(GrayImage small, double perMm) {
        int width = small.width();
        int height = small.height();
        int from = (int) Math.floor(SMALLEST_MM * perMm);
        int to = (int) Math.ceil(LARGEST_MM * perMm);
        int[] votes = new int[width * height];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                double across = small.at(x + 1, y) - small.at(x - 1, y);
                double down = small.at(x, y + 1) - small.at(x, y - 1);
                double slope = Math.hypot(across, down);
                if (slope > EDGE) {
                    vote(votes, width, height, x, y, across / slope, down / slope, from, to);
                }
            }
        }
        return peaks(votes, width, height, from);
    }

    private static void vote(
            int[] votes, int width, int height, int x, int y, double across, double down, int from, int to) {
        for (int side = -1; side <= 1; side += 2) {
            for (int r = from; r <= to; r++) {
                int atX = (int) Math.round(x + side * r * across);
                int atY = (int) Math.round(y + side * r * down);
                if (atX >= 0 && atX < width && atY >= 0 && atY < height) {
                    votes[atY * width + atX]++;
                }
            }
        }
    }

    private static List<int[]> peaks(int[] votes, int width, int height, int apart) {
        List<int[]> all = new ArrayList<>();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int sum = 0;
                for (int row = -1; row <= 1; row++) {
                    for (int column = -1; column <= 1; column++) {
                        sum += votes[(y + row) * width + x + column];
                    }
                }
                if (sum > 2 * Math.PI * apart) {
                    all.add(new int[] {x, y, sum});
                }
            }
        }
        all.sort(Comparator.comparingInt(place -> -place[2]));
        List<int[]> kept = new ArrayList<>();
        for (int[] place : all) {
            if (kept.size() == MOST_PLACES || place[2] < AS_LIKELY * all.getFirst()[2]) {
                break;
            }
            if (kept.stream().noneMatch(other -> Math.hypot(other[0] - place[0], other[1] - place[1]) < 0.3 * apart)) {
                kept.add(place);
            }
        }
        return kept;
    }

    /** The ring around a place that is known to within {@code slack} pixels, or null. */
    private @Nullable Ring ring(double x, double y, double slack) {
        int from = (int) (SMALLEST_MM * perMm);
        int to = (int) (LARGEST_MM * perMm);
        double bestX = x;
        double bestY = y;
        double most = 0;
        int at = 0;
        int step = Math.max(1, (int) (THINNEST_MM * perMm / 2));
        for (double reach = slack; reach >= 1 && (at == 0 || most > HOPELESS); reach /= 2) {
            double middleX = bestX;
            double middleY = bestY;
            for (int row = -1; row <= 1; row++) {
                for (int column = -1; column <= 1; column++) {
                    double tryX = middleX + column * reach;
                    double tryY = middleY + row * reach;
                    for (int r = from; r <= to; r += step) {
                        double share = share(tryX, tryY, r);
                        if (share > most) {
                            most = share;
                            at = r;
                            bestX = tryX;
                            bestY = tryY;
                        }
                    }
                }
            }
        }
        if (most < WHOLE) {
            return null;
        }
        int inner = at;
        while (inner > 1 && share(bestX, bestY, inner - 1) > 0.5) {
            inner--;
        }
        int outer = at;
        while (outer < to + THICKEST_MM * perMm && share(bestX, bestY, outer + 1) > 0.5) {
            outer++;
        }
        double thick = (outer - inner + 1) / perMm;
        boolean free = share(bestX, bestY, outer + OUTSIDE_MM * perMm) < FREE;
        return thick >= THINNEST_MM && thick <= THICKEST_MM && free
                ? new Ring(bestX, bestY, outer + 1, inner - 1)
                : null;
    }

    /** In how many of all directions it is dark at a distance from a place. */
    private double share(double x, double y, double radius) {
        int dark = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            dark += isDark(x + radius * COSINES[i], y + radius * SINES[i]) ? 1 : 0;
        }
        return (double) dark / DIRECTIONS;
    }

    private boolean isDark(double x, double y) {
        int column = (int) Math.round(x);
        int row = (int) Math.round(y);
        return column >= 0 && column < page.width() && row >= 0 && row < page.height() && page.at(column, row) < DARK;
    }

    /** Whether letters stand along the inside of the border: a seal, and no plain circle. */
    private boolean isLettered(Ring ring) {
        boolean[] inked = new boolean[DIRECTIONS];
        for (int i = 0; i < DIRECTIONS; i++) {
            for (double r = LETTERS_FROM * ring.radius(); r < LETTERS_TO * ring.inner() && !inked[i]; r++) {
                inked[i] = isDark(ring.x() + r * COSINES[i], ring.y() + r * SINES[i]);
            }
        }
        int count = 0;
        for (boolean one : inked) {
            count += one ? 1 : 0;
        }
        return count > LETTERED * DIRECTIONS;
    }
}
