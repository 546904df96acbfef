package lantai.ingest.reader.child;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an OFD object is drawn: what its drawing parameters and it itself say, over what it inherits.
 *
 * @param fill colour of faces and characters
 * @param stroke colour of lines
 * @param line width of lines in millimetres, 0 when nothing says
 * @param cap of line ends, as BasicStroke counts
 * @param join of line corners, as BasicStroke counts
 * @param dashes lengths of dashes and gaps, empty for a full line
 */
record OfdStyle(Color fill, Color stroke, double line, int cap, int join, List<Float> dashes) {
    static final OfdStyle PLAIN =
            new OfdStyle(Color.BLACK, Color.BLACK, 0, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, List.of());

    /** {@return this style with what an element changes} */
    OfdStyle over(@Nullable Xml element) {
        if (element == null) {
            return this;
        }
        var dash = element.numbersOf("DashPattern");
        return new OfdStyle(
                color(element, "FillColor").orElse(fill),
                color(element, "StrokeColor").orElse(stroke),
                element.number("LineWidth", line),
                switch (element.attribute("Cap")) {
                    case "Round" -> BasicStroke.CAP_ROUND;
                    case "Square" -> BasicStroke.CAP_SQUARE;
                    case "Butt" -> BasicStroke.CAP_BUTT;
                    default -> cap;
                },
                switch (element.attribute("Join")) {
                    case "Round" -> BasicStroke.JOIN_ROUND;
                    case "Bevel" -> BasicStroke.JOIN_BEVEL;
                    case "Miter" -> BasicStroke.JOIN_MITER;
                    default -> join;
                },
                dash.length > 0 ? lengths(dash) : dashes);
    }

    BasicStroke pen(float width) {
        return dashes.isEmpty()
                ? new BasicStroke(width, cap, join, 10)
                : new BasicStroke(width, cap, join, 10, array(), 0);
    }

    private float[] array() {
        var array = new float[dashes.size()];
        for (var i = 0; i < array.length; i++) {
            array[i] = dashes.get(i);
        }
        return array;
    }

    private static List<Float> lengths(double[] numbers) {
        var lengths =
                Arrays.stream(numbers).mapToObj(n -> (float) Math.max(0, n)).toList();
        return Arrays.stream(numbers).anyMatch(n -> n > 0) ? lengths : List.of();
    }

    /** Gray, RGB or CMYK by the number of values; of a shading the colour that it begins with. */
    private static Optional<Color> color(Xml element, String name) {
        return element.child(name).flatMap(color -> {
            var alpha = (int) Math.clamp(color.number("Alpha", 255), 0, 255);
            var values = color.numbersOf("Value");
            if (values.length == 0) {
                return color.children().stream()
                        .flatMap(shading -> shading.all("Segment").stream())
                        .flatMap(segment -> color(segment, "Color").stream())
                        .findFirst();
            }
            return Optional.of(
                    switch (values.length) {
                        case 1, 2 -> rgb(values[0], values[0], values[0], alpha);
                        case 3 -> rgb(values[0], values[1], values[2], alpha);
                        default ->
                            rgb(
                                    (255 - values[0]) * (255 - values[3]) / 255,
                                    (255 - values[1]) * (255 - values[3]) / 255,
                                    (255 - values[2]) * (255 - values[3]) / 255,
                                    alpha);
                    });
        });
    }

    private static Color rgb(double red, double green, double blue, int alpha) {
        return new Color(channel(red), channel(green), channel(blue), alpha);
    }

    private static int channel(double value) {
        return (int) Math.clamp(value, 0, 255);
    }
}
