package lantai.print;

import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of a table, handed over one after the other, so that a table of a hundred thousand rows need not be kept whole. May be
 * good for one walk only.
 */
@FunctionalInterface
public interface Rows {
    /** Hands over every row; it has as many cells as the table has columns. */
    void each(Consumer<List<String>> row);
}
