package lantai.disposal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A record whose term has ended.
 *
 * @param period code of its term
 * @param dueOn since when it may be appraised
 */
public record DueItem(
        UUID id, String referenceCode, String title, int year, String period, LocalDate dueOn, int pageCount) {}
