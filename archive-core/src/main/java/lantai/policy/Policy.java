package lantai.policy;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of one rule of the house.
 *
 * @param name which rule, for example {@code document-kinds}
 * @param version from 1
 * @param content the rule as JSON
 * @param effectiveOn the first day it holds, in the agency's time zone
 * @param writtenBy sign-in name of the author, {@code system} for what the archive came with
 * @param writtenAt when it became a version
 * @param submittedBy who submitted it; empty for what the archive came with
 * @param approvedBy who approved it; empty for what the archive came with
 * @param reason why the rule was changed; empty for what the archive came with
 */
public record Policy(
        String name,
        int version,
        String content,
        LocalDate effectiveOn,
        String writtenBy,
        Instant writtenAt,
        String submittedBy,
        String approvedBy,
        String reason) {}
