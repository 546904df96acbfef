package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lantai.ocr.image.Components;
import lantai.ocr.image.GrayImage;

/**
 * Finds rulings on a level page. A ruling is a thin ridge, darker than what lies on both sides of it, that runs on for
 * longer than strokes of characters do.
 */
public final class RulingFinder {

    private static final int REACH = 4;
    private static final int CONTRAST = 34;
    private static final int GAP = 3;
    private static final double THICKEST = 9;

    private RulingFinder() {}

    /**
     * The rulings of {@code page} in its own pixels.
     *
     * @param page level, white paper, about 140 dpi
     * @param lineHeight usual height of a line of text in pixels
     */
    public static Rulings find(GrayImage page, double lineHeight) {
        List<Ruling> horizontal = along(page, 3 * lineHeight, lineHeight);
        List<Ruling> vertical = along(transposed(page), 1.4 * lineHeight, lineHeight);
        return Rulings.of(horizontal, vertical, lineHeight);
    }

    /** Whether two lines cross or nearly touch. */
    static boolean meet(Ruling horizontal, Ruling vertical, double slack) {
        double x = vertical.at((vertical.from() + vertical.to()) / 2);
        return horizontal.spans(x, slack) && vertical.spans(horizontal.at(x), slack);
    }

    private static GrayImage transposed(GrayImage page) {
        byte[] samples = new byte[page.samples().length];
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                samples[x * page.height() + y] = page.samples()[y * page.width() + x];
            }
        }
        return new GrayImage(/* width= */ page.height(), /* height= */ page.width(), samples);
    }

    private static List<Ruling> along(GrayImage page, double shortest, double lineHeight) {
        boolean[] ridges = ridges(page);
        boolean[] runs = runs(ridges, page.width(), (int) Math.round(shortest));
        List<Ruling> rulings = new ArrayList<>();
        Components.visit(runs, page.width(), (pixels, count) -> {
            Ruling ruling = line(pixels, count, page.width());
            if ((double) count / Math.max(1, ruling.length()) <= THICKEST) {
                rulings.add(ruling);
            }
        });
        return joined(rulings, lineHeight);
    }

    private static boolean[] ridges(GrayImage page) {
        int width = page.width();
        byte[] samples = page.samples();
        boolean[] ridges = new boolean[samples.length];
        for (int y = 0; y < page.height(); y++) {
            int above = Math.max(0, y - REACH) * width;
            int below = Math.min(page.height() - 1, y + REACH) * width;
            for (int x = 0; x < width; x++) {
                int sides = Math.min(samples[above + x] & 0xFF, samples[below + x] & 0xFF);
                ridges[y * width + x] = sides - (samples[y * width + x] & 0xFF) > CONTRAST;
            }
        }
        return ridges;
    }

    /** Keeps what runs on for {@code shortest} pixels; a run may wander by one pixel up or down and have short gaps. */
    private static boolean[] runs(boolean[] ridges, int width, int shortest) {
        int height = ridges.length / width;
        boolean[] runs = new boolean[ridges.length];
        for (int y = 1; y < height - 1; y++) {
            int row = y * width;
            int start = -1;
            int last = -1;
            for (int x = 0; x <= width; x++) {
                boolean dark = x < width && (ridges[row + x] || ridges[row - width + x] || ridges[row + width + x]);
                if (dark) {
                    start = start < 0 ? x : start;
                    last = x;
                } else if (start >= 0 && (x == width || x - last > GAP)) {
                    if (last - start + 1 >= shortest) {
                        java.util.Arrays.fill(runs, row + start, row + last + 1, true);
                    }
                    start = -1;
                }
            }
        }
        return runs;
    }

    private static Ruling line(int[] pixels, int count, int width) {
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (int i = 0; i < count; i++) {
            from = Math.min(from, pixels[i] % width);
            to = Math.max(to, pixels[i] % width);
        }
        double[] line = fit(pixels, count, width, new double[] {0, 0}, Double.MAX_VALUE);
        // Where a stroke or a seal touches the line, the first fit leans to it.
        for (int round = 0; round < 3; round++) {
            line = fit(pixels, count, width, line, 3);
        }
        return new Ruling(from, to + 1.0, line[0] + line[1] * from + 0.5, line[0] + line[1] * to + 0.5);
    }

    /** Least squares over the pixels not further than {@code reach} from the line {@code y = guess[0] + guess[1] x}. */
    private static double[] fit(int[] pixels, int count, int width, double[] guess, double reach) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXy = 0;
        double sumXx = 0;
        for (int i = 0; i < count; i++) {
            int x = pixels[i] % width;
            int y = pixels[i] / width;
            if (Math.abs(y - guess[0] - guess[1] * x) <= reach) {
                n++;
                sumX += x;
                sumY += y;
                sumXy += (double) x * y;
                sumXx += (double) x * x;
            }
        }
        double spread = n * sumXx - sumX * sumX;
        if (spread <= 0) {
            return guess;
        }
        double slope = (n * sumXy - sumX * sumY) / spread;
        return new double[] {(sumY - slope * sumX) / n, slope};
    }

    /** Joins pieces of one line that noise or text has broken. */
    private static List<Ruling> joined(List<Ruling> pieces, double lineHeight) {
        List<Ruling> open = new ArrayList<>(pieces);
        open.sort(Comparator.comparingDouble(Ruling::from));
        List<Ruling> joined = new ArrayList<>();
        for (Ruling piece : open) {
            int match = -1;
            for (int i = 0; i < joined.size() && match < 0; i++) {
                Ruling line = joined.get(i);
                boolean near = piece.from() - line.to() < lineHeight && piece.to() > line.to();
                if (near && Math.abs(line.end() - piece.start()) <= 3) {
                    match = i;
                }
            }
            if (match < 0) {
                joined.add(piece);
            } else {
                Ruling line = joined.get(match);
                joined.set(match, new Ruling(line.from(), piece.to(), line.start(), piece.end()));
            }
        }
        return joined;
    }
}
