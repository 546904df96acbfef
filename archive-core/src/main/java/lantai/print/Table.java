package lantai.print;

import java.util.List;

/**
 * A list to be printed: what it is called, its columns and rows, and what stands below it.
 *
 * @param title over the list, on the first page
 * @param line one line below the title, for example number and date; may be empty
 * @param notes below the list, one a line, for example who signed
 * @param foot of each page, with {@code %d} for the page and for the number of pages
 */
public record Table(String title, String line, List<Column> columns, Rows rows, List<String> notes, String foot) {
    public Table {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a list without columns");
        }
        var width = columns.size();
        var given = rows;
        rows = each -> given.each(row -> {
            check(width, row);
            each.accept(row);
        });
    }

    /**
     * A list whose rows are there already.
     *
     * @param rows as many cells as there are columns
     */
    public Table(
            String title, String line, List<Column> columns, List<List<String>> rows, List<String> notes, String foot) {
        this(title, line, columns, (Rows) List.copyOf(rows)::forEach, notes, foot);
        rows.forEach(row -> check(columns.size(), row));
    }

    private static void check(int width, List<String> row) {
        if (row.size() != width) {
            throw new IllegalArgumentException("a row that does not have the " + width + " cells of the columns");
        }
    }
}
