package lantai.ingest.propose;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as printed: 2025年3月12日, 二〇二五年三月十二日, 2025-03-12, 2025.3.12, 20250312; letters that resemble digits are
 * forgiven.
 *
 * @param span where it is printed
 * @param day the day; the first of the month when only the month is printed; empty when the calendar has no such day, as with
 *     2024年2月30日
 * @param value the day as ISO 8601, or what is printed in plain digits when there is no such day
 * @param isWholeDay whether the day is printed
 */
record PrintedDate(Span span, Optional<LocalDate> day, String value, boolean isWholeDay) {
    private static final int LONGEST_MONTH = 31;
    private static final String DIGIT = "[0-9OoQlI|〇○]";
    private static final String YEAR = "([12lIZ|]" + DIGIT + "{3})";
    private static final String START = "(?<![0-9A-Za-z.,])";
    private static final String CHINESE = "一二三四五六七八九";
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile(
                    START + YEAR + " ?[年午] ?(" + DIGIT + "{1,2}) ?[月且] ?(" + DIGIT + "{1,2})(?:[日号曰口]|(?![0-9]))"),
            Pattern.compile(
                    "([一二][" + CHINESE + "〇○零Oo0]{3})年([" + CHINESE + "十]{1,3})月([" + CHINESE + "十廿卅]{1,3})[日号]?"),
            Pattern.compile(START + YEAR + "[-./·、](" + DIGIT + "{1,2})[-./·、](" + DIGIT + "{1,2})(?![0-9])"),
            // a time of day that was read without the blank before it
            Pattern.compile(START + YEAR + "[-./](\\d{2})[-./](\\d{2})(?=[0-2]\\d[:.][0-5]\\d)"),
            Pattern.compile(
                    "(?<![0-9A-Za-z.,-])((?:19|20)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?![0-9A-Za-z.,-])"),
            Pattern.compile(START + YEAR + " ?[年午] ?(" + DIGIT + "{1,2}) ?[月且]()(?! ?" + DIGIT + "{1,2}[日号])"),
            Pattern.compile("([一二][" + CHINESE + "〇○零Oo0]{3})年([" + CHINESE + "十]{1,3})月()"));

    /** {@return the dates in a text in their order, none overlapping another} */
    static List<PrintedDate> in(Span text) {
        return read(text).stream().filter(date -> date.day.isPresent()).toList();
    }

    /** {@return the dates in a text, also those that the calendar does not have} */
    static List<PrintedDate> read(Span text) {
        var found = new ArrayList<PrintedDate>();
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text.text());
            while (matcher.find()) {
                Span span = text.part(matcher.start(), matcher.end());
                boolean taken = found.stream().anyMatch(other -> other.span.overlaps(span));
                if (!taken) {
                    date(matcher, span).ifPresent(found::add);
                }
            }
        }
        found.sort(Comparator.comparingInt(date -> date.span.from()));
        return found;
    }

    /** {@return the day itself} */
    LocalDate date() {
        return day.orElseThrow();
    }

    private static Optional<PrintedDate> date(Matcher matcher, Span span) {
        String dayText = matcher.group(3);
        try {
            int year = number(matcher.group(1));
            int month = number(matcher.group(2));
            int day = dayText.isEmpty() ? 1 : number(dayText);
            if (year < 1900 || year >= 2100 || month < 1 || month > 12 || day < 1 || day > LONGEST_MONTH) {
                return Optional.empty();
            }
            return Optional.of(
                    day > YearMonth.of(year, month).lengthOfMonth()
                            ? new PrintedDate(span, Optional.empty(), "%d年%d月%d日".formatted(year, month, day), true)
                            : of(span, LocalDate.of(year, month, day), !dayText.isEmpty()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static PrintedDate of(Span span, LocalDate day, boolean whole) {
        return new PrintedDate(span, Optional.of(day), day.toString(), whole);
    }

    private static int number(String text) {
        boolean chinese = text.codePoints().anyMatch(c -> CHINESE.indexOf(c) >= 0 || "十廿卅".indexOf(c) >= 0);
        if (!chinese) {
            return Integer.parseInt(LookAlike.digits(text));
        }
        if (text.length() == 4) {
            var year = new StringBuilder();
            text.chars().forEach(c -> year.append(Math.max(0, CHINESE.indexOf(c) + 1)));
            return Integer.parseInt(year.toString());
        }
        String plain = text.replace("廿", "二十").replace("卅", "三十");
        int ten = plain.indexOf('十');
        if (ten < 0) {
            return CHINESE.indexOf(plain.charAt(0)) + 1;
        }
        int tens = ten == 0 ? 1 : CHINESE.indexOf(plain.charAt(0)) + 1;
        int ones = ten + 1 < plain.length() ? CHINESE.indexOf(plain.charAt(ten + 1)) + 1 : 0;
        return tens * 10 + ones;
    }
}
