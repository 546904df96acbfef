package lantai.ingest.propose;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sums of money in capital numerals (大写金额), for example 壹万捌仟陆佰肆拾贰元叁角伍分. */
final class CapitalAmount {
    /** A run of capital numerals that names yuan. */
    static final Pattern PATTERN =
            Pattern.compile("[零壹贰叁肆伍陆柒捌玖拾佰仟万亿两貳參陸億萬]{1,30}[元圆圓](?:[零壹贰叁肆伍陆柒捌玖貳參陸]角)?(?:零?[壹贰叁肆伍陆柒捌玖貳參陸]分)?[整正]?");

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

    private CapitalAmount() {}

    /** {@return the sum in yuan with two decimals, or nothing when the numerals do not make a number} */
    static Optional<BigDecimal> value(String capitals) {
        String text = capitals.replace('貳', '贰')
                .replace('參', '叁')
                .replace('陸', '陆')
                .replace('億', '亿')
                .replace('萬', '万')
                .replace('两', '贰')
                .replace('圆', '元')
                .replace('圓', '元');
        int yuan = text.indexOf('元');
        long whole = 0;
        long section = 0;
        int digit = 0;
        for (char c : text.substring(0, yuan).toCharArray()) {
            int value = DIGITS.indexOf(c);
            if (value >= 0) {
                digit = value;
                continue;
            }
            switch (c) {
                case '拾' -> section += Math.max(digit, section == 0 && digit == 0 ? 1 : digit) * 10L;
                case '佰' -> section += digit * 100L;
                case '仟' -> section += digit * 1000L;
                case '万' -> {
                    whole += (section + digit) * 10_000L;
                    section = 0;
                }
                case '亿' -> {
                    whole = (whole + section + digit) * 100_000_000L;
                    section = 0;
                }
                default -> {
                    return Optional.empty();
                }
            }
            digit = 0;
        }
        whole += section + digit;
        int cents = before(text, '角') * 10 + before(text, '分');
        return whole == 0 && cents == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(whole * 100 + cents, 2));
    }

    private static int before(String text, char unit) {
        int at = text.indexOf(unit);
        return at < 1 ? 0 : Math.max(0, DIGITS.indexOf(text.charAt(at - 1)));
    }
}
