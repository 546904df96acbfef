package lantai.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What remains of a destroyed record, for ever. Its reference code and page numbers are never used again.
 *
 * @param item the id it had
 * @param period code of the term it had
 * @param reason the group's opinion
 * @param list the destruction list
 * @param listNumber the number of that list
 */
public record Tombstone(
        UUID item,
        String referenceCode,
        String title,
        int year,
        String period,
        Optional<LocalDate> dated,
        int pageCount,
        String reason,
        UUID list,
        String listNumber,
        Instant destroyedAt) {}
