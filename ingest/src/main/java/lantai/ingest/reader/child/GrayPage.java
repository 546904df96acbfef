package lantai.ingest.reader.child;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A page in gray: in full size line by line, and as a whole reduced to what suffices for looking it over. */
final class GrayPage {
    private static final int LONGEST = 1800;
    private static final int BLOCK = 32;
    private static final int DARK = 90;

    private final byte[] data;
    private final int bytes;
    private final int fullWidth;
    private final int fullHeight;
    private final int step;
    private final int width;
    private final int height;
    private final byte[] small;

    /** @param plain of a byte a pixel, or of three: blue, green, red */
    GrayPage(BufferedImage plain) {
        data = ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
        bytes = plain.getType() == BufferedImage.TYPE_BYTE_GRAY ? 1 : 3;
        fullWidth = plain.getWidth();
        fullHeight = plain.getHeight();
        step = Math.max(1, (Math.max(fullWidth, fullHeight) + LONGEST - 1) / LONGEST);
        width = Math.max(1, fullWidth / step);
        height = Math.max(1, fullHeight / step);
        small = reduced();
    }

    private byte[] reduced() {
        var result = new byte[width * height];
        var sums = new int[width];
        var area = Math.min(step, fullWidth) * Math.min(step, fullHeight);
        for (var y = 0; y < height; y++) {
            java.util.Arrays.fill(sums, 0);
            for (var inner = 0; inner < step && y * step + inner < fullHeight; inner++) {
                add(sums, y * step + inner);
            }
            for (var x = 0; x < width; x++) {
                result[y * width + x] = (byte) (sums[x] / area);
            }
        }
        return result;
    }

    private void add(int[] sums, int row) {
        var at = row * fullWidth * bytes;
        for (var x = 0; x < width; x++) {
            for (var inner = 0; inner < step && x * step + inner < fullWidth; inner++, at += bytes) {
                sums[x] += gray(at);
            }
        }
    }

    private int gray(int at) {
        return bytes == 1
                ? data[at] & 0xFF
                : ((data[at] & 0xFF) * 29 + (data[at + 1] & 0xFF) * 150 + (data[at + 2] & 0xFF) * 77) >> 8;
    }

    int fullWidth() {
        return fullWidth;
    }

    int fullHeight() {
        return fullHeight;
    }

    /** {@return the gray of a pixel in full size, 0 to 255} */
    int full(int x, int y) {
        return gray((y * fullWidth + x) * bytes);
    }

    /** {@return pixels of the full size that one pixel of the reduced page stands for, along one side} */
    int step() {
        return step;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** {@return the reduced page, row after row} */
    byte[] small() {
        return small;
    }

    int at(int x, int y) {
        return small[y * width + x] & 0xFF;
    }

    boolean isDark(int x, int y) {
        return at(x, y) < DARK;
    }

    /** {@return what stands out from the paper around it, on the reduced page, row after row} */
    boolean[] ink() {
        var ink = new boolean[width * height];
        for (var top = 0; top < height; top += BLOCK) {
            for (var left = 0; left < width; left += BLOCK) {
                var limit = paper(left, top) * 7 / 10;
                for (var y = top; y < Math.min(height, top + BLOCK); y++) {
                    for (var x = left; x < Math.min(width, left + BLOCK); x++) {
                        ink[y * width + x] = at(x, y) < limit;
                    }
                }
            }
        }
        return ink;
    }

    /** The brightness of the paper around a block: a block of nothing but ink is judged by its neighbours. */
    private int paper(int left, int top) {
        var brightest = 0;
        for (var y = Math.max(0, top - BLOCK / 2); y < Math.min(height, top + BLOCK + BLOCK / 2); y += 2) {
            for (var x = Math.max(0, left - BLOCK / 2); x < Math.min(width, left + BLOCK + BLOCK / 2); x += 2) {
                brightest = Math.max(brightest, at(x, y));
            }
        }
        return brightest;
    }
}
