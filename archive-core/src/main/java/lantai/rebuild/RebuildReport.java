package lantai.rebuild;

import java.util.List;

/**
 * What was brought back.
 *
 * @param segments segments of the journal that were read
 * @param changes changes of registers that were made again
 * @param items filed records and catalogue entries
 * @param versions versions of their descriptions, those they were filed with not counted
 * @param auditEntries entries of the audit trail
 * @param differences what is not as it was
 */
public record RebuildReport(
        int segments, long changes, long items, long versions, long auditEntries, List<Difference> differences) {
    public RebuildReport {
        differences = List.copyOf(differences);
    }

    /** {@return whether everything is back} */
    public boolean ok() {
        return differences.isEmpty();
    }
}
