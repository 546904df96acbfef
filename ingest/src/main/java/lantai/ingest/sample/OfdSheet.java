package lantai.ingest.sample;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page of an OFD (GB/T 33190): writes the objects of its one layer. */
final class OfdSheet implements Sheet {
    private final StringBuilder layer = new StringBuilder();
    private final PageSize size;
    private int id;

    /**
     * Starts an empty page.
     *
     * @param firstId the first number that is free in the document
     */
    OfdSheet(PageSize size, int firstId) {
        this.size = size;
        this.id = firstId;
    }

    /** {@return the objects drawn so far, as XML} */
    String layer() {
        return layer.toString();
    }

    int nextId() {
        return id;
    }

    @Override
    public void text(String text, Point baseline, Type type) {
        var face = Face.noto();
        var points = text.codePoints().toArray();
        var steps = text.codePoints()
                .limit(Math.max(0, points.length - 1))
                .mapToObj(point -> number(face.ems(point) * type.millimetres()))
                .collect(Collectors.joining(" "));
        var turn = Math.toRadians(type.degrees());
        var box = number(baseline.x())
                + ' '
                + number(baseline.y() - type.millimetres())
                + ' '
                + number(face.width(text, type) + 1)
                + ' '
                + number(type.millimetres() * 1.4);
        layer.append("<ofd:TextObject ID=\"")
                .append(id++)
                .append("\" Boundary=\"")
                .append(box);
        if (type.degrees() != 0) {
            layer.append("\" CTM=\"").append(matrix(turn, type.millimetres()));
        }
        layer.append("\" Font=\"2\" Size=\"").append(number(type.millimetres()));
        layer.append(type.bold() ? "\" Weight=\"700\">" : "\">");
        layer.append("<ofd:FillColor Value=\"").append(colour(type.ink())).append("\"/>");
        layer.append("<ofd:TextCode X=\"0\" Y=\"").append(number(type.millimetres()));
        layer.append(steps.isEmpty() ? "\">" : "\" DeltaX=\"" + steps + "\">");
        layer.append(escaped(text)).append("</ofd:TextCode></ofd:TextObject>\n");
    }

    /** Turns about the start of the base line, which lies one size below the corner of the boundary. */
    private static String matrix(double turn, double size) {
        var cos = Math.cos(turn);
        var sin = Math.sin(turn);
        return number(cos)
                + ' '
                + number(sin)
                + ' '
                + number(-sin)
                + ' '
                + number(cos)
                + ' '
                + number(size * sin)
                + ' '
                + number(size - size * cos);
    }

    @Override
    public void shape(Shape shape, double weight, Ink ink) {
        layer.append("<ofd:PathObject ID=\"").append(id++);
        layer.append("\" Boundary=\"0 0 ")
                .append(number(size.width()))
                .append(' ')
                .append(number(size.height()));
        if (weight == 0) {
            layer.append("\" Stroke=\"false\" Fill=\"true\"><ofd:FillColor Value=\"");
        } else {
            layer.append("\" LineWidth=\"").append(number(weight)).append("\"><ofd:StrokeColor Value=\"");
        }
        layer.append(colour(ink)).append("\"/><ofd:AbbreviatedData>");
        var numbers = new double[6];
        for (var path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(numbers)) {
                case PathIterator.SEG_MOVETO -> step('M', numbers, 2);
                case PathIterator.SEG_LINETO -> step('L', numbers, 2);
                case PathIterator.SEG_QUADTO -> step('Q', numbers, 4);
                case PathIterator.SEG_CUBICTO -> step('B', numbers, 6);
                default -> layer.append("C ");
            }
        }
        layer.append("</ofd:AbbreviatedData></ofd:PathObject>\n");
    }

    private void step(char letter, double[] numbers, int count) {
        layer.append(letter).append(' ');
        for (var i = 0; i < count; i++) {
            layer.append(number(numbers[i])).append(' ');
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String colour(Ink ink) {
        Color colour = ink.colour();
        return colour.getRed() + " " + colour.getGreen() + " " + colour.getBlue();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
