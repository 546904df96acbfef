package lantai.ingest.sample;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays text out on a sheet from the top down and remembers what it wrote. Lengths are millimetres. */
final class Page {
    private static final double LEADING = 1.55;
    private static final char TICKED = '☑';

    private final Sheet sheet;
    private final PageSize size;
    private final List<String> lines = new ArrayList<>();
    private double left = 20;
    private double cursor = 20;

    Page(Sheet sheet, PageSize size) {
        this.sheet = sheet;
        this.size = size;
        if (size.width() > size.height()) {
            left = 16;
            cursor = 10;
        }
    }

    Sheet sheet() {
        return sheet;
    }

    /** {@return what was written so far, line by line} */
    List<String> lines() {
        return List.copyOf(lines);
    }

    double left() {
        return left;
    }

    double innerWidth() {
        return size.width() - 2 * left;
    }

    PageSize size() {
        return size;
    }

    double cursor() {
        return cursor;
    }

    Page margin(double millimetres) {
        left = millimetres;
        return this;
    }

    Page moveTo(double y) {
        cursor = y;
        return this;
    }

    Page skip(double millimetres) {
        cursor += millimetres;
        return this;
    }

    Page centred(String text, Type type) {
        cursor += type.millimetres() * 1.15;
        write(text, new Point((size.width() - Face.noto().width(text, type)) / 2, cursor), type);
        cursor += type.millimetres() * 0.4;
        return this;
    }

    Page title(String text) {
        return centred(text, Type.of(18).heavy()).skip(3);
    }

    /** Writes texts across one line with equal gaps between them, the last one at the right edge. */
    Page spread(String... texts) {
        var type = Type.of(10.5);
        cursor += type.millimetres() * 1.2;
        var written = Arrays.stream(texts)
                .mapToDouble(text -> Face.noto().width(text, type))
                .sum();
        var gap = texts.length == 1 ? 0 : (innerWidth() - written) / (texts.length - 1);
        var x = left;
        for (var text : texts) {
            draw(text, new Point(x, cursor), type);
            x += Face.noto().width(text, type) + gap;
        }
        lines.add(String.join(" ", texts));
        cursor += type.millimetres() * 0.6;
        return this;
    }

    /** Writes a paragraph whose first line is indented by two characters. */
    Page paragraph(String text, double points) {
        return flow("　　" + text, Type.of(points), LEADING);
    }

    /** Writes running text from the left edge. */
    Page flow(String text, Type type, double leading) {
        for (var line : LineBreaks.of(text, type, innerWidth())) {
            cursor += type.millimetres() * leading;
            write(line, new Point(left, cursor), type);
        }
        return this;
    }

    Page right(String text, Type type, double inset) {
        cursor += type.millimetres() * LEADING;
        write(text, new Point(left + innerWidth() - inset - Face.noto().width(text, type), cursor), type);
        return this;
    }

    Page rule(double weight, Ink ink) {
        sheet.shape(new Line2D.Double(left, cursor, left + innerWidth(), cursor), weight, ink);
        return this;
    }

    /** {@return a table at the cursor; its columns share the width in these proportions} */
    Table table(double... shares) {
        return new Table(this, shares);
    }

    /** Presses a round seal over whatever is there. */
    Page seal(String holder, String use, Point centre) {
        new Seal(holder, use).press(sheet, centre);
        return this;
    }

    /**
     * Stamps the filing stamp of DA/T 22 into the upper part of the page: fonds, year, item; office, retention, pages;
     * below it the whole 档号.
     *
     * @param reference the 档号, of the form {@code J057-WS·2025-D30-BGS-0012}
     * @param term the retention in words
     */
    Page filingStamp(String reference, String term, int pages) {
        var parts = reference.split("[-·]", -1);
        var cells = new String[][] {{parts[0], parts[2], parts[5]}, {parts[4], term, Integer.toString(pages)}};
        var corner = new Point(size.width() - 76, 8);
        for (var row = 0; row < 2; row++) {
            for (var column = 0; column < 3; column++) {
                var x = corner.x() + column * 20;
                var y = corner.y() + row * 8;
                sheet.shape(new Rectangle2D.Double(x, y, 20, 8), 0.35, Ink.RED);
                draw(cells[row][column], new Point(x + 3, y + 5.6), Type.of(9).in(Ink.RED));
            }
            lines.add(String.join(" ", cells[row]));
        }
        write("档号：" + reference, corner.plus(0, 21), Type.of(9).in(Ink.RED));
        return this;
    }

    /** Writes the mark of all samples along the lower edge. */
    Page mark(int number, int total) {
        var type = Type.of(8).in(Ink.GREY);
        var y = size.height() - 7;
        var text = "样例·测试数据　" + Sample.AGENCY + "　全宗号 " + Sample.FONDS + "　区划 " + Sample.REGION;
        write(text, new Point(left, y), type);
        var pages = "第" + number + "页　共" + total + "页";
        write(pages, new Point(size.width() - left - Face.noto().width(pages, type), y), type);
        return this;
    }

    /** Writes one run of text and remembers it as a line. */
    void write(String text, Point baseline, Type type) {
        draw(text, baseline, type);
        if (!text.isBlank()) {
            lines.add(text.strip());
        }
    }

    /** Remembers a line that was drawn piece by piece. */
    void remember(String line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }

    /** Writes one run of text; a ticked box is made of a box and a tick, because the typeface has none. */
    void draw(String text, Point baseline, Type type) {
        var start = 0;
        var x = baseline.x();
        for (var at = text.indexOf(TICKED); at >= 0; at = text.indexOf(TICKED, start)) {
            var before = text.substring(start, at) + '□';
            sheet.text(before, new Point(x, baseline.y()), type);
            x += Face.noto().width(before, type);
            sheet.text(
                    "√",
                    new Point(x - type.millimetres() * 0.92, baseline.y() - type.millimetres() * 0.05),
                    type.heavy());
            start = at + 1;
        }
        if (start < text.length()) {
            sheet.text(text.substring(start), new Point(x, baseline.y()), type);
        }
    }
}
