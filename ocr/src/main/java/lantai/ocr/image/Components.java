package lantai.ocr.image;

import java.util.ArrayList;
import java.util.List;

/** Finds the parts of a mask that hang together, corners included. */
public final class Components {

    /** Receives one part after the other. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Takes one part.
         *
         * @param pixels indices {@code y * width + x} of the part, valid during the call only, in the first
         *     {@code count} places
         */
        void part(int[] pixels, int count);
    }

    private Components() {}

    /** Visits each part of {@code mask}, which is emptied on the way. */
    public static void visit(boolean[] mask, int width, Visitor visitor) {
        int height = mask.length / width;
        int[] pixels = new int[mask.length];
        for (int start = 0; start < mask.length; start++) {
            if (mask[start]) {
                visitor.part(pixels, flood(mask, width, height, start, pixels));
            }
        }
    }

    private static int flood(boolean[] mask, int width, int height, int start, int[] pixels) {
        int count = 0;
        pixels[count++] = start;
        mask[start] = false;
        for (int next = 0; next < count; next++) {
            int x = pixels[next] % width;
            int y = pixels[next] / width;
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int neighbour = ny * width + nx;
                    if (mask[neighbour]) {
                        mask[neighbour] = false;
                        pixels[count++] = neighbour;
                    }
                }
            }
        }
        return count;
    }

    /** Upright bounds of one part: left, top, right, bottom, all inclusive. */
    public static int[] bounds(int[] pixels, int count, int width) {
        int[] bounds = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
        for (int i = 0; i < count; i++) {
            int x = pixels[i] % width;
            int y = pixels[i] / width;
            bounds[0] = Math.min(bounds[0], x);
            bounds[1] = Math.min(bounds[1], y);
            bounds[2] = Math.max(bounds[2], x);
            bounds[3] = Math.max(bounds[3], y);
        }
        return bounds;
    }

    /** Bounds of all parts of {@code mask}, which is emptied on the way. */
    public static List<int[]> bounds(boolean[] mask, int width) {
        List<int[]> all = new ArrayList<>();
        visit(mask, width, (pixels, count) -> all.add(bounds(pixels, count, width)));
        return all;
    }
}
