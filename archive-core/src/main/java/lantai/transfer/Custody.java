package lantai.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Who keeps a record now that this agency does not any more (保管权已移交).
 *
 * @param list the transfer list
 * @param number its number
 * @param archive the archives that keep it
 * @param on the day the medium changed hands
 * @param receipt number of their receipt, empty when it has none
 * @param since when their receipt was taken
 */
public record Custody(UUID list, String number, String archive, LocalDate on, String receipt, Instant since) {}
