package lantai.ocr.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table before it is set: columns of given shares, rows of cells, and how it is ruled. */
final class Grid {

    /** How a table is ruled. */
    enum Ruled {
        /** Every cell in a frame. */
        FULL,
        /** A level line between rows only. */
        LEVEL,
        /** No line at all. */
        NONE,
        /** Three level lines: above, below the heading, below. */
        THREE,
        /** A frame for each cell, but open to the left and right of the table. */
        OPEN,
        /** Dotted frames. */
        DOTTED,
        /** No lines, every other row shaded. */
        SHADED
    }

    /** Where text stands in its cell. */
    enum Align {
        LEFT,
        MIDDLE,
        RIGHT
    }

    /** One cell. */
    record Cell(int row, int column, int rows, int columns, String text, boolean stacked) {}

    private final Ruled ruled;
    private final double[] shares;
    private final Align[] aligned;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Double> heights = new ArrayList<>();
    private boolean headed = true;

    Grid(Ruled ruled, double... shares) {
        this.ruled = ruled;
        this.shares = shares.clone();
        this.aligned = new Align[shares.length];
        Arrays.fill(aligned, Align.MIDDLE);
    }

    Grid align(int column, Align align) {
        aligned[column] = align;
        return this;
    }

    /** A form has no heading row. */
    Grid form() {
        headed = false;
        return this;
    }

    /** A row of single cells. */
    Grid row(double height, String... texts) {
        int row = heights.size();
        heights.add(height);
        for (int column = 0; column < texts.length; column++) {
            cells.add(new Cell(row, column, 1, 1, texts[column], false));
        }
        return this;
    }

    /** An empty row; its cells come by {@link #cell}. */
    Grid row(double height) {
        heights.add(height);
        return this;
    }

    /** A cell in the last row that may cover more columns and coming rows. */
    Grid cell(int column, int columns, int rows, String text) {
        cells.add(new Cell(heights.size() - 1, column, rows, columns, text, false));
        return this;
    }

    /** A narrow cell in the last row, its characters below each other. */
    Grid stacked(int column, int rows, String text) {
        cells.add(new Cell(heights.size() - 1, column, rows, 1, text, true));
        return this;
    }

    Ruled ruled() {
        return ruled;
    }

    double[] shares() {
        return shares;
    }

    Align aligned(int column) {
        return aligned[column];
    }

    List<Cell> cells() {
        return cells;
    }

    List<Double> heights() {
        return heights;
    }

    boolean headed() {
        return headed;
    }
}
