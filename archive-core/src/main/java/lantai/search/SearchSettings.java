package lantai.search;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How an index works.
 *
 * @param bufferMegabytes memory for changes not yet written, in MiB, at least 4
 * @param spellings abbreviations and look-alike characters that searching knows
 * @param personalNumberHash the keyed hash of a personal number, as text; the same for the same number for as long as
 *     the index lives
 * @param personByNumber who has a personal number, where that is known: his items are found by it also when it stands on
 *     none of their pages
 * @param mask gives what hides further numbers in the texts of hits; asked for once a search, and it keeps lengths
 * @param tolerantBelow similar items are looked for when fewer exact ones than this are found; 0 for never
 */
public record SearchSettings(
        double bufferMegabytes,
        Spellings spellings,
        UnaryOperator<String> personalNumberHash,
        Function<String, Optional<UUID>> personByNumber,
        Supplier<UnaryOperator<String>> mask,
        int tolerantBelow) {

    public SearchSettings {
        if (!(bufferMegabytes >= 4)) {
            throw new IllegalArgumentException("not a buffer size: " + bufferMegabytes + " MiB, expected at least 4");
        }
    }

    /** The usual settings with this hash. */
    public static SearchSettings of(UnaryOperator<String> personalNumberHash) {
        return new SearchSettings(
                64, Spellings.standard(), personalNumberHash, _ -> Optional.empty(), UnaryOperator::identity, 5);
    }

    /** The same settings with this knowledge of who has a personal number. */
    public SearchSettings withPersons(Function<String, Optional<UUID>> byNumber) {
        return new SearchSettings(bufferMegabytes, spellings, personalNumberHash, byNumber, mask, tolerantBelow);
    }

    /** The same settings with this mask. */
    public SearchSettings withMask(Supplier<UnaryOperator<String>> newMask) {
        return new SearchSettings(
                bufferMegabytes, spellings, personalNumberHash, personByNumber, newMask, tolerantBelow);
    }
}
