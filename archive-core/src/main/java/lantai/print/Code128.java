package lantai.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bar code that every hand scanner reads (Code 128, ISO/IEC 15417), in its set B: printable ASCII. The dot of reference codes is
 * not in it and is written as a full stop, which the archive reads as the same.
 *
 * @param text what a scanner tells
 * @param widths of bars and gaps in turn, in modules, beginning with a bar
 */
public record Code128(String text, List<Integer> widths) {
    private static final int START_B = 104;
    private static final int STOP = 106;
    private static final int PRIME = 103;
    private static final String[] PATTERNS =
            ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 "
                            + "113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 "
                            + "322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 "
                            + "112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 "
                            + "312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 "
                            + "122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 "
                            + "124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 "
                            + "113141 114131 311141 411131 211412 211214 211232 2331112")
                    .split(" ", -1);

    public Code128 {
        widths = List.copyOf(widths);
    }

    /** {@return the bar code of a reference code; nothing when it has characters that bar codes have not} */
    public static Optional<Code128> of(String code) {
        var text = code.replace('·', '.');
        if (text.isEmpty() || !text.chars().allMatch(letter -> letter >= ' ' && letter < 127)) {
            return Optional.empty();
        }
        var widths = new ArrayList<Integer>();
        var sum = START_B;
        add(widths, START_B);
        for (var i = 0; i < text.length(); i++) {
            var value = text.charAt(i) - ' ';
            sum += value * (i + 1);
            add(widths, value);
        }
        add(widths, sum % PRIME);
        add(widths, STOP);
        return Optional.of(new Code128(text, widths));
    }

    /** {@return how many modules wide it is, without the quiet zones} */
    public int modules() {
        return widths.stream().mapToInt(Integer::intValue).sum();
    }

    private static void add(List<Integer> widths, int value) {
        PATTERNS[value].chars().forEach(digit -> widths.add(digit - '0'));
    }
}
