package lantai.search;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The terms by which personal numbers are found: the keyed hash of the whole number, and of its last four characters
 * together with a name.
 */
final class NumberKeys {
    private final UnaryOperator<String> hash;

    NumberKeys(UnaryOperator<String> hash) {
        this.hash = hash;
    }

    String whole(String number) {
        return hash.apply(number);
    }

    String lastFour(String name, String lastFour) {
        return hash.apply(Letters.of(name).text() + ' ' + lastFour.toUpperCase(Locale.ROOT));
    }
}
