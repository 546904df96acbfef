package lantai.ingest.reader.child;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lantai.ingest.reader.ReadingState;

/** The rows of a table on their way out of a reader. Blank rows are left out; a table beyond the limits is refused. */
final class RowsFile implements AutoCloseable {
    static final int MOST_ROWS = 300_000;
    static final int MOST_COLUMNS = 256;
    static final int LONGEST_CELL = 8_000;

    private final JsonGenerator out;
    private int rows;
    private int columns;

    RowsFile(Path file) throws IOException {
        out = new JsonFactory().createGenerator(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        out.setRootValueSeparator(null);
    }

    /**
     * Adds a row.
     *
     * @param number as the program that made the table shows it, from 1
     */
    void add(int number, List<String> cells) throws IOException, Unreadable {
        var width = width(cells);
        if (width == 0) {
            return;
        }
        if (++rows > MOST_ROWS) {
            throw new Unreadable(ReadingState.TOO_LARGE, "more than " + MOST_ROWS + " rows");
        }
        if (width > MOST_COLUMNS) {
            throw new Unreadable(ReadingState.TOO_LARGE, "more than " + MOST_COLUMNS + " columns in row " + number);
        }
        columns = Math.max(columns, width);
        out.writeStartArray();
        out.writeString(Integer.toString(number));
        for (var cell : cells.subList(0, width)) {
            if (cell.length() > LONGEST_CELL) {
                throw new Unreadable(
                        ReadingState.TOO_LARGE, "a cell of more than " + LONGEST_CELL + " letters in row " + number);
            }
            out.writeString(cell);
        }
        out.writeEndArray();
        out.writeRaw('\n');
    }

    /** How many cells there are up to the last that is not blank. */
    private static int width(List<String> cells) {
        var width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
