package lantai.web.report;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers of a form. */
final class Numbers {
    private Numbers() {}

    /** {@return the number with a comma between thousands and without empty decimals; nothing for nothing} */
    static String written(Optional<BigDecimal> value) {
        return value.map(number -> {
                    var plain = number.stripTrailingZeros();
                    return String.format(java.util.Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
                })
                .orElse("");
    }
}
