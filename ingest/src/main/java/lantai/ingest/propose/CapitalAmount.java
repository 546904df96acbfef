package lantai.ingest.propose;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sums of money in capital numerals (大写金额), for example 壹万捌仟陆佰肆拾贰元叁角伍分. */
final class CapitalAmount {
    private static final String DIGIT = "零〇壹贰叁肆伍陆柒捌玖两一二三四五六七八九貳贰弍弐參参叄弎陸";

    /** A run of numerals that names yuan; plain ones and old forms may stand among the capital ones, as readers mix them. */
    static final Pattern PATTERN = Pattern.compile("(?=[^元圆圓]{0,29}[壹贰叁肆伍陆柒捌玖拾佰仟貳參参叄弎陸])["
            + DIGIT
            + "拾佰仟万亿億萬十百千]{1,30}[元圆圓](?:["
            + DIGIT
            + "]角)?(?:零?["
            + DIGIT
            + "]分)?[整正]?");

    private static final String NUMERALS = "[" + DIGIT + "拾佰仟万亿億萬十百千元圆圓角分整正]+";
    private static final Pattern GOES_ON = Pattern.compile(NUMERALS);
    private static final Pattern BROKEN_OFF = Pattern.compile(NUMERALS + "$");

    private static final String VARIANTS = "〇两一二三四五六七八九貳弍弐參参叄弎陸億萬十百千圆圓";
    private static final String STANDARD = "零贰壹贰叁肆伍陆柒捌玖贰贰贰叁叁叁叁陆亿万拾佰仟元元";

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

    private CapitalAmount() {}

    /**
     * {@return whether nothing is missing before a run that begins in a text} One that begins with ten and stands behind a
     * character that introduces no sum has lost its first numeral in reading.
     */
    static boolean isWhole(String text, int start) {
        return "拾十".indexOf(text.charAt(start)) < 0
                || start == 0
                || !Character.isIdeographic(text.charAt(start - 1))
                || "币写计额为共民款".indexOf(text.charAt(start - 1)) >= 0;
    }

    /** {@return whether a text that ends in numerals may go on with another that is nothing else} */
    static boolean goesOn(String text, String next) {
        return GOES_ON.matcher(next).matches()
                && BROKEN_OFF.matcher(text).find()
                && "整正分".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    /** {@return the sum in yuan with two decimals, or nothing when the numerals do not make a number} */
    static Optional<BigDecimal> value(String capitals) {
        String text = standard(capitals);
        if ("佰仟万亿".indexOf(text.charAt(0)) >= 0) {
            return Optional.empty();
        }
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

    private static String standard(String capitals) {
        var text = new StringBuilder(capitals.length());
        capitals.chars().forEach(c -> {
            int at = VARIANTS.indexOf(c);
            text.append(at < 0 ? (char) c : STANDARD.charAt(at));
        });
        return text.toString();
    }

    private static int before(String text, char unit) {
        int at = text.indexOf(unit);
        return at < 1 ? 0 : Math.max(0, DIGITS.indexOf(text.charAt(at - 1)));
    }
}
