package lantai.ingest.reader.child;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** Lays out the characters of an OFD text object: where each stands in the space of its object. */
final class OfdText {
    private OfdText() {}

    /** {@return the transform from an object's own space to the page: its CTM, then its boundary's corner} */
    static AffineTransform place(Xml object) {
        var boundary = object.numbersOf("Boundary");
        var place = new AffineTransform();
        if (boundary.length == 4) {
            place.translate(boundary[0], boundary[1]);
        }
        var ctm = object.numbersOf("CTM");
        if (ctm.length == 6) {
            place.concatenate(new AffineTransform(ctm));
        }
        return place;
    }

    /** {@return all characters of a text object with their base points} */
    static List<Mark> marks(Xml object) {
        var marks = new ArrayList<Mark>();
        var x = 0.0;
        var y = 0.0;
        for (var code : object.children("TextCode")) {
            x = code.number("X", x);
            y = code.number("Y", y);
            // the text of the element is content: blanks at its ends count
            var text = code.element().getTextContent();
            var deltaX = deltas(code.attribute("DeltaX"), text.length());
            var deltaY = deltas(code.attribute("DeltaY"), text.length());
            var atX = x;
            var atY = y;
            var step = 0;
            for (var i = 0; i < text.length(); ) {
                var point = text.codePointAt(i);
                marks.add(new Mark(Character.toString(point), atX, atY, step < deltaX.length ? deltaX[step] : 0));
                atX += step < deltaX.length ? deltaX[step] : 0;
                atY += step < deltaY.length ? deltaY[step] : 0;
                step++;
                i += Character.charCount(point);
            }
        }
        return marks;
    }

    /** Reads distances, among which {@code g 5 3.2} stands for five times 3.2. */
    private static double[] deltas(String list, int most) {
        if (list.isEmpty()) {
            return new double[0];
        }
        var words = list.split("[\\s,]+", -1);
        var out = new ArrayList<Double>();
        try {
            for (var i = 0; i < words.length && out.size() <= most; i++) {
                if (words[i].equals("g") && i + 2 < words.length) {
                    var value = Double.parseDouble(words[i + 2]);
                    for (var n = Math.min(Integer.parseInt(words[i + 1]), most); n > 0; n--) {
                        out.add(value);
                    }
                    i += 2;
                } else {
                    out.add(Double.parseDouble(words[i]));
                }
            }
        } catch (NumberFormatException e) {
            return new double[0];
        }
        return out.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** One character, its base point and the distance to the next, 0 when the file does not say. */
    record Mark(String text, double x, double y, double advance) {}
}
