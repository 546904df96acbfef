package lantai.storage;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One reading of everything that is stored at one location.
 *
 * @param expected how many objects the ledger knew when it began
 * @param objects how many have been read
 * @param sm3Files how many of the files were read through SM3 as well
 * @param found how many faults have been found
 * @param unmended how many of them were not made good again
 * @param report the OCFL id of the report, once it is done
 */
public record Scrub(
        UUID id,
        String location,
        OffsetDateTime startedAt,
        Optional<OffsetDateTime> endedAt,
        OffsetDateTime touchedAt,
        long expected,
        long objects,
        long files,
        long bytes,
        long sm3Files,
        long found,
        long unmended,
        String report) {
    /**
     * Something that was found.
     *
     * @param fault a constant of the kinds of faults
     * @param path in the object's folder; empty for the whole object
     * @param mended whether it was made good again from another copy
     */
    public record Finding(
            String objectId, String path, String fault, String detail, OffsetDateTime at, boolean mended) {}

    /** {@return whether it has come to its end} */
    public boolean isDone() {
        return endedAt.isPresent();
    }

    /** A reading with what was found. */
    public record Report(Scrub scrub, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        /** {@return whether nothing is wrong, or all of it was made good again} */
        public boolean ok() {
            return findings.stream().allMatch(Finding::mended);
        }
    }
}
