package lantai.exchange;

import java.nio.file.Path;
import java.util.Map;

/**
 * One file of a package that goes to the inbox.
 *
 * @param file where it lies, perhaps in a zip file
 * @param path its name with folders, parted by {@code /}
 * @param said what the package says of it, by the names below
 */
public record InboundFile(Path file, String path, Map<String, String> said) {
    /** Before the code of an element of the description, or of a field that is proposed. */
    public static final String DESCRIBED = "described:";

    /** Before what a bag says of itself. */
    public static final String BAG = "bag-info:";

    /** The name of the package. */
    public static final String PACKAGE = "package:name";

    /** What names the record in its package; files with the same one are one record. */
    public static final String RECORD = "package:record";

    /** The place of the file in its record, five digits. */
    public static final String ORDINAL = "package:ordinal";

    public InboundFile {
        said = Map.copyOf(said);
    }
}
