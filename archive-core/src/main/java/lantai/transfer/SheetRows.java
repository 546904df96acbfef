package lantai.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes the rows out of a table from outside, in a process of its own. */
public interface SheetRows {
    /** {@return the rows with their cells as text, the heading first; nothing when it is no table that can be read} */
    Optional<List<List<String>>> read(Path file, String name);
}
