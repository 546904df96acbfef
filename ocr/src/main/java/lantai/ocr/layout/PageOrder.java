package lantai.ocr.layout;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import lantai.ocr.Block;
import lantai.ocr.Box;

/**
 * The boxes of a page in reading order, and the tables among them.
 *
 * @param rows from top to bottom; each names its boxes from left to right
 * @param tables from top to bottom, in the level frame
 */
public record PageOrder(List<List<Integer>> rows, List<Grid> tables) {

    /**
     * A table.
     *
     * @param box around it
     * @param cells those with text, row by row
     */
    public record Grid(Box box, List<Place> cells) {

        public Grid {
            cells = List.copyOf(cells);
        }

        /**
         * The table as a part of a page, its boxes being lines.
         *
         * @param page gives the place on the page of a place in the level frame
         */
        public Block block(UnaryOperator<Box> page) {
            List<Block.Cell> parts = cells.stream()
                    .map(cell -> new Block.Cell(
                            cell.row(),
                            cell.column(),
                            cell.rows(),
                            cell.columns(),
                            page.apply(cell.box()),
                            cell.boxes().stream().sorted().toList()))
                    .toList();
            List<Integer> lines = parts.stream()
                    .flatMap(cell -> cell.lines().stream())
                    .sorted()
                    .toList();
            return new Block(Block.Kind.TABLE, page.apply(box), lines, parts);
        }

        /** The same table, its boxes named otherwise. */
        public Grid naming(IntUnaryOperator name) {
            return new Grid(
                    box,
                    cells.stream()
                            .map(cell -> new Place(
                                    cell.row(),
                                    cell.column(),
                                    cell.rows(),
                                    cell.columns(),
                                    cell.box(),
                                    cell.boxes().stream().map(name::applyAsInt).toList()))
                            .toList());
        }
    }

    /**
     * A cell of a table.
     *
     * @param row its first row, from 0
     * @param column its first column, from 0
     * @param rows how many it covers
     * @param columns how many it covers
     * @param box its inside
     * @param boxes the boxes in it
     */
    public record Place(int row, int column, int rows, int columns, Box box, List<Integer> boxes) {

        public Place {
            boxes = List.copyOf(boxes);
        }
    }

    public PageOrder {
        rows = List.copyOf(rows);
        tables = List.copyOf(tables);
    }
}
