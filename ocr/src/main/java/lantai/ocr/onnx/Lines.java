package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.List;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import lantai.ocr.image.LeaningBox;

/** Makes lines of what was read: characters get their places. */
final class Lines {

    private Lines() {}

    static TextLine line(LeaningBox box, Reading reading, int row, boolean stacked) {
        List<Reading.Mark> marks = reading.marks();
        List<Glyph> glyphs = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Reading.Mark mark = marks.get(i);
            if (!mark.text().isBlank()) {
                double confidence = Math.rint(mark.confidence() * 1000) / 1000;
                glyphs.add(new Glyph(mark.text(), place(box, marks, i, stacked), confidence, mark.variants()));
            }
        }
        return new TextLine(
                rounded(box.quad()), reading.text().strip(), reading.confidence(), glyphs, row, reading.decision());
    }

    /** A character reaches half-way to its neighbours, but not further than half the line's height. */
    private static Box place(LeaningBox box, List<Reading.Mark> marks, int i, boolean stacked) {
        double reach = stacked ? box.length() / 2 / box.thickness() : box.thickness() / 2 / box.length();
        double at = marks.get(i).at();
        double before = i == 0 ? at : (at - marks.get(i - 1).at()) / 2;
        double after = i == marks.size() - 1 ? 1 - at : (marks.get(i + 1).at() - at) / 2;
        double from = Math.clamp(at - Math.min(reach, before), 0, 1);
        double to = Math.clamp(at + Math.min(reach, after), from, 1);
        Box place = (stacked ? box.slice(from, to) : box.part(from, to)).box();
        return new Box(round(place.left()), round(place.top()), round(place.right()), round(place.bottom()));
    }

    private static Quad rounded(Quad q) {
        return new Quad(
                round(q.x1()),
                round(q.y1()),
                round(q.x2()),
                round(q.y2()),
                round(q.x3()),
                round(q.y3()),
                round(q.x4()),
                round(q.y4()));
    }

    /** To quarters of a pixel: exact in binary and short in decimal. */
    private static double round(double pixels) {
        return Math.rint(pixels * 4) / 4;
    }
}
