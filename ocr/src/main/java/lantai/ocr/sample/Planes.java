package lantai.ocr.sample;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;

/** The three colours of a picture, changed in place unless said otherwise. */
final class Planes {

    private final int width;
    private final int height;
    private final byte[][] planes;

    private Planes(int width, int height, byte[][] planes) {
        this.width = width;
        this.height = height;
        this.planes = planes;
    }

    static Planes of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[][] planes = new byte[3][width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRaster().getDataElements(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                planes[0][y * width + x] = (byte) (row[x] >> 16);
                planes[1][y * width + x] = (byte) (row[x] >> 8);
                planes[2][y * width + x] = (byte) row[x];
            }
        }
        return new Planes(width, height, planes);
    }

    BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                row[x] = ((planes[0][i] & 0xFF) << 16) | ((planes[1][i] & 0xFF) << 8) | (planes[2][i] & 0xFF);
            }
            image.getRaster().setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    Planes moved(Motion motion) {
        return moved(motion, 255);
    }

    /** A new picture; what lies outside the page is {@code ground}. */
    Planes moved(Motion motion, int ground) {
        byte[][] moved = new byte[3][motion.width() * motion.height()];
        for (byte[] plane : moved) {
            Arrays.fill(plane, (byte) ground);
        }
        double[] inverse = motion.inverse();
        double[] from = new double[2];
        for (int y = 0; y < motion.height(); y++) {
            for (int x = 0; x < motion.width(); x++) {
                motion.back(inverse, x + 0.5, y + 0.5, from);
                if (from[0] >= 0.5 && from[1] >= 0.5 && from[0] < width - 0.5 && from[1] < height - 0.5) {
                    sample(from[0] - 0.5, from[1] - 0.5, moved, y * motion.width() + x);
                }
            }
        }
        return new Planes(motion.width(), motion.height(), moved);
    }

    private void sample(double x, double y, byte[][] into, int at) {
        int i = ((int) y) * width + (int) x;
        int fx = (int) ((x - (int) x) * 256);
        int fy = (int) ((y - (int) y) * 256);
        int right = x < width - 1 ? 1 : 0;
        int below = y < height - 1 ? width : 0;
        for (int plane = 0; plane < 3; plane++) {
            byte[] p = planes[plane];
            int upper = (p[i] & 0xFF) * (256 - fx) + (p[i + right] & 0xFF) * fx;
            int lower = (p[i + below] & 0xFF) * (256 - fx) + (p[i + below + right] & 0xFF) * fx;
            into[plane][at] = (byte) ((upper * (256 - fy) + lower * fy) >> 16);
        }
    }

    /** A new picture, blurred by a bell of the given breadth in pixels. */
    Planes blurred(double sigma) {
        int reach = (int) Math.ceil(2.5 * sigma);
        float[] bell = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            bell[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += bell[i + reach];
        }
        for (int i = 0; i < bell.length; i++) {
            bell[i] /= sum;
        }
        byte[][] blurred = new byte[3][];
        for (int plane = 0; plane < 3; plane++) {
            blurred[plane] = along(along(planes[plane], bell, 1, reach), bell, width, reach);
        }
        return new Planes(width, height, blurred);
    }

    private static byte[] along(byte[] plane, float[] bell, int step, int reach) {
        byte[] out = plane.clone();
        for (int i = reach * step; i < plane.length - reach * step; i++) {
            float sum = 0.5f;
            for (int k = -reach; k <= reach; k++) {
                sum += bell[k + reach] * (plane[i + k * step] & 0xFF);
            }
            out[i] = (byte) (int) sum;
        }
        return out;
    }

    /** Grain of the sensor, the same in all colours. */
    void noise(Random chance, double deviation) {
        int[] grain = new int[65536];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = (int) Math.round(chance.nextGaussian() * deviation);
        }
        int at = chance.nextInt(grain.length);
        for (int i = 0; i < width * height; i++) {
            at = at * 1103515245 + 12345;
            change(i, 1, grain[at >>> 16]);
        }
    }

    /** Light that falls off to one side, down to {@code darkest}, in a yellowish tone. */
    void light(double darkest, double direction, double tone) {
        double cos = Math.cos(direction);
        double sin = Math.sin(direction);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double side = 0.5 + ((x - width / 2.0) / width * cos + (y - height / 2.0) / height * sin) * 0.7;
                double factor = darkest + (1 - darkest) * Math.clamp(side, 0, 1);
                int i = y * width + x;
                planes[0][i] = (byte) (int) ((planes[0][i] & 0xFF) * factor);
                planes[1][i] = (byte) (int) ((planes[1][i] & 0xFF) * factor * (1 - tone / 2));
                planes[2][i] = (byte) (int) ((planes[2][i] & 0xFF) * factor * (1 - 2 * tone));
            }
        }
    }

    /** What is printed on the back, mirrored and pale. */
    void shine(BufferedImage back, double share) {
        int[] row = new int[back.getWidth()];
        int common = Math.min(width, back.getWidth());
        for (int y = 0; y < Math.min(height, back.getHeight()); y++) {
            back.getRaster().getDataElements(0, y, back.getWidth(), 1, row);
            for (int x = 0; x < common; x++) {
                int dark = 255 - (row[back.getWidth() - 1 - x] >> 8 & 0xFF);
                change(y * width + x, 1, (int) (-dark * share));
            }
        }
    }

    /** A few pale spots as of tea. */
    void stains(Random chance) {
        int count = chance.nextInt(4);
        for (int stain = 0; stain < count; stain++) {
            int x0 = chance.nextInt(width);
            int y0 = chance.nextInt(height);
            int reach = 60 + chance.nextInt(180);
            for (int y = Math.max(0, y0 - reach); y < Math.min(height, y0 + reach); y++) {
                for (int x = Math.max(0, x0 - reach); x < Math.min(width, x0 + reach); x++) {
                    double far = Math.hypot(x - x0, y - y0) / reach;
                    if (far < 1) {
                        change(y * width + x, far > 0.9 ? 0.82 : 0.9, 0);
                    }
                }
            }
        }
    }

    private void change(int i, double factor, int add) {
        for (byte[] plane : planes) {
            plane[i] = (byte) Math.clamp((int) ((plane[i] & 0xFF) * factor) + add, 0, 255);
        }
    }
}
