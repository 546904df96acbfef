package lantai.ingest.reader;

import java.util.List;

/**
 * What a thorough look at one file gave.
 *
 * @param reading what the file is and how far it could be read
 * @param parts how many pages were drawn, or sounds decoded
 * @param fault what is wrong with the next one, or with the end of the file; empty when nothing is
 * @param undecodable why nothing was drawn or decoded here, empty when it was
 * @param signatures its electronic signatures and seals
 */
public record Examination(
        Reading reading, int parts, String fault, String undecodable, List<SignatureFinding> signatures) {
    public Examination {
        signatures = List.copyOf(signatures);
    }

    /** {@return that nothing was looked at but what the reading says} */
    public static Examination of(Reading reading) {
        return new Examination(reading, 0, "", "not examined", List.of());
    }
}
