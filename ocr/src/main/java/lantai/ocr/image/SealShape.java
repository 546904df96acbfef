package lantai.ocr.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Knows a seal by its border, which hangs together: an ellipse or a frame, 8 to 70 mm long on each side and at most three
 * times as long as broad; the frame around one line of text may be up to 140 mm long. It may stand slanted by 14 degrees.
 */
final class SealShape {

    private static final double CELL_MM = 0.3;
    private static final double SMALLEST_MM = 8;
    private static final double LARGEST_MM = 70;
    private static final double LONGEST_FRAME_MM = 140;
    private static final double LONGEST_FRAME = 12;
    private static final int DIRECTIONS = 60;
    private static final int MOST_SLANTED = 14;
    private static final double HALF_DEGREE = 0.5;
    private static final double EDGE_CELLS = 3.5;
    private static final double FRAMED = 0.8;
    private static final double PARTLY_FRAMED = 0.6;
    private static final double LONGER_THAN_LETTERS = 2;
    private static final double SMALLEST_PIECE_MM = 2.5;
    /** Where a ruling or a line of text runs along a slanted border, it hides that much of it. */
    private static final double FARTHEST_MM = 6;

    private static final double AS_HIGH = 0.7;
    /** So many letters, of which each is about as broad as high, are beside it. */
    private static final int LETTERS_OF_A_LINE = 3;

    private SealShape() {}

    /** Says of a pixel whether it may be seal ink. */
    @FunctionalInterface
    interface InkTest {
        boolean isInk(int x, int y);
    }

    /** Bounds of the seals in pixels: left, top, right, bottom. */
    static List<int[]> find(int width, int height, int dpi, InkTest ink) {
        int cell = Math.max(1, (int) Math.round(CELL_MM / 25.4 * dpi));
        int columns = (width + cell - 1) / cell;
        boolean[] cells = new boolean[columns * ((height + cell - 1) / cell)];
        for (int y = 0; y < height; y++) {
            int row = y / cell * columns;
            for (int x = 0; x < width; x++) {
                if (ink.isInk(x, y)) {
                    cells[row + x / cell] = true;
                }
            }
        }
        double perMm = dpi / 25.4 / cell;
        List<int[]> found = new ArrayList<>();
        List<int[]> pieces = new ArrayList<>();
        List<int[]> parts = new ArrayList<>();
        Components.visit(grown(cells, columns), columns, (pixels, count) -> {
            int[] part = Arrays.copyOf(pixels, count);
            parts.add(Components.bounds(part, count, columns));
            Optional<int[]> seal = seal(part, cells, columns, perMm, false);
            if (seal.isPresent()) {
                found.add(seal.get());
            } else if (isPiece(part, columns, perMm)) {
                pieces.add(part);
            }
        });
        for (int[] together : SealPieces.joined(pieces, columns, FARTHEST_MM * perMm)) {
            seal(together, cells, columns, perMm, true).ifPresent(found::add);
        }
        return found.stream()
                .filter(seal -> !isInALine(seal, parts))
                .map(b -> new int[] {b[0] * cell, b[1] * cell, (b[2] + 1) * cell, (b[3] + 1) * cell})
                .toList();
    }

    /**
     * Whether it stands in a line of others as high as itself: two dense letters of a red title fill a rectangle as a small seal
     * does.
     */
    private static boolean isInALine(int[] seal, List<int[]> parts) {
        int height = seal[3] - seal[1] + 1;
        int letters = parts.stream()
                .filter(part -> part[2] < seal[0] || part[0] > seal[2])
                .filter(part -> {
                    int own = part[3] - part[1] + 1;
                    int shared = Math.min(part[3], seal[3]) - Math.max(part[1], seal[1]) + 1;
                    return shared > AS_HIGH * Math.max(own, height);
                })
                .mapToInt(part -> part[2] - part[0] + 1)
                .sum();
        return letters > LETTERS_OF_A_LINE * height;
    }

    /** The bounds of a part in cells, when it has the form of a seal. */
    private static Optional<int[]> seal(int[] part, boolean[] cells, int columns, double perMm, boolean inPieces) {
        int[] bounds = Components.bounds(part, part.length, columns);
        int inked = onlyInk(part, part.length, cells);
        boolean seal =
                isSeal(part, part.length, columns, bounds, perMm) && isFramed(part, inked, columns, bounds, inPieces);
        return seal ? Optional.of(bounds) : Optional.empty();
    }

    private static boolean isPiece(int[] part, int columns, double perMm) {
        int[] b = Components.bounds(part, part.length, columns);
        return Math.max(b[2] - b[0], b[3] - b[1]) > SMALLEST_PIECE_MM * perMm;
    }

    /** Moves those cells that hold ink to the front; gives how many they are. */
    private static int onlyInk(int[] pixels, int count, boolean[] cells) {
        int front = 0;
        for (int i = 0; i < count; i++) {
            if (cells[pixels[i]]) {
                int swapped = pixels[front];
                pixels[front] = pixels[i];
                pixels[i] = swapped;
                front++;
            }
        }
        return front;
    }

