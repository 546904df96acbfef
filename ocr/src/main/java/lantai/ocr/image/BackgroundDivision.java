package lantai.ocr.image;

/**
 * Divides a page by the brightness of its paper, so that paper is white everywhere: uneven light, shadows of the binding
 * and coloured paper go, ink stays as it is. The paper's brightness is a high rank of each cell of about 3 mm, the
 * darkest cells being lifted by their neighbours.
 */
public final class BackgroundDivision {

    private static final double CELL_MM = 3;
    private static final double RANK = 0.85;
    private static final int DARKEST = 60;
    /** What has less than this share of the usual contrast shines through from the back, or is grain. */
    private static final double FAINT = 0.15;

    private static final int INK = 170;

    private BackgroundDivision() {}

    /** The page with white paper; a new image. */
    public static GrayImage apply(GrayImage page, int dpi) {
        int cell = Math.max(4, (int) Math.round(CELL_MM / 25.4 * dpi));
        int columns = Math.max(1, page.width() / cell);
        int rows = Math.max(1, page.height() / cell);
        byte[] paper = new byte[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                paper[row * columns + column] = (byte) brightness(page, column, row, columns, rows);
            }
        }
        var small = new GrayImage(columns, rows, paper);
        return divide(page, smooth(lift(lift(small))));
    }

    /** A divided page without what is pale, to find lines on: they would grow by what shines through beside them. */
    public static GrayImage withoutPale(GrayImage page) {
        int pale = (int) (255 - FAINT * (255 - page.medianBelow(INK)));
        byte[] values = new byte[256];
        for (int value = 0; value < 256; value++) {
            values[value] = (byte) Math.min(255, value * 255 / pale);
        }
        byte[] samples = new byte[page.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = values[page.samples()[i] & 0xFF];
        }
        return new GrayImage(page.width(), page.height(), samples);
    }

    private static int brightness(GrayImage page, int column, int row, int columns, int rows) {
        int[] counts = new int[256];
        int left = column * page.width() / columns;
        int right = (column + 1) * page.width() / columns;
        int bottom = (row + 1) * page.height() / rows;
        int total = 0;
        for (int y = row * page.height() / rows; y < bottom; y += 2) {
            for (int x = left; x < right; x += 2) {
                counts[page.at(x, y)]++;
                total++;
            }
        }
        int value = 0;
        for (int seen = counts[0]; seen < total * RANK; seen += counts[value]) {
            value++;
        }
        return value;
    }

    /** Grows bright cells into darker neighbours, so that a cell full of ink takes the paper around it. */
    private static GrayImage lift(GrayImage paper) {
        GrayImage lifted = GrayImage.white(paper.width(), paper.height());
        for (int y = 0; y < paper.height(); y++) {
            for (int x = 0; x < paper.width(); x++) {
                int best = 0;
                for (int ny = Math.max(0, y - 1); ny <= Math.min(paper.height() - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(paper.width() - 1, x + 1); nx++) {
                        best = Math.max(best, paper.at(nx, ny));
                    }
                }
                lifted.samples()[y * paper.width() + x] = (byte) best;
            }
        }
        return lifted;
    }

    private static GrayImage smooth(GrayImage paper) {
        GrayImage smooth = GrayImage.white(paper.width(), paper.height());
        for (int y = 0; y < paper.height(); y++) {
            for (int x = 0; x < paper.width(); x++) {
                int sum = 0;
                int count = 0;
                for (int ny = Math.max(0, y - 1); ny <= Math.min(paper.height() - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(paper.width() - 1, x + 1); nx++) {
                        sum += paper.at(nx, ny);
                        count++;
                    }
                }
                smooth.samples()[y * paper.width() + x] = (byte) (sum / count);
            }
        }
        return smooth;
    }

    private static GrayImage divide(GrayImage page, GrayImage paper) {
        int width = page.width();
        GrayImage divided = GrayImage.white(width, page.height());
        int[] left = new int[width];
        float[] share = new float[width];
        for (int x = 0; x < width; x++) {
            double at = Math.clamp((x + 0.5) * paper.width() / width - 0.5, 0, paper.width() - 1.0);
            left[x] = Math.min((int) at, Math.max(0, paper.width() - 2));
            share[x] = (float) (at - left[x]);
        }
        float[] blend = new float[paper.width()];
        for (int y = 0; y < page.height(); y++) {
            double at = Math.clamp((y + 0.5) * paper.height() / page.height() - 0.5, 0, paper.height() - 1.0);
            int top = (int) at;
            int below = Math.min(top + 1, paper.height() - 1);
            for (int i = 0; i < blend.length; i++) {
                blend[i] = (float) (paper.at(i, top) * (1 - at + top) + paper.at(i, below) * (at - top));
            }
            for (int x = 0, i = y * width; x < width; x++, i++) {
                int right = Math.min(left[x] + 1, blend.length - 1);
                float light = Math.max(DARKEST, blend[left[x]] * (1 - share[x]) + blend[right] * share[x]);
                divided.samples()[i] = (byte) Math.min(255, (int) ((page.samples()[i] & 0xFF) * 255 / light + 0.5f));
            }
        }
        return divided;
    }
}
