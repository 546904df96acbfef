package lantai.ingest.scan;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One page of one received file.
 *
 * @param page from 1
 */
public record PageRef(UUID file, int page) {
    /** What a sender says of a file that takes the place of a page: {@code FILE/PAGE}. */
    public static final String RESCAN_OF = "rescan-of";

    private static final Pattern SHAPE =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([1-9][0-9]{0,4})");

    /** {@return the page that a file is to replace, by what its sender said of it} */
    public static Optional<PageRef> replaced(Map<String, String> metadata) {
        var said = SHAPE.matcher(metadata.getOrDefault(RESCAN_OF, ""));
        return said.matches()
                ? Optional.of(new PageRef(UUID.fromString(said.group(1)), Integer.parseInt(said.group(2))))
                : Optional.empty();
    }
}