    /** Whether something long has a line above and below it over nearly all its length, as a row of letters has not. */
    private static boolean isFramed(int[] pixels, int inked, int columns, int[] bounds, boolean inPieces) {
        double width = bounds[2] - bounds[0] + 1.0;
        double height = bounds[3] - bounds[1] + 1.0;
        if (!inPieces && Math.max(width, height) <= 3 * Math.min(width, height)) {
            return true;
        }
        for (double slant = -MOST_SLANTED; slant <= MOST_SLANTED; slant += HALF_DEGREE) {
            if (hasLinesAboveAndBelow(pixels, inked, columns, slant, inPieces)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether ink lies within a millimetre of the upper and of the lower edge over nearly all the length; or over most of it, where
     * what lies over a seal hides the rest: then, and when the border is in pieces, in some that are longer than letters.
     */
    private static boolean hasLinesAboveAndBelow(int[] pixels, int inked, int columns, double slant, boolean inPieces) {
        double cos = Math.cos(Math.toRadians(slant));
        double sin = Math.sin(Math.toRadians(slant));
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (int i = 0; i < inked; i++) {
            int row = pixels[i] / columns;
            int column = pixels[i] % columns;
            top = Math.min(top, row * cos - column * sin);
            bottom = Math.max(bottom, row * cos - column * sin);
            left = Math.min(left, column * cos + row * sin);
            right = Math.max(right, column * cos + row * sin);
        }
        boolean[] above = new boolean[(int) (right - left) + 1];
        boolean[] below = new boolean[above.length];
        for (int i = 0; i < inked; i++) {
            int row = pixels[i] / columns;
            int column = pixels[i] % columns;
            int at = (int) (column * cos + row * sin - left);
            double y = row * cos - column * sin;
            above[at] |= y - top < EDGE_CELLS;
            below[at] |= bottom - y < EDGE_CELLS;
        }
        double share = Math.min(share(above), share(below));
        int longest = Math.min(longestRun(above), longestRun(below));
        return (share > FRAMED && !inPieces)
                || (share > PARTLY_FRAMED && longest > LONGER_THAN_LETTERS * (bottom - top));
    }

    private static int longestRun(boolean[] flags) {
        int longest = 0;
        int run = 0;
        for (boolean flag : flags) {
            run = flag ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static double share(boolean[] flags) {
        int set = 0;
        for (boolean flag : flags) {
            set += flag ? 1 : 0;
        }
        return (double) set / flags.length;
    }

    /** Closes gaps of up to four cells: a black ruling or stroke cuts the border that it crosses. */
    private static boolean[] grown(boolean[] mask, int columns) {
        boolean[] grown = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                int x = i % columns;
                int y = i / columns;
                for (int ny = Math.max(0, y - 2); ny <= Math.min(mask.length / columns - 1, y + 2); ny++) {
                    int row = ny * columns;
                    Arrays.fill(grown, row + Math.max(0, x - 2), row + Math.min(columns - 1, x + 2) + 1, true);
                }
            }
        }
        return grown;
    }

    private static boolean isSeal(int[] pixels, int count, int columns, int[] bounds, double perMm) {
        double width = (bounds[2] - bounds[0] + 1) / perMm;
        double height = (bounds[3] - bounds[1] + 1) / perMm;
        double shorter = Math.min(width, height);
        double longer = Math.max(width, height);
        if (shorter < SMALLEST_MM || longer > LONGEST_FRAME_MM || longer > LONGEST_FRAME * shorter) {
            return false;
        }
        boolean compact = longer <= LARGEST_MM && longer <= 3 * shorter;
        for (double slant = 0; slant <= MOST_SLANTED; slant += HALF_DEGREE) {
            if (hasBorder(pixels, count, columns, bounds, slant, compact)
                    || hasBorder(pixels, count, columns, bounds, -slant, compact)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the outermost cells in nearly all directions lie on one ellipse or on one rectangle: a title does not. */
    private static boolean hasBorder(
            int[] pixels, int count, int columns, int[] bounds, double slant, boolean mayBeRound) {
        double cos = Math.cos(Math.toRadians(slant));
        double sin = Math.sin(Math.toRadians(slant));
        double middleX = (bounds[0] + bounds[2]) / 2.0;
        double middleY = (bounds[1] + bounds[3]) / 2.0;
        double[] xs = new double[count];
        double[] ys = new double[count];
        double halfWidth = 1;
        double halfHeight = 1;
        for (int i = 0; i < count; i++) {
            double x = pixels[i] % columns - middleX;
            int row = pixels[i] / columns;
            double y = row - middleY;
            xs[i] = x * cos + y * sin;
            ys[i] = y * cos - x * sin;
            halfWidth = Math.max(halfWidth, Math.abs(xs[i]));
            halfHeight = Math.max(halfHeight, Math.abs(ys[i]));
        }
        double[] round = new double[DIRECTIONS];
        double[] square = new double[DIRECTIONS];
        for (int i = 0; i < count; i++) {
            double x = xs[i] / halfWidth;
            double y = ys[i] / halfHeight;
            int direction = (int) ((Math.atan2(y, x) / Math.PI + 1) / 2 * DIRECTIONS) % DIRECTIONS;
            round[direction] = Math.max(round[direction], Math.hypot(x, y));
            square[direction] = Math.max(square[direction], Math.max(Math.abs(x), Math.abs(y)));
        }
        long onEllipse = Arrays.stream(round).filter(r -> r > 0.85 && r < 1.1).count();
        long onRectangle = Arrays.stream(square).filter(r -> r > 0.86).count();
        int enough = DIRECTIONS * 8 / 10;
        double longer = Math.max(halfWidth, halfHeight);
        int frame = longer > 3 * Math.min(halfWidth, halfHeight) ? DIRECTIONS * 7 / 10 : DIRECTIONS * 9 / 10;
        return mayBeRound ? Math.max(onEllipse, onRectangle) >= enough : onRectangle >= frame;
    }
}
