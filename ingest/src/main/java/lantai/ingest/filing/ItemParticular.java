package lantai.ingest.filing;

import java.util.Optional;
import lantai.ingest.propose.Evidence;

/**
 * One particular of a filed record.
 *
 * @param code of the rule {@code particulars}
 * @param value normalised
 * @param confidence 0 to 1; 1 where a person has said so
 * @param confirmed whether a person has said so
 * @param place where it was read; empty when a person gave it or the record has no pages
 */
public record ItemParticular(
        String code, String value, double confidence, boolean confirmed, Optional<Evidence> place) {}
