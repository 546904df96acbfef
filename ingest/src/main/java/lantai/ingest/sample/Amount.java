package lantai.ingest.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Sums of money as forms show them, in yuan with two decimals, up to 9 999 999 999 999.99. */
final class Amount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    private Amount() {}

    static BigDecimal of(String yuan) {
        return new BigDecimal(yuan).setScale(2, RoundingMode.HALF_UP);
    }

    /** {@return for example 18,642.35} */
    static String digits(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }

    /** {@return the amount in words (大写), for example 壹万捌仟陆佰肆拾贰元叁角伍分} */
    static String words(BigDecimal amount) {
        var cents = amount.movePointRight(2).longValueExact();
        var yuan = cents / 100;
        var tenths = (int) (cents % 100 / 10);
        var hundredths = (int) (cents % 10);
        var words = new StringBuilder(yuan > 0 || cents == 0 ? whole(yuan) + "元" : "");
        if (tenths == 0 && hundredths == 0) {
            return words.append("整").toString();
        }
        if (tenths > 0) {
            words.append(DIGITS.charAt(tenths)).append('角');
        } else if (!words.isEmpty()) {
            words.append('零');
        }
        return hundredths > 0
                ? words.append(DIGITS.charAt(hundredths)).append('分').toString()
                : words.append('整').toString();
    }

    private static String whole(long yuan) {
        if (yuan == 0) {
            return "零";
        }
        var words = new StringBuilder();
        var digits = Long.toString(yuan);
        var zero = false;
        for (var i = 0; i < digits.length(); i++) {
            var place = digits.length() - 1 - i;
            var digit = digits.charAt(i) - '0';
            if (digit == 0) {
                zero = true;
            } else {
                words.append(zero ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place % 4]);
                zero = false;
            }
            if (place % 4 == 0 && place > 0 && !isEmptyGroup(digits, place)) {
                words.append(GROUPS[place / 4]);
            }
        }
        return words.toString();
    }

    /** Four zeros have no name of their own: 100 000 000 is 壹亿, not 壹亿万. */
    private static boolean isEmptyGroup(String digits, int place) {
        var end = digits.length() - place;
        return digits.substring(Math.max(0, end - 4), end).chars().allMatch(digit -> digit == '0');
    }
}
