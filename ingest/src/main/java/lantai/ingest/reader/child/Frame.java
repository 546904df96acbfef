package lantai.ingest.reader.child;

/**
 * What is left of a reduced page inside its black borders.
 *
 * @param left first column
 * @param top first row
 * @param right column behind the last
 * @param bottom row behind the last
 */
record Frame(int left, int top, int right, int bottom) {
    private static final double SHARE = 0.5;

    /** Finds it; a border is at most a quarter of the side. */
    static Frame of(GrayPage page) {
        var top = 0;
        while (top < page.height() / 4 && isRowDark(page, top)) {
            top++;
        }
        var bottom = page.height();
        while (bottom > page.height() * 3 / 4 && isRowDark(page, bottom - 1)) {
            bottom--;
        }
        var left = 0;
        while (left < page.width() / 4 && isColumnDark(page, left)) {
            left++;
        }
        var right = page.width();
        while (right > page.width() * 3 / 4 && isColumnDark(page, right - 1)) {
            right--;
        }
        return new Frame(left, top, Math.max(left + 1, right), Math.max(top + 1, bottom));
    }

    private static boolean isRowDark(GrayPage page, int y) {
        var dark = 0;
        for (var x = 0; x < page.width(); x++) {
            dark += page.isDark(x, y) ? 1 : 0;
        }
        return dark > page.width() * SHARE;
    }

    private static boolean isColumnDark(GrayPage page, int x) {
        var dark = 0;
        for (var y = 0; y < page.height(); y++) {
            dark += page.isDark(x, y) ? 1 : 0;
        }
        return dark > page.height() * SHARE;
    }

    /** {@return the widest border around it, in pixels of the reduced page} */
    int border(GrayPage page) {
        return Math.max(Math.max(left, top), Math.max(page.width() - right, page.height() - bottom));
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }
}
