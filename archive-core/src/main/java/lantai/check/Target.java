package lantai.check;

import java.util.Optional;
import java.util.UUID;
import lantai.problem.Malformed;

/**
 * What a check looks at.
 *
 * @param subject the record, the batch or the list
 * @param fonds of a part of the archive, empty for all
 * @param category of a part of the archive, its code, empty for all
 * @param year of a part of the archive
 * @param every of a part of the archive one record in so many, 1 for all
 */
public record Target(
        Kind kind, Optional<UUID> subject, String fonds, String category, Optional<Integer> year, int every) {
    /** The kinds of targets. */
    public enum Kind {
        /** One record. */
        ITEM,
        /** What came in together. */
        BATCH,
        /** A part of the archive, or all of it. */
        PART,
        /** What is on one transfer list. */
        TRANSFER
    }

    /**
     * Checks what was asked for.
     *
     * @throws Malformed when a part is not described by a fonds number, a category, a year and a share of 1 to 1000
     */
    public Target {
        if (kind == Kind.PART
                && (every < 1
                        || every > 1000
                        || !fonds.matches("|[A-Z][A-Z0-9]{3}")
                        || !category.matches("|[A-Z]{2}")
                        || year.filter(wanted -> wanted < 1900 || wanted > 2200).isPresent())) {
            throw new Malformed(CheckProblem.PART_MALFORMED);
        }
        if (subject.isPresent() == (kind == Kind.PART)) {
            throw new IllegalArgumentException(kind + " with subject " + subject);
        }
    }

    /** {@return one record} */
    public static Target item(UUID item) {
        return new Target(Kind.ITEM, Optional.of(item), "", "", Optional.empty(), 1);
    }

    /** {@return a batch} */
    public static Target batch(UUID batch) {
        return new Target(Kind.BATCH, Optional.of(batch), "", "", Optional.empty(), 1);
    }

    /** {@return what is on a transfer list} */
    public static Target transfer(UUID list) {
        return new Target(Kind.TRANSFER, Optional.of(list), "", "", Optional.empty(), 1);
    }

    /** {@return a part of the archive} */
    public static Target part(String fonds, String category, Optional<Integer> year, int every) {
        return new Target(Kind.PART, Optional.empty(), fonds, category, year, every);
    }
}
