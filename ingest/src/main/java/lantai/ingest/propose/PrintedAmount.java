package lantai.ingest.propose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums of money in digits, in yuan. */
final class PrintedAmount {
    /** A sum at the beginning of a value, perhaps behind a currency sign or words; group 1 is the number. */
    static final Pattern AT_START = Pattern.compile("^(?:\\((?:大写|小写|元)\\)|小写|人民币|RMB|[:¥Y￥$*]|\\(¥\\)|CNY){0,4}"
            + "([0-9OolI|]{1,3}(?:[,.，]{1,2}[0-9OolI|]{3})+(?:[.,][0-9OolI|]{1,2})?|[0-9]{1,3}(?: [0-9]{3})+\\.[0-9]{2}|[0-9]{1,3}(?:、[0-9]{3})+\\.[0-9]{2}|[0-9][0-9OolI|]{0,11}(?:[.,][0-9OolI|]{1,2})?)"
            + "(?![0-9A-Za-z年月日岁人天次项万亿%％:-]|/\\d|\\.\\d)");

    /** A sum within words, told by its unit or currency sign. */
    private static final Pattern IN_WORDS =
            Pattern.compile("(?<![0-9.,])([0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]{1,2})?|[0-9]{1,9}(?:\\.[0-9]{1,2})?)(?=元)"
                    + "|(?<=[¥￥])([0-9][0-9,]{0,11}(?:\\.[0-9]{1,2})?)(?![0-9A-Za-z%])");

    private PrintedAmount() {}

    /** {@return the sum that a value begins with} */
    static Optional<Span> first(Span value) {
        Matcher matcher = AT_START.matcher(value.text());
        return matcher.find() ? Optional.of(value.part(matcher.start(1), matcher.end(1))) : Optional.empty();
    }

    /** {@return the sum within the words of a value, if it is the only one} */
    static Optional<Span> only(Span value) {
        Matcher matcher = IN_WORDS.matcher(value.text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        Span span = value.part(matcher.start(), matcher.end());
        return matcher.find() ? Optional.empty() : Optional.of(span);
    }

    /**
     * The value with two decimals. Points and commas are told apart by what follows: the last one before one or two digits
     * is the decimal point.
     */
    static BigDecimal value(String printed) {
        String text =
                LookAlike.digits(printed).replace('，', ',').replace('、', ',').replace(" ", "");
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        boolean decimals = last >= 0 && text.length() - last - 1 <= 2;
        String whole = (decimals ? text.substring(0, last) : text).replaceAll("[.,]", "");
        String part = decimals ? text.substring(last + 1) : "0";
        return new BigDecimal(whole + '.' + part).setScale(2, RoundingMode.UNNECESSARY);
    }
}
