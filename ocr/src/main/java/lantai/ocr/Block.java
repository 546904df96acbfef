package lantai.ocr;

import java.util.List;

/**
 * What some of a page's lines are together.
 *
 * @param kind what it is
 * @param box where it stands
 * @param lines places of its lines in the page's list, rising; those of a table's cells are among them
 * @param cells of a table, row by row; empty for all other kinds, and cells without text are left out
 * @param inscription what a seal says along its border, which is not part of the page's text; empty where it was not read, and for
 *     all other kinds
 */
public record Block(Kind kind, Box box, List<Integer> lines, List<Cell> cells, String inscription) {

    /** What a block is. */
    public enum Kind {
        /** Running text. */
        TEXT,
        /** A title, or the heading of a part. */
        HEADING,
        /** Rows and columns, ruled or not; forms in frames too. */
        TABLE,
        /** Labels with their values, outside tables. */
        KEY_VALUE,
        /** A stamp. */
        SEAL,
        /** What stands above the text on every page. */
        HEADER,
        /** The number of the page. */
        PAGE_NUMBER
    }

    /**
     * A cell of a table.
     *
     * @param row its first row, from 0
     * @param column its first column, from 0
     * @param rows how many it covers, at least 1
     * @param columns how many it covers, at least 1
     * @param box its inside where it is ruled, else its text's box
     * @param lines places of its lines in the page's list, rising
     */
    public record Cell(int row, int column, int rows, int columns, Box box, List<Integer> lines) {

        public Cell {
            lines = List.copyOf(lines);
            if (row < 0 || column < 0 || rows < 1 || columns < 1) {
                throw new IllegalArgumentException("not a cell: " + row + ' ' + column + ' ' + rows + ' ' + columns
                        + ", expected 0 0 1 1 or more");
            }
        }
    }

    public Block {
        lines = List.copyOf(lines);
        cells = List.copyOf(cells);
        if (!cells.isEmpty() && kind != Kind.TABLE) {
            throw new IllegalArgumentException("cells in a " + kind);
        }
        if (!inscription.isEmpty() && kind != Kind.SEAL) {
            throw new IllegalArgumentException("an inscription of a " + kind);
        }
    }

    /** A block without inscription. */
    public Block(Kind kind, Box box, List<Integer> lines, List<Cell> cells) {
        this(kind, box, lines, cells, "");
    }

    /** A stamp that says {@code inscription}. */
    public static Block seal(Box box, String inscription) {
        return new Block(Kind.SEAL, box, List.of(), List.of(), inscription);
    }

    /** A block without cells. */
    public Block(Kind kind, Box box, List<Integer> lines) {
        this(kind, box, lines, List.of());
    }

    Block turned(int degrees, double width, double height) {
        return new Block(
                kind,
                Quad.of(box).turned(degrees, width, height).box(),
                lines,
                cells.stream()
                        .map(cell -> new Cell(
                                cell.row(),
                                cell.column(),
                                cell.rows(),
                                cell.columns(),
                                Quad.of(cell.box())
                                        .turned(degrees, width, height)
                                        .box(),
                                cell.lines()))
                        .toList(),
                inscription);
    }

    /** The highest place of a line that is named, -1 without lines. */
    int last() {
        int last = lines.isEmpty() ? -1 : lines.getLast();
        for (Cell cell : cells) {
            last = cell.lines().isEmpty() ? last : Math.max(last, cell.lines().getLast());
        }
        return last;
    }
}
