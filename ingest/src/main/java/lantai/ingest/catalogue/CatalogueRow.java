package lantai.ingest.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One row that was looked at.
 *
 * @param row as the program that made the table shows it
 * @param item the entry it becomes, or the record that the archive has already
 * @param change by field what the archive says and what the row says, when they differ
 */
public record CatalogueRow(
        int row,
        RowState state,
        Optional<UUID> item,
        String referenceCode,
        String title,
        Map<CatalogueField, List<String>> change) {
    public CatalogueRow {
        change = Map.copyOf(change);
    }
}
