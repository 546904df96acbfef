package lantai.web.item;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantai.problem.Malformed;

/**
 * What of a page is asked for, in the words of IIIF Image API 3.0, fitted to one picture.
 *
 * @param x of the piece
 * @param y of the piece
 * @param width of the piece in pixels of the picture, at least 1
 * @param height of the piece, at least 1
 * @param targetWidth of the answer before turning, at least 1
 * @param targetHeight of the answer before turning, at least 1
 * @param turn 0, 90, 180 or 270 degrees clockwise, after scaling
 * @param gray whether colours are left out
 * @param format {@code jpg} or {@code png}
 */
record ImageRequest(
        int x, int y, int width, int height, int targetWidth, int targetHeight, int turn, boolean gray, String format) {
    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
    private static final Pattern PIXELS = Pattern.compile("(\\d{1,9}),(\\d{1,9}),(\\d{1,9}),(\\d{1,9})");
    private static final Pattern PERCENT =
            Pattern.compile("pct:" + NUMBER + ',' + NUMBER + ',' + NUMBER + ',' + NUMBER);
    private static final Pattern WIDTH = Pattern.compile("(\\d{1,9}),");
    private static final Pattern HEIGHT = Pattern.compile(",(\\d{1,9})");
    private static final Pattern BOTH = Pattern.compile("(!?)(\\d{1,9}),(\\d{1,9})");
    private static final Pattern SCALE = Pattern.compile("pct:" + NUMBER);
    private static final Pattern LEAF = Pattern.compile("(default|color|gray)\\.(jpg|png)");
    private static final Set<String> TURNS = Set.of("0", "90", "180", "270");

    /**
     * The four parts of the address.
     *
     * @param leaf quality and format, for example {@code default.jpg}
     */
    record Words(String region, String size, String rotation, String leaf) {}

    /**
     * Fits the words to a picture.
     *
     * @throws Malformed when the standard does not know them, or they lie outside the picture, or would enlarge it
     */
    static ImageRequest of(Words words, int width, int height) {
        var piece = region(words.region(), width, height);
        var target = size(words.size(), piece);
        var leaf = LEAF.matcher(words.leaf());
        if (!leaf.matches()) {
            throw malformed(words.leaf());
        }
        if (!TURNS.contains(words.rotation())) {
            throw malformed(words.rotation());
        }
        return new ImageRequest(
                piece.x(),
                piece.y(),
                piece.width(),
                piece.height(),
                target.width(),
                target.height(),
                Integer.parseInt(words.rotation()),
                leaf.group(1).equals("gray"),
                leaf.group(2));
    }

    /** {@return whether it asks for the picture as it is} */
    boolean isWhole(int pictureWidth, int pictureHeight) {
        return width == pictureWidth
                && height == pictureHeight
                && targetWidth == width
                && targetHeight == height
                && turn == 0
                && !gray
                && format.equals("jpg");
    }

    private record Piece(int x, int y, int width, int height) {}

    private static Piece region(String words, int width, int height) {
        if (words.equals("full")) {
            return new Piece(0, 0, width, height);
        }
        if (words.equals("square")) {
            var side = Math.min(width, height);
            return new Piece((width - side) / 2, (height - side) / 2, side, side);
        }
        var pixels = PIXELS.matcher(words);
        if (pixels.matches()) {
            return cut(words, numbers(pixels), width, height);
        }
        var percent = PERCENT.matcher(words);
        if (percent.matches()) {
            var of = numbers(percent);
            return cut(
                    words,
                    new double[] {
                        Math.round(of[0] * width / 100),
                        Math.round(of[1] * height / 100),
                        Math.round(of[2] * width / 100),
                        Math.round(of[3] * height / 100)
                    },
                    width,
                    height);
        }
        throw malformed(words);
    }

    private static Piece cut(String words, double[] of, int width, int height) {
        if (of[0] >= width || of[1] >= height || of[2] < 1 || of[3] < 1) {
            throw malformed(words);
        }
        var x = (int) of[0];
        var y = (int) of[1];
        return new Piece(x, y, (int) Math.min(of[2], width - x), (int) Math.min(of[3], height - y));
    }

    private static Piece size(String words, Piece piece) {
        return asked(words, piece)
                .map(size -> new Piece(0, 0, Math.max(1, size.width()), Math.max(1, size.height())))
                .filter(size -> size.width() <= piece.width() && size.height() <= piece.height())
                .orElseThrow(() -> malformed(words));
    }

    private static Optional<Piece> asked(String words, Piece piece) {
        if (words.equals("max")) {
            return Optional.of(piece);
        }
        var width = WIDTH.matcher(words);
        if (width.matches()) {
            return scaled(piece, numbers(width)[0] / piece.width());
        }
        var height = HEIGHT.matcher(words);
        if (height.matches()) {
            return scaled(piece, numbers(height)[0] / piece.height());
        }
        var scale = SCALE.matcher(words);
        if (scale.matches()) {
            return scaled(piece, numbers(scale)[0] / 100);
        }
        var both = BOTH.matcher(words);
        if (!both.matches()) {
            return Optional.empty();
        }
        var wanted = new Piece(0, 0, Integer.parseInt(both.group(2)), Integer.parseInt(both.group(3)));
        if (wanted.width() < 1 || wanted.height() < 1) {
            return Optional.empty();
        }
        return both.group(1).isEmpty()
                ? Optional.of(wanted)
                : scaled(
                        piece,
                        Math.min(
                                1,
                                Math.min(
                                        (double) wanted.width() / piece.width(),
                                        (double) wanted.height() / piece.height())));
    }

    private static Optional<Piece> scaled(Piece piece, double by) {
        return by > 0
                ? Optional.of(
                        new Piece(0, 0, (int) Math.round(piece.width() * by), (int) Math.round(piece.height() * by)))
                : Optional.empty();
    }

    private static double[] numbers(Matcher matcher) {
        var numbers = new double[matcher.groupCount()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(matcher.group(i + 1));
        }
        return numbers;
    }

    private static Malformed malformed(String words) {
        return new Malformed(ItemProblem.IMAGE_REQUEST_NOT_UNDERSTOOD, words);
    }
}
