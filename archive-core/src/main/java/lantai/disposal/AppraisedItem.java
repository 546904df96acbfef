package lantai.disposal;

import java.util.Optional;
import java.util.UUID;

/**
 * One record before an appraisal group.
 *
 * @param title empty once it is destroyed
 * @param period code of the term it has
 * @param opinion once there is one
 * @param term what belongs to the opinion: the longer term's code, or the number of years; empty for the others
 * @param decidedBy sign-in name
 */
public record AppraisedItem(
        UUID id,
        String referenceCode,
        String title,
        int year,
        String period,
        int pageCount,
        Optional<Opinion> opinion,
        String term,
        String reason,
        String decidedBy) {}
