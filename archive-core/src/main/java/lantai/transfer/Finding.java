package lantai.transfer;

import java.util.List;

/**
 * Why a receipt was not taken, as a sentence.
 *
 * @param row of the file, from 1; 0 for what is missing in it
 * @param code names the sentence in the message bundles, for example {@code digest-differs}
 * @param values what the sentence quotes
 */
public record Finding(int row, String code, List<String> values) {
    public Finding {
        values = List.copyOf(values);
    }

    static Finding of(int row, String code, String... values) {
        return new Finding(row, code, List.of(values));
    }
}
