package lantai.ocr.sample;

import java.awt.image.BufferedImage;
import java.util.Random;
import lantai.ocr.Quad;

/**
 * Where the points of a page go: first the sheet curls, then a projection moves it.
 */
final class Motion {

    private static final double[] STILL = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private final double[] matrix;
    private final double curl;
    private final double span;
    private final int width;
    private final int height;

    /** A projection, row by row, after the middle of {@code span} pixels has sunk by {@code curl}; then the new size. */
    private Motion(double[] matrix, double curl, double span, int width, int height) {
        this.matrix = matrix;
        this.curl = curl;
        this.span = span;
        this.width = width;
        this.height = height;
    }

    /** Width of the image that comes out; 0 when nothing moves. */
    int width() {
        return width;
    }

    /** Height of the image that comes out; 0 when nothing moves. */
    int height() {
        return height;
    }

    static Motion none() {
        return new Motion(STILL, 0, 1, 0, 0);
    }

    /** Turned by a few degrees about the middle and made smaller or larger. */
    static Motion skewed(BufferedImage page, double degrees, double scale) {
        double w = page.getWidth();
        double h = page.getHeight();
        double cos = Math.cos(Math.toRadians(degrees)) * scale;
        double sin = Math.sin(Math.toRadians(degrees)) * scale;
        int width = (int) Math.round(w * scale);
        int height = (int) Math.round(h * scale);
        double[] matrix = {
            cos,
            -sin,
            width / 2.0 - cos * w / 2 + sin * h / 2,
            sin,
            cos,
            height / 2.0 - sin * w / 2 - cos * h / 2,
            0,
            0,
            1
        };
        return new Motion(matrix, 0, 1, width, height);
    }

    /** Seen by a camera that was not held straight; about 200 dpi. */
    static Motion photographed(BufferedImage page, Random chance) {
        double w = page.getWidth();
        double h = page.getHeight();
        double scale = 200 / 300.0;
        double[][] corners = {{0, 0}, {w, 0}, {w, h}, {0, h}};
        double[][] seen = new double[4][];
        double margin = 60;
        for (int i = 0; i < 4; i++) {
            double inX = chance.nextDouble() * w * scale * 0.06;
            double inY = chance.nextDouble() * h * scale * 0.04;
            double x = corners[i][0] * scale + margin + (corners[i][0] == 0 ? inX : -inX);
            double y = corners[i][1] * scale + margin + (corners[i][1] == 0 ? inY : -inY);
            seen[i] = new double[] {x, y};
        }
        return new Motion(
                projection(corners, seen), chance.nextDouble() * 60 - 30, w, (int) (w * scale + 2 * margin), (int)
                        (h * scale + 2 * margin));
    }

    /** The same and then turned clockwise by a multiple of 90 degrees. */
    Motion turned(int degrees) {
        Motion turned = this;
        for (int turn = 0; turn < degrees; turn += 90) {
            double[] quarter = {0, -1, turned.height, 1, 0, 0, 0, 0, 1};
            turned = new Motion(
                    product(quarter, turned.matrix),
                    curl,
                    span,
                    /* width= */ turned.height,
                    /* height= */ turned.width);
        }
        return turned;
    }

    double[] forward(double x, double y) {
        return applied(matrix, x, y + curl * Math.sin(Math.PI * x / span));
    }

    /** From which point of the page a point of the image comes; {@code inverse} is that of the matrix. */
    void back(double[] inverse, double x, double y, double[] into) {
        double w = inverse[6] * x + inverse[7] * y + inverse[8];
        into[0] = (inverse[0] * x + inverse[1] * y + inverse[2]) / w;
        into[1] = (inverse[3] * x + inverse[4] * y + inverse[5]) / w;
        if (curl != 0) {
            into[1] -= curl * Math.sin(Math.PI * into[0] / span);
        }
    }

    Quad forward(Quad q) {
        double[] a = forward(q.x1(), q.y1());
        double[] b = forward(q.x2(), q.y2());
        double[] c = forward(q.x3(), q.y3());
        double[] d = forward(q.x4(), q.y4());
        return new Quad(a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]);
    }

    double[] inverse() {
        double[] m = matrix;
        return new double[] {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
    }

    private static double[] applied(double[] m, double x, double y) {
        double w = m[6] * x + m[7] * y + m[8];
        return new double[] {(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w};
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[9];
        for (int i = 0; i < 9; i++) {
            for (int k = 0; k < 3; k++) {
                product[i] += a[i / 3 * 3 + k] * b[k * 3 + i % 3];
            }
        }
        return product;
    }

    /** The projection that moves four points to four others: eight equations, solved by elimination. */
    private static double[] projection(double[][] from, double[][] to) {
        double[][] rows = new double[8][];
        for (int i = 0; i < 4; i++) {
            double x = from[i][0];
            double y = from[i][1];
            rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -x * to[i][0], -y * to[i][0], to[i][0]};
            rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -x * to[i][1], -y * to[i][1], to[i][1]};
        }
        for (int column = 0; column < 8; column++) {
            int best = column;
            for (int row = column; row < 8; row++) {
                best = Math.abs(rows[row][column]) > Math.abs(rows[best][column]) ? row : best;
            }
            double[] pivot = rows[best];
            rows[best] = rows[column];
            rows[column] = pivot;
            for (int row = 0; row < 8; row++) {
                double share = row == column ? 0 : rows[row][column] / pivot[column];
                for (int k = column; share != 0 && k < 9; k++) {
                    rows[row][k] -= share * pivot[k];
                }
            }
        }
        double[] matrix = new double[9];
        for (int i = 0; i < 8; i++) {
            matrix[i] = rows[i][8] / rows[i][i];
        }
        matrix[8] = 1;
        return matrix;
    }
}
