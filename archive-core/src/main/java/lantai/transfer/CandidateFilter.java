package lantai.transfer;

import java.util.Optional;

/**
 * Which records might be handed over.
 *
 * @param fonds only of this fonds; empty for all, like the next two
 * @param category only of this category
 * @param period only with this term
 * @param fromYear only formed in this year or after
 * @param untilYear only formed in this year or before
 */
public record CandidateFilter(
        Source source,
        String fonds,
        String category,
        String period,
        Optional<Integer> fromYear,
        Optional<Integer> untilYear) {
    /** Why they are looked at. */
    public enum Source {
        /** An appraisal group has said so. */
        APPRAISED,
        /** By the rule of the house they are due. */
        DUE,
        /** Somebody looks for them in the catalogue. */
        CATALOGUE
    }

    /** {@return everything of a source} */
    public static CandidateFilter of(Source source) {
        return new CandidateFilter(source, "", "", "", Optional.empty(), Optional.empty());
    }
}
