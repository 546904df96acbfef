package lantai.ingest.reader.child;

import java.util.ArrayList;
import java.util.List;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import org.apache.pdfbox.text.TextPosition;

/**
 * Gathers the words of a born-digital page into lines with places. Words far apart on one height become cells of one
 * row.
 */
final class PageLines {
    private static final char FIRST_IDEOGRAPH = '\u2E80';

    private final double scale;
    private final List<TextLine> lines = new ArrayList<>();
    private final List<Glyph> glyphs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private Box runBox = new Box(0, 0, 0, 0);
    private int row = -1;
    private double direction;
    private double top;
    private double bottom;
    private double right;
    private double rowTop;
    private double rowBottom;
    private double rowRight;

    /** Takes places in points from the upper left corner and keeps them times {@code scale}. */
    PageLines(double scale) {
        this.scale = scale;
    }

    /** Adds the characters of a word, in reading order. */
    void word(List<TextPosition> positions) {
        if (positions.isEmpty()) {
            return;
        }
        var first = box(positions.getFirst());
        if (!glyphs.isEmpty()) {
            var gap = first.left() - right;
            var height = Math.max(1, bottom - top);
            if (positions.getFirst().getDir() != direction || (direction == 0 && gap > 2 * height)) {
                endLine();
            } else {
                blank();
            }
        }
        direction = positions.getFirst().getDir();
        run.setLength(0);
        for (var position : positions) {
            var unicode = position.getUnicode();
            if (unicode != null && unicode.isBlank()) {
                endRun();
                blank();
            } else if (unicode != null) {
                glyph(unicode, box(position));
            }
        }
        endRun();
    }

    private void blank() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    /** Letters and digits of the alphabet are kept together as far as they follow each other; a Chinese character is alone. */
    private void glyph(String unicode, Box box) {
        if (unicode.charAt(0) >= FIRST_IDEOGRAPH) {
            endRun();
            add(unicode, box);
        } else {
            runBox = run.isEmpty() ? box : runBox.union(box);
            run.append(unicode);
        }
    }

    private void endRun() {
        if (!run.isEmpty()) {
            add(run.toString(), runBox);
            run.setLength(0);
        }
    }

    private void add(String unicode, Box box) {
        top = glyphs.isEmpty() ? box.top() : Math.min(top, box.top());
        bottom = glyphs.isEmpty() ? box.bottom() : Math.max(bottom, box.bottom());
        right = box.right();
        glyphs.add(new Glyph(unicode, box, 1));
        text.append(unicode);
    }

    /** Adds one finished line that has no part in the row rules. */
    void line(String content, List<Glyph> places) {
        endLine();
        glyphs.addAll(places);
        text.append(content);
        var around = around();
        top = around.top();
        bottom = around.bottom();
        direction = 0;
        endLine();
    }

    void endLine() {
        var content = text.toString().strip();
        if (!glyphs.isEmpty() && !content.isEmpty()) {
            var around = around();
            if (!sharesRow(around)) {
                row++;
                rowTop = around.top();
                rowBottom = around.bottom();
            }
            rowRight = around.right();
            lines.add(new TextLine(quad(around), content, 1, glyphs, row));
        }
        glyphs.clear();
        text.setLength(0);
    }

    private boolean sharesRow(Box box) {
        var overlap = Math.min(rowBottom, box.bottom()) - Math.max(rowTop, box.top());
        var lower = Math.min(rowBottom - rowTop, box.bottom() - box.top());
        return row >= 0 && box.left() >= rowRight && overlap > lower / 2;
    }

    private Box around() {
        var around = glyphs.getFirst().box();
        for (var glyph : glyphs) {
            around = around.union(glyph.box());
        }
        return around;
    }

    /** Clockwise from where the line begins, so that a turned line is told as such. */
    private Quad quad(Box b) {
        return switch ((int) direction) {
            case 90 -> new Quad(b.left(), b.bottom(), b.left(), b.top(), b.right(), b.top(), b.right(), b.bottom());
            case 180 -> new Quad(b.right(), b.bottom(), b.left(), b.bottom(), b.left(), b.top(), b.right(), b.top());
            case 270 -> new Quad(b.right(), b.top(), b.right(), b.bottom(), b.left(), b.bottom(), b.left(), b.top());
            default -> new Quad(b.left(), b.top(), b.right(), b.top(), b.right(), b.bottom(), b.left(), b.bottom());
        };
    }

    private Box box(TextPosition p) {
        double x = p.getX();
        double y = p.getY();
        double size = Math.max(p.getHeightDir(), 0.7 * p.getFontSizeInPt());
        double up = Math.max(size, 1);
        double down = 0.2 * up;
        double width = Math.max(p.getWidthDirAdj(), 0.1);
        return switch ((int) p.getDir()) {
            case 90 -> scaled(x - up, y - width, x + down, y);
            case 180 -> scaled(x - width, y - down, x, y + up);
            case 270 -> scaled(x - down, y, x + up, y + width);
            default -> scaled(x, y - up, x + width, y + down);
        };
    }

    private Box scaled(double left, double upper, double end, double lower) {
        var x = whole(left);
        var y = whole(upper);
        return new Box(x, y, Math.max(x, whole(end)), Math.max(y, whole(lower)));
    }

    /** Broken fonts give places that are no numbers. */
    private double whole(double points) {
        if (!(Math.abs(points) < 1e6)) {
            return 0;
        }
        return Math.rint(points * scale);
    }

    /** {@return the lines so far, in the order they came} */
    List<TextLine> content() {
        endLine();
        return lines;
    }
}
