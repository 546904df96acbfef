package lantai.ocr.image;

import java.util.Arrays;

/**
 * A page in gray, one byte a pixel, row by row, 0 black to 255 white. The samples are shared with whoever made the image:
 * steps write into images they made themselves only.
 */
public final class GrayImage {

    private final int width;
    private final int height;
    private final byte[] samples;

    /** Takes over {@code samples}, which must hold {@code width * height} bytes. */
    public GrayImage(int width, int height, byte[] samples) {
        if (width <= 0 || height <= 0 || samples.length != width * height) {
            throw new IllegalArgumentException(
                    "not an image: " + width + " x " + height + " of " + samples.length + " samples");
        }
        this.width = width;
        this.height = height;
        this.samples = samples;
    }

    /** A white image. */
    public static GrayImage white(int width, int height) {
        byte[] samples = new byte[width * height];
        Arrays.fill(samples, (byte) 255);
        return new GrayImage(width, height, samples);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The samples themselves, not a copy. */
    public byte[] samples() {
        return samples;
    }

    public int at(int x, int y) {
        return samples[y * width + x] & 0xFF;
    }

    /** The median of the values below {@code limit}: how dark the strokes of a page are; 0 when there are none. */
    int medianBelow(int limit) {
        int[] counts = new int[256];
        int total = 0;
        for (byte sample : samples) {
            int value = sample & 0xFF;
            if (value < limit) {
                counts[value]++;
                total++;
            }
        }
        int value = 0;
        for (int seen = counts[0]; seen < total / 2; seen += counts[value]) {
            value++;
        }
        return value;
    }

    /** A copy of the part from {@code left} and {@code top} on, which must lie within this image. */
    public GrayImage part(int left, int top, int partWidth, int partHeight) {
        byte[] part = new byte[partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(samples, (top + y) * width + left, part, y * partWidth, partWidth);
        }
        return new GrayImage(partWidth, partHeight, part);
    }

    /** This image turned clockwise by 0, 90, 180 or 270 degrees. */
    public GrayImage turned(int degrees) {
        return switch (degrees) {
            case 0 -> this;
            case 90 -> quarter(true);
            case 180 -> half();
            case 270 -> quarter(false);
            default -> throw new IllegalArgumentException("not a quarter turn: " + degrees);
        };
    }

    private GrayImage half() {
        byte[] turned = new byte[samples.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = samples[turned.length - 1 - i];
        }
        return new GrayImage(width, height, turned);
    }

    private GrayImage quarter(boolean clockwise) {
        byte[] turned = new byte[samples.length];
        for (int y = 0; y < width; y++) {
            int to = y * height;
            for (int x = 0; x < height; x++) {
                turned[to + x] = clockwise ? samples[(height - 1 - x) * width + y] : samples[x * width + width - 1 - y];
            }
        }
        return new GrayImage(/* width= */ height, /* height= */ width, turned);
    }

    /** This image at another size; each pixel is the mean of the area it covers. */
    public GrayImage resized(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        if (newWidth > width || newHeight > height) {
            return stretched(newWidth, newHeight);
        }
        var columns = new Shares(width, newWidth);
        var rows = new Shares(height, newHeight);
        float[] sums = new float[newWidth];
        byte[] resized = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            Arrays.fill(sums, 0);
            for (int source = rows.first[y]; source <= rows.last[y]; source++) {
                addRow(source * width, rows.share(y, source), columns, sums);
            }
            for (int x = 0; x < newWidth; x++) {
                resized[y * newWidth + x] = (byte) (int) (sums[x] + 0.5f);
            }
        }
        return new GrayImage(newWidth, newHeight, resized);
    }

    private void addRow(int offset, float weight, Shares columns, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            int first = columns.first[x];
            int last = columns.last[x];
            float sum = columns.shareOfFirst[x] * (samples[offset + first] & 0xFF);
            if (last > first) {
                int whole = 0;
                for (int source = first + 1; source < last; source++) {
                    whole += samples[offset + source] & 0xFF;
                }
                sum += whole * columns.whole + columns.shareOfLast[x] * (samples[offset + last] & 0xFF);
            }
            sums[x] += weight * sum;
        }
    }

    private GrayImage stretched(int newWidth, int newHeight) {
        byte[] stretched = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            double sourceY = (y + 0.5) * height / newHeight - 0.5;
            for (int x = 0; x < newWidth; x++) {
                stretched[y * newWidth + x] = (byte) (int) (between((x + 0.5) * width / newWidth - 0.5, sourceY) + 0.5);
            }
        }
        return new GrayImage(newWidth, newHeight, stretched);
    }

    /** The value at a place between pixel centres; outside the image the nearest pixel counts. */
    public double between(double x, double y) {
        double insideX = Math.clamp(x, 0, width - 1);
        double insideY = Math.clamp(y, 0, height - 1);
        int left = (int) insideX;
        int top = (int) insideY;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        double fx = insideX - left;
        double fy = insideY - top;
        double upper = at(left, top) * (1 - fx) + at(right, top) * fx;
        double lower = at(left, bottom) * (1 - fx) + at(right, bottom) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    /** Which source pixels each target pixel covers along one axis, and with what share of its area. */
    private static final class Shares {
        private final int[] first;
        private final int[] last;
        private final float[] shareOfFirst;
        private final float[] shareOfLast;
        private final float whole;

        Shares(int length, int newLength) {
            double step = (double) length / newLength;
            first = new int[newLength];
            last = new int[newLength];
            shareOfFirst = new float[newLength];
            shareOfLast = new float[newLength];
            whole = (float) (1 / step);
            for (int target = 0; target < newLength; target++) {
                double from = target * step;
                double to = from + step;
                first[target] = (int) from;
                last[target] = Math.min(length - 1, (int) Math.ceil(to - 1e-9) - 1);
                shareOfFirst[target] = (float) ((Math.min(first[target] + 1.0, to) - from) / step);
                shareOfLast[target] = (float) ((Math.min(last[target] + 1.0, to) - last[target]) / step);
            }
        }

        float share(int target, int source) {
            return source == first[target]
                    ? shareOfFirst[target]
                    : source == last[target] ? shareOfLast[target] : whole;
        }
    }
}
