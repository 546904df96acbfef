package lantai.web.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether proposals are as often right as they are sure: bands of confidence, and their picture. Not safe for threads. */
final class Calibration {
    private static final int BANDS = 10;
    private static final int SIDE = 300;
    private static final int ROOM = 50;
    private static final double LARGEST = 12;

    private final int[] proposed = new int[BANDS];
    private final int[] right = new int[BANDS];
    private final double[] sum = new double[BANDS];

    /**
     * Proposals of like confidence.
     *
     * @param from the least confidence of the band
     * @param to the confidence where the next band begins
     * @param proposed how many there were
     * @param right how many of them were right
     * @param confidence their mean confidence
     */
    record Band(double from, double to, int proposed, int right, double confidence) {
        double share() {
            return (double) right / proposed;
        }
    }

    /** @param confidence 0 to 1 */
    void add(double confidence, boolean isRight) {
        var band = Math.clamp((long) (confidence * BANDS), 0, BANDS - 1);
        proposed[band]++;
        sum[band] += confidence;
        right[band] += isRight ? 1 : 0;
    }

    /** {@return the bands in which something was proposed, the least sure first} */
    List<Band> bands() {
        var bands = new ArrayList<Band>();
        for (var i = 0; i < BANDS; i++) {
            if (proposed[i] > 0) {
                bands.add(new Band(
                        (double) i / BANDS,
                        (double) (i + 1) / BANDS,
                        proposed[i],
                        right[i],
                        Math.round(1000 * sum[i] / proposed[i]) / 1000.0));
            }
        }
        return bands;
    }

    /** {@return a drawing: confidence to the right, share of right ones upwards, larger dots for more proposals; on the line both agree} */
    static String svg(List<Band> bands) {
        var most = bands.stream().mapToInt(Band::proposed).max().orElse(1);
        var svg = new StringBuilder(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" font-family="sans-serif" font-size="11">
                <rect width="%1$d" height="%1$d" fill="#fff"/>
                <path d="M%2$d %2$dV%3$dH%3$dL%2$d %3$dL%3$d %2$d" fill="none" stroke="#999"/>
                <text x="%4$d" y="%5$d" text-anchor="middle">confidence</text>
                <text x="12" y="%4$d" text-anchor="middle" transform="rotate(-90 12 %4$d)">right</text>
                """.formatted(SIDE + 2 * ROOM, ROOM, SIDE + ROOM, ROOM + SIDE / 2, SIDE + 2 * ROOM - 12));
        for (var tick = 0; tick <= BANDS; tick += 2) {
            var at = ROOM + SIDE * tick / BANDS;
            svg.append("""
                    <text x="%1$d" y="%2$d" text-anchor="middle">%5$s</text>
                    <text x="%3$d" y="%4$d" text-anchor="end">%5$s</text>
                    """.formatted(at, SIDE + ROOM + 16, ROOM - 6, SIDE + 2 * ROOM - at + 4, (double) tick / BANDS));
        }
        for (var band : bands) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f4e5f\" fill-opacity=\".6\"><title>%d / %d</title></circle>%n",
                    ROOM + SIDE * band.confidence(),
                    ROOM + SIDE * (1 - band.share()),
                    Math.max(3, LARGEST * Math.sqrt((double) band.proposed() / most)),
                    band.right(),
                    band.proposed()));
        }
        return svg.append("</svg>\n").toString();
    }
}
