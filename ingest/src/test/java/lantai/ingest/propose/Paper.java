package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantai.ocr.Box;
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;

/** Lays out an invented A4 page at 300 dpi for tests: 2480 by 3508 pixels. */
final class Paper {
    private static final int WIDTH = 2480;
    private static final int HEIGHT = 3508;
    private static final int BODY = 44;

    private final List<TextLine> lines = new ArrayList<>();
    private int row;

    /** A line in the middle, larger than the body. */
    Paper title(int top, String text) {
        double width = width(text, 80);
        return put((WIDTH - width) / 2, top, 80, text).nextRow();
    }

    /** One line of body text that begins at {@code left}. */
    Paper line(int left, int top, String text) {
        return put(left, top, BODY, text).nextRow();
    }

    /** One line of a size of its own. */
    Paper line(int left, int top, String text, int size) {
        return put(left, top, size, text).nextRow();
    }

    /** The cells of one table row, evenly spread; an empty text leaves its cell empty. */
    Paper row(int top, String... cells) {
        double cell = 2000.0 / cells.length;
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                put(240 + i * cell + 20, top, BODY, cells[i]);
            }
        }
        return nextRow();
    }

    PageText page() {
        return new PageText(WIDTH, HEIGHT, 300, 0, lines, PageText.BORN_DIGITAL, "");
    }

    ReadDocument document() {
        return new ReadDocument("scan-0001.jpg", "", "image/jpeg", List.of(page()), "", Map.of());
    }

    Proposal proposal() {
        return new Proposer(KindRules.standard(), Learned.nothing()).propose(document());
    }

    private Paper put(double left, double top, double size, String text) {
        var box = new Box(left, top, left + width(text, size), top + size);
        lines.add(new TextLine(Quad.of(box), text, 1, List.of(), row));
        return this;
    }

    private Paper nextRow() {
        row++;
        return this;
    }

    private static double width(String text, double size) {
        return text.codePoints().mapToDouble(c -> c < 0x2E80 ? size / 2 : size).sum();
    }
}
