package lantai.print;

import java.util.List;

/**
 * A list to be printed: what it is called, its columns and rows, and what stands below it.
 *
 * @param title over the list, on the first page
 * @param line one line below the title, for example number and date; may be empty
 * @param rows as many cells as there are columns
 * @param notes below the list, one a line, for example who signed
 * @param foot of each page, with {@code %d} for the page and for the number of pages
 */
public record Table(
        String title, String line, List<Column> columns, List<List<String>> rows, List<String> notes, String foot) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        var width = columns.size();
        if (columns.isEmpty() || rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("rows that do not have the " + width + " cells of the columns");
        }
    }
}
