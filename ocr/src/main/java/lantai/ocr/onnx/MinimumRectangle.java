package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.List;
import lantai.ocr.image.LeaningBox;

/** The smallest rectangle around a part of a mask. */
final class MinimumRectangle {

    private record Point(int x, int y) {}

    private MinimumRectangle() {}

    /** The rectangle of least area around {@code count} pixels ({@code y * width + x}). */
    static LeaningBox around(int[] pixels, int count, int width) {
        List<Point> hull = hull(corners(pixels, count, width));
        LeaningBox best = along(hull, 0);
        for (int i = 0; i < hull.size(); i++) {
            Point a = hull.get(i);
            Point b = hull.get((i + 1) % hull.size());
            double angle = Math.atan2(b.y - a.y, b.x - a.x);
            double quarter = Math.PI / 2;
            LeaningBox box = along(hull, angle - Math.rint(angle / quarter) * quarter);
            if (box.length() * box.thickness() < best.length() * best.thickness() - 1e-9) {
                best = box;
            }
        }
        return best;
    }

    /** The rectangle of a given angle around {@code count} pixels. */
    static LeaningBox around(int[] pixels, int count, int width, double angle) {
        return along(hull(corners(pixels, count, width)), angle);
    }

    /** The outermost pixel corners of each row, sorted by y, then x. */
    private static List<Point> corners(int[] pixels, int count, int width) {
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (int i = 0; i < count; i++) {
            top = Math.min(top, pixels[i] / width);
            bottom = Math.max(bottom, pixels[i] / width);
        }
        int[] left = new int[bottom - top + 2];
        int[] right = new int[bottom - top + 2];
        java.util.Arrays.fill(left, Integer.MAX_VALUE);
        java.util.Arrays.fill(right, Integer.MIN_VALUE);
        for (int i = 0; i < count; i++) {
            int x = pixels[i] % width;
            for (int row = pixels[i] / width - top; row <= pixels[i] / width - top + 1; row++) {
                left[row] = Math.min(left[row], x);
                right[row] = Math.max(right[row], x + 1);
            }
        }
        List<Point> corners = new ArrayList<>();
        for (int row = 0; row < left.length; row++) {
            corners.add(new Point(left[row], top + row));
            corners.add(new Point(right[row], top + row));
        }
        return corners;
    }

    /** Monotone chain over points sorted by y, then x. */
    private static List<Point> hull(List<Point> points) {
        List<Point> hull = new ArrayList<>(half(points));
        hull.removeLast();
        hull.addAll(half(points.reversed()));
        hull.removeLast();
        return hull;
    }

    private static List<Point> half(List<Point> points) {
        List<Point> chain = new ArrayList<>();
        for (Point point : points) {
            while (chain.size() >= 2 && !turns(chain.get(chain.size() - 2), chain.getLast(), point)) {
                chain.removeLast();
            }
            chain.add(point);
        }
        return chain;
    }

    private static boolean turns(Point a, Point b, Point c) {
        return (long) (b.x - a.x) * (c.y - a.y) - (long) (b.y - a.y) * (c.x - a.x) > 0;
    }

    private static LeaningBox along(List<Point> hull, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] u = {Double.MAX_VALUE, -Double.MAX_VALUE};
        double[] v = {Double.MAX_VALUE, -Double.MAX_VALUE};
        for (Point point : hull) {
            double along = point.x * cos + point.y * sin;
            double across = point.y * cos - point.x * sin;
            u[0] = Math.min(u[0], along);
            u[1] = Math.max(u[1], along);
            v[0] = Math.min(v[0], across);
            v[1] = Math.max(v[1], across);
        }
        double middleU = (u[0] + u[1]) / 2;
        double middleV = (v[0] + v[1]) / 2;
        return new LeaningBox(
                middleU * cos - middleV * sin, middleU * sin + middleV * cos, u[1] - u[0], v[1] - v[0], angle);
    }
}
