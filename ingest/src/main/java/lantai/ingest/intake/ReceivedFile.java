package lantai.ingest.intake;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.reader.FileKind;

/**
 * One file as delivered.
 *
 * @param path its name with the folders it came in, parted by {@code /}
 * @param reason why it is in quarantine: the code of a reading state
 * @param seenBefore whether the same bytes had been received before
 * @param kind its family, once checked
 * @param pageCount pages, once checked; 0 for kinds without pages
 * @param pagesRead pages whose text is known
 * @param metadata what the sender said, and what the file says of itself
 * @param attempts how often reading was begun
 */
public record ReceivedFile(
        UUID id,
        UUID batchId,
        String path,
        String sha256,
        long size,
        Step step,
        Optional<String> reason,
        boolean seenBefore,
        String mime,
        String puid,
        String formatName,
        FileKind kind,
        int pageCount,
        int pagesRead,
        Map<String, String> metadata,
        int attempts,
        Instant receivedAt) {
    static final String VIRUS_SCAN = "virus-scan";

    public ReceivedFile {
        metadata = Map.copyOf(metadata);
    }

    /** {@return what the virus scanner said when it would not let the file pass} */
    public Optional<String> scanFinding() {
        return Optional.ofNullable(metadata.get(VIRUS_SCAN));
    }

    /** {@return the name without folders} */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@return the folders without the name, or empty} */
    public String folder() {
        var slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
