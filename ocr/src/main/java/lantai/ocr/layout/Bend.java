package lantai.ocr.layout;

import java.util.List;
import java.util.stream.IntStream;
import lantai.ocr.image.LeaningBox;

/**
 * How the lines of a photographed page sag and fan out, in its level frame: by how much a point stands too low, a polynomial whose
 * slope along a line is that of the lines around it. Places and depths are shares of the page's width, from its middle.
 */
final class Bend {

    /** A flat page. */
    static final Bend NONE = new Bend(new double[5]);

    private static final int FEWEST = 8;
    private static final double LONG = 3;
    private static final double LARGEST = Math.toRadians(8);
    private static final double SMALLEST = 0.001;
    private static final int ROUNDS = 12;
    private static final double EXPLAINED = 0.5;
    private static final double DAMPING = 1e-2;
    /** As a share of the height of a line: less does not put two lines into each other's row. */
    private static final double MATTERS = 0.28;

    private final double[] slopes;

    private Bend(double[] slopes) {
        this.slopes = slopes;
    }

    /** The bend that the lines of a page show; none when it would move no line into another's row. */
    static Bend of(List<LeaningBox> boxes, double centerX, double centerY, double width) {
        List<LeaningBox> lines = boxes.stream()
                .filter(box -> box.length() > LONG * box.thickness() && Math.abs(box.angle()) < LARGEST)
                .toList();
        if (lines.size() < FEWEST) {
            return NONE;
        }
        double[][] places = new double[lines.size()][];
        double[] slopes = new double[lines.size()];
        double[] lengths = new double[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            LeaningBox line = lines.get(i);
            places[i] = terms((line.centerX() - centerX) / width, (line.centerY() - centerY) / width);
            slopes[i] = Math.tan(line.angle());
            lengths[i] = line.length() / width;
        }
        double[] factors = leastDeviations(places, slopes, lengths);
        var bend = new Bend(factors);
        double[] heights =
                lines.stream().mapToDouble(LeaningBox::thickness).sorted().toArray();
        double deepest = boxes.stream()
                .mapToDouble(box ->
                        Math.abs(bend.depth((box.centerX() - centerX) / width, (box.centerY() - centerY) / width)))
                .max()
                .orElse(0);
        boolean matters = deepest * width > MATTERS * heights[heights.length / 2];
        double flat = deviation(NONE.slopes, places, slopes, lengths);
        boolean explains = deviation(factors, places, slopes, lengths) < EXPLAINED * flat;
        return matters && explains ? bend : NONE;
    }

    /** The fit with the least sum of deviations, by repeated least squares: one seal put on slanted does not bend a page. */
    private static double[] leastDeviations(double[][] places, double[] values, double[] lengths) {
        double[] factors = NONE.slopes;
        for (int round = 0; round < ROUNDS; round++) {
            double[] weights = new double[values.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = lengths[i] / Math.max(SMALLEST, Math.abs(values[i] - sum(factors, places[i])));
            }
            factors = fitted(places, values, weights);
        }
        return factors;
    }

    private static double deviation(double[] factors, double[][] places, double[] values, double[] lengths) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> lengths[i] * Math.abs(values[i] - sum(factors, places[i])))
                .sum();
    }

    /** By how much a point stands too low. */
    double depth(double u, double v) {
        return slopes[0] * u
                + slopes[1] * u * u / 2
                + slopes[2] * u * v
                + slopes[3] * u * u * u / 3
                + slopes[4] * u * u * v / 2;
    }

    /** How a line there falls, as a tangent. */
    double slope(double u, double v) {
        return sum(slopes, terms(u, v));
    }

    private static double[] terms(double u, double v) {
        return new double[] {1, u, v, u * u, u * v};
    }

    private static double sum(double[] factors, double[] terms) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            sum += factors[i] * terms[i];
        }
        return sum;
    }

    /** The least squares over the places, a little damped so that few lines in one corner do not bend the rest. */
    private static double[] fitted(double[][] places, double[] values, double[] weights) {
        int n = NONE.slopes.length;
        double[][] equations = new double[n][n + 1];
        for (int i = 0; i < places.length; i++) {
            for (int row = 0; row < n; row++) {
                for (int column = 0; column < n; column++) {
                    equations[row][column] += weights[i] * places[i][row] * places[i][column];
                }
                equations[row][n] += weights[i] * places[i][row] * values[i];
            }
        }
        for (int row = 0; row < n; row++) {
            equations[row][row] += DAMPING;
        }
        return solved(equations);
    }

    /** By elimination; the matrix is symmetric and positive, so that no rows need to change places. */
    private static double[] solved(double[][] equations) {
        int n = equations.length;
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = pivot + 1; row < n; row++) {
                double share = equations[row][pivot] / equations[pivot][pivot];
                for (int column = pivot; column <= n; column++) {
                    equations[row][column] -= share * equations[pivot][column];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double value = equations[row][n];
            for (int column = row + 1; column < n; column++) {
                value -= equations[row][column] * solution[column];
            }
            solution[row] = value / equations[row][row];
        }
        return solution;
    }
}
