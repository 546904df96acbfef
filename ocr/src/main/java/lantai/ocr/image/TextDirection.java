package lantai.ocr.image;

/**
 * Whether the lines of a page run from top to bottom, as on a page that lies on its side; told at a glance, before any line is
 * looked for. In a narrow strip across the lines there is blank paper between them, in one along them hardly any.
 */
public final class TextDirection {

    private static final int STRIP = 40;
    private static final int NARROWEST_GAP = 6;
    private static final int WIDEST_GAP = 36;
    private static final int LOWEST_LINE = 8;
    private static final int HIGHEST_LINE = 34;
    private static final int INK = 160;
    private static final double CLEARLY = 1.2;

    private TextDirection() {}

    /** Whether lines stand on end, as far as a glance tells; {@code page} has white paper and about 140 dpi. */
    public static boolean isUpright(GrayImage page) {
        return !(lines(page, true) > CLEARLY * lines(page, false));
    }

    /** How often in all strips of one direction a piece as long as a line is high is followed by as much blank as parts lines. */
    static long lines(GrayImage page, boolean level) {
        int along = level ? page.width() : page.height();
        int across = level ? page.height() : page.width();
        long lines = 0;
        for (int strip = 0; strip + STRIP <= across; strip += STRIP) {
            int ink = 0;
            int blank = 0;
            for (int at = 0; at < along; at++) {
                if (!isInked(page, level, at, strip)) {
                    blank++;
                    continue;
                }
                if (blank > 0) {
                    boolean line = ink >= LOWEST_LINE && ink <= HIGHEST_LINE;
                    lines += line && blank >= NARROWEST_GAP && blank <= WIDEST_GAP ? 1 : 0;
                    ink = 0;
                    blank = 0;
                }
                ink++;
            }
        }
        return lines;
    }

    private static boolean isInked(GrayImage page, boolean level, int at, int strip) {
        for (int i = strip; i < strip + STRIP; i++) {
            if ((level ? page.at(at, i) : page.at(i, at)) < INK) {
                return true;
            }
        }
        return false;
    }
}
