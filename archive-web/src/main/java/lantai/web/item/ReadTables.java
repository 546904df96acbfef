package lantai.web.item;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantai.ocr.Block;
import lantai.ocr.PageText;
import lantai.print.Column;
import lantai.print.Table;

/** The tables that were read on the pages of an item, cell by cell. */
final class ReadTables {
    private ReadTables() {}

    /**
     * One table.
     *
     * @param page on which page it stands
     * @param number which one of the page, from 1
     * @param rows its cells, all rows of the same length; what spans several cells stands in the first, lines are parted by a
     *     line feed
     */
    record OneTable(int page, int number, List<List<String>> rows) {
        OneTable {
            rows = List.copyOf(rows);
        }
    }

    /** {@return the tables of a page from the top} */
    static List<OneTable> of(int page, PageText text) {
        var tables = new ArrayList<OneTable>();
        for (var block : text.blocks()) {
            if (isTable(block)) {
                tables.add(new OneTable(page, tables.size() + 1, rows(block, text)));
            }
        }
        return tables;
    }

    /** {@return whether a page has a table} */
    static boolean isOn(PageText text) {
        return text.blocks().stream().anyMatch(ReadTables::isTable);
    }

    private static boolean isTable(Block block) {
        return block.kind() == Block.Kind.TABLE && !block.cells().isEmpty();
    }

    private static List<List<String>> rows(Block block, PageText text) {
        var width = block.cells().stream()
                .mapToInt(cell -> cell.column() + cell.columns())
                .max()
                .orElse(0);
        var height = block.cells().stream()
                .mapToInt(cell -> cell.row() + cell.rows())
                .max()
                .orElse(0);
        var rows = new String[height][width];
        for (var row : rows) {
            Arrays.fill(row, "");
        }
        for (var cell : block.cells()) {
            rows[cell.row()][cell.column()] = cell.lines().stream()
                    .map(line -> text.lines().get(line).text())
                    .collect(Collectors.joining("\n"));
        }
        return Arrays.stream(rows).map(List::of).toList();
    }

    /**
     * {@return the tables of an item as one list}
     *
     * @param page the word for the page
     * @param table the word for the number of a table
     */
    static Table sheet(String title, String line, List<OneTable> tables, String page, String table) {
        var width = tables.stream()
                .flatMap(one -> one.rows().stream())
                .mapToInt(List::size)
                .max()
                .orElse(1);
        var columns = new ArrayList<>(List.of(Column.text(page, 1), Column.text(table, 1)));
        IntStream.rangeClosed(1, width).forEach(each -> columns.add(Column.text(Integer.toString(each), 3)));
        var rows = new ArrayList<List<String>>();
        for (var one : tables) {
            for (var cells : one.rows()) {
                var row = new ArrayList<>(List.of(Integer.toString(one.page()), Integer.toString(one.number())));
                row.addAll(cells);
                row.addAll(Collections.nCopies(width - cells.size(), ""));
                rows.add(row);
            }
        }
        return new Table(title, line, columns, rows, List.of(), "");
    }
}
