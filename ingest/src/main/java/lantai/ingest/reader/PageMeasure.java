package lantai.ingest.reader;

import java.util.List;

/**
 * How well a page was scanned, measured on its picture as it came (DA/T 31-2017, 10 and 11). Lengths are told in millimetres or as on a
 * scan of 300 dpi; where the file does not tell its resolution, the page is taken for A4.
 *
 * @param width in pixels
 * @param height in pixels
 * @param dpi dots per inch as the file tells them, 0 when it does not
 * @param mode how it was captured
 * @param skew degrees by which its lines lean, clockwise positive, from -8 to 8; 0 when it has no lines
 * @param edge how wide the edge of a stroke is, in pixels of a 300 dpi scan; 0 when it has too few strokes to tell
 * @param ink share of the page that is written on, in percent, borders left out
 * @param border widest black border, in millimetres
 * @param cut strokes that run into the side of the picture where most of them do
 * @param brightness mean gray, 0 black to 255 white
 * @param hash how it looks: 256 signs in hexadecimal, of which few differ between two scans of one page
 * @param marks bars and squares printed on it
 */
public record PageMeasure(
        int width,
        int height,
        int dpi,
        Mode mode,
        double skew,
        double edge,
        double ink,
        double border,
        int cut,
        int brightness,
        String hash,
        List<Mark> marks) {
    private static final double LEAST_INK = 0.01;
    private static final int LEAST_LIGHT = 8;
    private static final int LEAST_SIDE = 32;
    private static final double A4_INCHES = 297 / 25.4;

    /** How a page was captured. */
    public enum Mode {
        /** Colour. */
        COLOUR,
        /** Shades of gray. */
        GRAY,
        /** Black and white. */
        BILEVEL,
        /** Not told, as of a page that was drawn and not scanned. */
        UNKNOWN
    }

    /**
     * A bar or square code.
     *
     * @param kind for example {@code CODE_128} or {@code QR_CODE}
     * @param text what it says
     */
    public record Mark(String kind, String text) {}

    public PageMeasure {
        marks = List.copyOf(marks);
    }

    /** {@return whether nothing can be seen on it: all white, all black, or no larger than a dot} */
    public boolean showsNothing() {
        return ink < LEAST_INK || brightness < LEAST_LIGHT || Math.min(width, height) < LEAST_SIDE;
    }

    /** {@return the resolution as told, or what it is if the page is A4} */
    public int likelyDpi() {
        return likelyDpi(dpi, width, height);
    }

    /** {@return the resolution as told, or what it is if a page of so many pixels is A4} */
    public static int likelyDpi(int dpi, int width, int height) {
        return dpi > 0 ? dpi : Math.max(1, (int) Math.round(Math.max(width, height) / A4_INCHES));
    }

    /** {@return in how many of the 256 signs two pages differ} */
    public int distance(PageMeasure other) {
        var differing = 0;
        for (var at = 0; at + 16 <= Math.min(hash.length(), other.hash.length()); at += 16) {
            differing += Long.bitCount(Long.parseUnsignedLong(hash, at, at + 16, 16)
                    ^ Long.parseUnsignedLong(other.hash, at, at + 16, 16));
        }
        return differing;
    }
}
