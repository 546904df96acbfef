package lantai.description;

import java.time.Instant;

/**
 * One version of a description.
 *
 * @param number the version of the record from which it held; numbers grow but are not without gaps, because a renumbering
 *     counts as well
 * @param reason why it was written; empty for what the record said when it was filed
 * @param objectVersion the version of the OCFL object that holds it; 0 while it is still being written there
 */
public record DescriptionVersion(
        long number, Description description, String writtenBy, Instant writtenAt, String reason, int objectVersion) {}
