package lantai.ingest.catalogue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One catalogue on its way into the archive.
 *
 * @param title the name of its file
 * @param reason why it was refused, or has to be looked at again; a code of the message bundles, may be empty
 * @param table what the reader found
 * @param mapping what the columns mean
 * @param rowCount rows in the table, the heading included
 * @param done rows looked at, made visible or taken out so far, as the state says
 * @param counts rows by {@link RowState}, and {@code errors} and {@code warnings}
 * @param version grows with each change by a person
 */
public record CatalogueImport(
        UUID id,
        String title,
        ImportState state,
        String reason,
        Table table,
        Mapping mapping,
        int rowCount,
        int done,
        Optional<UUID> departmentId,
        String createdBy,
        Instant createdAt,
        Instant changedAt,
        Optional<String> appliedBy,
        Optional<Instant> appliedAt,
        Map<String, Integer> counts,
        int version) {
    public CatalogueImport {
        counts = Map.copyOf(counts);
    }

    /**
     * What the reader found.
     *
     * @param form {@code xlsx} or {@code csv}
     * @param charset of a text
     * @param separator of a text
     * @param sheet of a workbook
     */
    public record Table(String form, String charset, String separator, String sheet) {}

    /** {@return how many rows are in a state} */
    public int rows(RowState rows) {
        return counts.getOrDefault(rows.name(), 0);
    }

    /** {@return how many findings hold it up} */
    public int errors() {
        return counts.getOrDefault("errors", 0);
    }

    /** {@return how many findings are only told} */
    public int warnings() {
        return counts.getOrDefault("warnings", 0);
    }

    /** {@return how far the work that goes on has come, in percent} */
    public int percent() {
        return rowCount == 0 ? 0 : (int) Math.min(100, 100L * done / rowCount);
    }
}
