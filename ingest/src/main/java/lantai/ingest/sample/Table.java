package lantai.ingest.sample;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A ruled table that grows downwards row by row. */
final class Table {
    private static final double PADDING = 1.6;
    private static final double LEADING = 1.4;

    private final Page page;
    private final double[] widths;
    private final double top;

    Table(Page page, double... shares) {
        this.page = page;
        var sum = Arrays.stream(shares).sum();
        this.widths = Arrays.stream(shares)
                .map(share -> share / sum * page.innerWidth())
                .toArray();
        this.top = page.cursor();
    }

    /** Adds a row that is at least so high. */
    Table row(double height, Cell... cells) {
        var broken = new ArrayList<List<String>>();
        var needed = height;
        var column = 0;
        for (var cell : cells) {
            var lines = LineBreaks.of(cell.text(), cell.type(), width(column, cell) - 2 * PADDING);
            broken.add(lines);
            needed = Math.max(needed, lines.size() * cell.type().millimetres() * LEADING + 2 * PADDING);
            column += cell.columns();
        }
        if (column != widths.length) {
            throw new IllegalArgumentException(
                    "the row covers " + column + " columns of " + widths.length + ": \"" + cells[0].text() + '"');
        }
        draw(needed, List.of(cells), broken);
        remember(broken);
        page.skip(needed);
        return this;
    }

    /** Adds a row of two labels and what was filled in. */
    Table pair(String first, String firstValue, String second, String secondValue) {
        return row(9, Cell.label(first), Cell.value(firstValue), Cell.label(second), Cell.value(secondValue));
    }

    /** Adds a row of two labels and sums. */
    Table sums(String first, BigDecimal firstSum, String second, BigDecimal secondSum) {
        return row(
                9,
                Cell.label(first),
                Cell.number(Amount.digits(firstSum)),
                Cell.label(second),
                Cell.number(Amount.digits(secondSum)));
    }

    /** Adds a row of one label and running text over all other columns. */
    Table wide(double height, String label, String text) {
        return row(height, Cell.label(label), Cell.words(text).over(widths.length - 1));
    }

    /** Closes the table with its outer frame. */
    Page end() {
        page.sheet()
                .shape(
                        new Rectangle2D.Double(page.left(), top, page.innerWidth(), page.cursor() - top),
                        0.45,
                        Ink.BLACK);
        return page.skip(1.5);
    }

    private double width(int column, Cell cell) {
        return Arrays.stream(widths, column, column + cell.columns()).sum();
    }

    private void draw(double height, List<Cell> cells, List<List<String>> broken) {
        var x = page.left();
        var column = 0;
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var width = width(column, cell);
            page.sheet().shape(new Rectangle2D.Double(x, page.cursor(), width, height), 0.2, Ink.BLACK);
            fill(new Rectangle2D.Double(x, page.cursor(), width, height), cell, broken.get(i));
            x += width;
            column += cell.columns();
        }
    }

    private void fill(Rectangle2D box, Cell cell, List<String> lines) {
        var size = cell.type().millimetres();
        var y = box.getCenterY() - lines.size() * size * LEADING / 2 + size * 1.08;
        for (var line : lines) {
            var width = Face.noto().width(line, cell.type());
            var x = switch (cell.align()) {
                case LEFT -> box.getMinX() + PADDING;
                case CENTRE -> box.getCenterX() - width / 2;
                case RIGHT -> box.getMaxX() - PADDING - width;
            };
            page.draw(line, new Point(x, y), cell.type());
            y += size * LEADING;
        }
    }

    /** Cells of one line stand together in one line of the text; a cell of several lines stays whole. */
    private void remember(List<List<String>> broken) {
        var single = new ArrayList<String>();
        var several = new ArrayList<String>();
        for (var lines : broken) {
            if (lines.size() == 1) {
                single.add(lines.getFirst().strip());
            } else {
                several.add(String.join("", lines));
            }
        }
        page.remember(String.join(" ", single).strip());
        several.forEach(page::remember);
    }
}
