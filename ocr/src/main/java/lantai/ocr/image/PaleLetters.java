package lantai.ocr.image;

/** Takes the letters of a seal away that its text hangs together with nowhere: parts of which nothing is darker than its ink. */
final class PaleLetters {

    private static final double DARKER = 0.75;
    private static final int EDGE = 2;
    private static final double SHARE = 0.03;
    /** Smaller parts are points and short strokes, which tell nothing of who they belong to. */
    private static final double SMALLEST_MM = 1.2;

    private PaleLetters() {}

    /** Takes them from {@code page} within the bounds of {@code seal}. */
    static void takeAway(GrayImage page, int[] seal, int ink, int dpi) {
        int paper = (ink + 255) / 2;
        int left = Math.max(0, seal[0]);
        int top = Math.max(0, seal[1]);
        int width = Math.min(page.width(), seal[2]) - left;
        int height = Math.min(page.height(), seal[3]) - top;
        boolean[] mask = new boolean[width * height];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = page.at(left + i % width, top + i / width) < paper;
        }
        double smallest = SMALLEST_MM / 25.4 * dpi;
        Components.visit(mask, width, (pixels, count) -> {
            int[] b = Components.bounds(pixels, count, width);
            boolean letter = b[2] - b[0] > smallest && b[3] - b[1] > smallest;
            if (letter && darkest(page, pixels, count, left, top, width) > DARKER * ink) {
                for (int i = 0; i < count; i++) {
                    whiten(page, left + pixels[i] % width, top + pixels[i] / width, paper);
                }
            }
        });
    }

    /** How dark the darkest pixels of a part are, a few left out. */
    private static int darkest(GrayImage page, int[] pixels, int count, int left, int top, int width) {
        int[] counts = new int[256];
        for (int i = 0; i < count; i++) {
            counts[page.at(left + pixels[i] % width, top + pixels[i] / width)]++;
        }
        int value = 0;
        for (int seen = counts[0]; seen < SHARE * count; seen += counts[value]) {
            value++;
        }
        return value;
    }

    private static void whiten(GrayImage page, int x, int y, int paper) {
        for (int ny = Math.max(0, y - EDGE); ny <= Math.min(page.height() - 1, y + EDGE); ny++) {
            for (int nx = Math.max(0, x - EDGE); nx <= Math.min(page.width() - 1, x + EDGE); nx++) {
                if (page.at(nx, ny) >= paper || (nx == x && ny == y)) {
                    page.samples()[ny * page.width() + nx] = (byte) 255;
                }
            }
        }
    }
}
