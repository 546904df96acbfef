package lantai.disposal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One task of an appraisal group.
 *
 * @param items how many records it is about
 * @param decided how many of them have an opinion
 * @param openedBy sign-in name
 * @param list the destruction list that came of it
 */
public record Appraisal(
        UUID id,
        String title,
        AppraisalState state,
        Instant openedAt,
        String openedBy,
        int items,
        int decided,
        Optional<UUID> list) {}
