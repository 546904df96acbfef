package lantai.photo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.retention.RetentionPeriod;

/**
 * A photo group (照片组, DA/T 50-2014): the photos of one event. Which photos are its own is told by their codes, which begin with
 * the group's; so no photo can be in two groups, and a renumbered photo has left its group.
 *
 * @param code its reference code, for example {@code J057-ZP·2025-Y-0003}
 * @param photos how many photos it has; destroyed ones are not counted
 * @param first date of its earliest photo
 * @param version grows with each change of what is said of it
 */
public record PhotoGroup(
        UUID id,
        String code,
        String fonds,
        Category category,
        String classCode,
        int year,
        RetentionPeriod retention,
        int number,
        PhotoWords words,
        int photos,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        String formedBy,
        Instant formedAt,
        long version) {}
