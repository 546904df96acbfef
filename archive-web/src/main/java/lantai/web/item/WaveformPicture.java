package lantai.web.item;

import java.util.List;
import java.util.Locale;
import lantai.ingest.reader.Waveform;

/** Draws how loud a recording is: time to the right, loudness up and down from the middle, moments as strokes. */
final class WaveformPicture {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 120;
    private static final int MIDDLE = HEIGHT / 2;
    /** Silence is drawn as a thin line and not as nothing. */
    private static final double THINNEST = 0.6;

    private WaveformPicture() {}

    static String svg(Waveform waveform, List<TimeCode> moments) {
        var svg = new StringBuilder(16_000)
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 120\" preserveAspectRatio=\"none\">")
                .append("<path fill=\"#4f7f9b\" d=\"M0 60");
        var peaks = waveform.peaks();
        var step = (double) WIDTH / Math.max(1, peaks.size());
        for (var i = 0; i < peaks.size(); i++) {
            edge(svg, i * step, (i + 1) * step, MIDDLE - height(peaks.get(i)));
        }
        for (var i = peaks.size() - 1; i >= 0; i--) {
            edge(svg, (i + 1) * step, i * step, MIDDLE + height(peaks.get(i)));
        }
        svg.append("Z\"/>");
        for (var moment : moments) {
            mark(svg, moment, waveform.millis());
        }
        return svg.append("</svg>").toString();
    }

    private static double height(int percent) {
        return Math.max(THINNEST, percent * (MIDDLE - 2) / 100.0);
    }

    private static void edge(StringBuilder svg, double from, double to, double y) {
        svg.append(String.format(Locale.ROOT, "L%.1f %.1fH%.1f", from, y, to));
    }

    private static void mark(StringBuilder svg, TimeCode moment, long millis) {
        if (millis > 0 && moment.seconds() * 1000L <= millis) {
            var x = moment.seconds() * 1000.0 * WIDTH / millis;
            svg.append(String.format(
                    Locale.ROOT,
                    "<path stroke=\"#b35c00\" stroke-width=\"2\" vector-effect=\"non-scaling-stroke\" d=\"M%.1f 0V120\"/>",
                    x));
        }
    }

    /** {@return the beginning of the loudest part, in seconds} */
    static long loudest(Waveform waveform) {
        var loudest = 0;
        for (var i = 1; i < waveform.peaks().size(); i++) {
            loudest = waveform.peaks().get(i) > waveform.peaks().get(loudest) ? i : loudest;
        }
        return waveform.peaks().isEmpty()
                ? 0
                : loudest * waveform.millis() / waveform.peaks().size() / 1000;
    }
}
