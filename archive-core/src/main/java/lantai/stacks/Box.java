package lantai.stacks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.retention.RetentionPeriod;

/**
 * A box (档案盒) for one fonds, class, year and term (DA/T 22-2015; nothing else shares it).
 *
 * @param code its number as on its spine, for example {@code J057-WS·2025-D30-H003}
 * @param thickness of its spine, in millimetres
 * @param location where it stands; nothing while it has no place
 * @param remarks on its content, as written in its note (备考表)
 * @param items records in it, those in its volumes included
 * @param contents things in it: records and volumes
 * @param pages of all that lies in it
 * @param packedBy sign-in name of who packed it last (整理人)
 * @param checked who looked whether it is in order (检查人)
 */
public record Box(
        UUID id,
        String code,
        String fonds,
        Category category,
        String classCode,
        int year,
        RetentionPeriod retention,
        int thickness,
        Optional<Location> location,
        String remarks,
        int contents,
        int items,
        int pages,
        String packedBy,
        Instant packedAt,
        Optional<Checked> checked) {
    /** Who looked, and when. */
    public record Checked(String by, Instant at) {}
}
