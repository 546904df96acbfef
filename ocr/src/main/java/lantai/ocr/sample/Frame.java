package lantai.ocr.sample;

import java.util.ArrayList;
import java.util.List;

/** The margins and sizes of one page, and the small arrangements that all kinds of pages are made of. */
final class Frame {

    private final Paper paper;
    private final Invented invented;
    private final Series series;
    private final boolean other;
    private final double size;
    private final double left;
    private double y;

    Frame(Paper paper, Invented invented, Series series) {
        this.paper = paper;
        this.invented = invented;
        this.series = series;
        this.other = series == Series.B || (series.mixed() && invented.maybe(0.5));
        this.size = invented.number(38, 48);
        this.left = invented.number(190, 320);
        this.y = invented.number(220, 330);
    }

    Paper paper() {
        return paper;
    }

    Invented invented() {
        return invented;
    }

    /** Whether the page is arranged the second way. */
    boolean other() {
        return other;
    }

    double size() {
        return size;
    }

    double left() {
        return left;
    }

    double right() {
        return paper.width() - left;
    }

    double width() {
        return paper.width() - 2 * left;
    }

    double y() {
        return y;
    }

    /** Goes down by lines' heights. */
    void down(double lines) {
        y += lines * size;
    }

    void title(String text) {
        double large = size * 1.75;
        double fitting = Math.min(large, large * width() / Math.max(width(), paper.length(text, large)));
        paper.centred(text, y, fitting);
        y += large * 1.8;
    }

    void heading(String text) {
        paper.line(text, left, y, size * 1.1);
        y += size * 2;
    }

    void line(String text) {
        paper.line(text, left, y, size);
        y += size * 1.8;
    }

    void rightward(String text) {
        paper.rightward(text, right(), y, size);
        y += size * 1.8;
    }

    void paragraph(String text) {
        y = paper.paragraph(text, left, y, width(), size);
    }

    /** Labels with their values side by side, {@code pairs} in alternation, as many in a row as {@code columns}. */
    void pairs(int columns, String... pairs) {
        double pitch = width() / columns;
        for (int i = 0; i < pairs.length; i += 2 * columns) {
            List<Truth.Part> row = new ArrayList<>();
            for (int k = 0; k < columns && i + 2 * k < pairs.length; k++) {
                pair(pairs[i + 2 * k], pairs[i + 2 * k + 1], left + k * pitch, pitch, row);
            }
            paper.line(row);
            y += size * 2;
        }
    }

    /** In the one series label and value are one text, in the other the value stands apart, over a line. */
    private void pair(String label, String value, double x, double pitch, List<Truth.Part> row) {
        if (!other()) {
            row.add(paper.draw(label + "：" + value, x, y, size));
            return;
        }
        row.add(paper.draw(label, x, y, size));
        double from = x + paper.length(label, size) + size * 0.7;
        if (!value.isEmpty()) {
            row.add(paper.draw(value, from, y, size));
        }
        double to = Math.min(x + pitch - size, from + paper.length(value, size) + size * 3);
        paper.rule(from - size * 0.3, y + size * 1.25, to, y + size * 1.25, 3);
    }

    void table(Grid grid) {
        y = TableSetting.set(paper, grid, left, y, width(), size * 0.92) + size * 0.9;
    }

    /** How tables with a heading row are ruled in this series. */
    Grid.Ruled listRuled() {
        if (series.mixed()) {
            return invented.any(List.of(Grid.Ruled.values()));
        }
        return invented.any(
                other()
                        ? List.of(Grid.Ruled.THREE, Grid.Ruled.OPEN, Grid.Ruled.SHADED)
                        : List.of(Grid.Ruled.FULL, Grid.Ruled.FULL, Grid.Ruled.LEVEL, Grid.Ruled.NONE));
    }

    /** How forms are ruled in this series. */
    Grid.Ruled formRuled() {
        if (series.mixed()) {
            return invented.any(List.of(Grid.Ruled.OPEN, Grid.Ruled.DOTTED, Grid.Ruled.FULL));
        }
        return other() ? invented.any(List.of(Grid.Ruled.OPEN, Grid.Ruled.DOTTED, Grid.Ruled.FULL)) : Grid.Ruled.FULL;
    }

    /** A stamp over the place given, on about two pages of three. */
    void seal(String text, double x, double top) {
        if (!invented.maybe(0.67)) {
            return;
        }
        var shape = invented.any(
                other()
                        ? List.of(Seal.Shape.OVAL, Seal.Shape.ROUND, Seal.Shape.BOX)
                        : List.of(Seal.Shape.ROUND, Seal.Shape.ROUND, Seal.Shape.BOX));
        var colour = invented.maybe(0.25) ? Seal.BLUE : Seal.RED;
        double turn = (invented.number(0, 40) - 20) / 100.0;
        paper.stamp(new Seal(text, shape, colour, turn), x, top, invented.number(55, 85) / 100.0);
    }

    /** Page number at the foot. */
    void foot(String text) {
        paper.centred(text, paper.height() - 230, size * 0.85);
    }
}
