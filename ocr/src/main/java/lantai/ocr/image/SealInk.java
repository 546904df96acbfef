package lantai.ocr.image;

/**
 * A seal found on a page.
 *
 * @param left of its bounds in pixels, and so for the other three; {@code right} and {@code bottom} lie outside
 * @param ink its own ink alone, dark on white, as large as the part of the bounds that lies on the page
 * @param amongText whether it is as black as the text and could not be taken away: its letters lie among those of the text
 */
public record SealInk(int left, int top, int right, int bottom, GrayImage ink, boolean amongText) {

    private static final int BAND = 48;
    private static final double OUTER = 0.93;
    private static final double INNER = 0.58;

    /** How dark the seal's ink is at a place of the page, 0 none to 255 full. */
    @FunctionalInterface
    interface Darkness {
        int at(int x, int y);
    }

    static SealInk of(int[] bounds, int width, int height, Darkness darkness) {
        int left = Math.clamp(bounds[0], 0, width - 1);
        int top = Math.clamp(bounds[1], 0, height - 1);
        int right = Math.clamp(bounds[2], left + 1, width);
        int bottom = Math.clamp(bounds[3], top + 1, height);
        var ink = GrayImage.white(right - left, bottom - top);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                ink.samples()[(y - top) * ink.width() + x - left] =
                        (byte) (255 - Math.clamp(darkness.at(x, y), 0, 255));
            }
        }
        return new SealInk(left, top, right, bottom, ink, false);
    }

    static SealInk amongText(int[] bounds, int width, int height, Darkness darkness) {
        SealInk seal = of(bounds, width, height, darkness);
        return new SealInk(seal.left, seal.top, seal.right, seal.bottom, seal.ink, true);
    }

    /** Whether it may be round or oval: what is long and narrow is the frame of a line. */
    public boolean mayBeRound() {
        int longer = Math.max(ink.width(), ink.height());
        return longer < 2 * Math.min(ink.width(), ink.height());
    }

    /**
     * The text along its border as a line: the ring within the border, from its lowest point clockwise, as most seals leave that
     * place free.
     *
     * @param turn by how many degrees clockwise the page was turned upright: 0, 90, 180 or 270
     */
    public GrayImage ring(int turn) {
        GrayImage upright = ink.turned(turn);
        double halfWidth = upright.width() / 2.0;
        double halfHeight = upright.height() / 2.0;
        double middle = (OUTER + INNER) / 2;
        double around = Math.PI * (halfWidth + halfHeight) * middle;
        double across = (OUTER - INNER) * (halfWidth + halfHeight) / 2;
        GrayImage strip = GrayImage.white(Math.max(BAND, (int) Math.round(BAND * around / Math.max(1, across))), BAND);
        for (int x = 0; x < strip.width(); x++) {
            double angle = Math.PI / 2 + 2 * Math.PI * (x + 0.5) / strip.width();
            for (int y = 0; y < BAND; y++) {
                double radius = OUTER - (OUTER - INNER) * (y + 0.5) / BAND;
                double value = upright.between(
                        halfWidth * (1 + radius * Math.cos(angle)) - 0.5,
                        halfHeight * (1 + radius * Math.sin(angle)) - 0.5);
                strip.samples()[y * strip.width() + x] = (byte) (int) (value + 0.5);
            }
        }
        return strip;
    }
}
