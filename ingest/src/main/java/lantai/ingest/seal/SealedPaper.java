package lantai.ingest.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.storage.Fixity;

/**
 * What remains known of a paper that bears the mark of a state secret. It tells nothing of its content.
 *
 * @param mark the level that stands on it, for example 机密
 * @param documents the documents under review that were made of its files
 * @param paper where the paper went, empty until that is declared
 * @param carriers where other carriers of it went, such as the scanner's disk
 * @param proof what the search for remains has found, as JSON, once there was one
 */
public record SealedPaper(
        UUID id,
        String mark,
        SealState state,
        List<UUID> documents,
        List<SealedFile> files,
        Deed sealed,
        String paper,
        String carriers,
        Optional<Deed> declared,
        Optional<Deed> confirmed,
        Optional<Instant> clearedAt,
        Optional<String> proof) {
    public SealedPaper {
        documents = List.copyOf(documents);
        files = List.copyOf(files);
    }

    /** Who did something, by sign-in name, and when. */
    public record Deed(String by, Instant at) {}

    /**
     * One file of it.
     *
     * @param name masked
     */
    public record SealedFile(UUID id, String name, Fixity fixity) {}
}
