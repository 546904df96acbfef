package lantai.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lantai.person.IdNumber;

/**
 * Finds identity numbers in running text, also with full-width digits, with blanks or hyphens between the digits, or in
 * the middle of a longer run of digits; and those that are masked already.
 */
public final class PersonalNumbers {
    private static final int LENGTH = 18;
    private static final int HIDDEN_FROM = 6;
    private static final int HIDDEN_TO = 14;
    private static final int WIDEST_GAP = 2;
    private static final Pattern MASKED = Pattern.compile("\\d{6}\\*{8}\\d{3}[\\dX]");

    /**
     * What looks like a number of today (18 places) or of the time before 1999 (15 places, GB 11643-1989) and has a
     * possible birth date, whether or not the check digit was read right; or is partly hidden by stars.
     */
    private static final Pattern LIKE = Pattern.compile("(?<![0-9])[1-9][0-9]{5}(?:"
            + "(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9x]"
            + "|[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}"
            + ")(?![0-9])|[0-9]{3,10}\\*{4,12}[0-9]{2,6}[0-9x](?![0-9])");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9*])[\\s-]{1,2}(?=[0-9*x])");

    private PersonalNumbers() {}

    /**
     * A number in a text.
     *
     * @param start its first char
     * @param end after its last char
     * @param number the 18 characters, capital X; with eight stars inside when it was masked already
     */
    record Found(int start, int end, String number) {

        boolean masked() {
            return number.charAt(HIDDEN_FROM) == '*';
        }

        String lastFour() {
            return number.substring(HIDDEN_TO);
        }
    }

    /** {@return the text with the birth date of each number replaced by stars, as long as before} */
    public static String masked(String text) {
        return mask(text, find(text));
    }

    /**
     * Whether an identity number may stand in a text. Says yes rather too often: also to one whose check digit was misread,
     * to one of 15 digits and to one that is masked.
     */
    public static boolean mayBeIn(String text) {
        var folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            folded.setCharAt(i, Fold.of(folded.charAt(i)));
        }
        return LIKE.matcher(folded).find()
                || LIKE.matcher(BETWEEN_DIGITS.matcher(folded).replaceAll("")).find()
                || !find(text).isEmpty();
    }

    /** {@return the numbers in a text, ascending, apart from each other} */
    static List<Found> find(String text) {
        var found = new ArrayList<Found>();
        for (int i = 0; i <= text.length() - LENGTH; i++) {
            var number = isDigit(Fold.of(text.charAt(i))) ? at(text, i) : Optional.<Found>empty();
            if (number.isPresent()) {
                found.add(number.get());
                i = number.get().end() - 1;
            }
        }
        return found;
    }

    /** {@return the text with the birth dates of the numbers replaced by stars, as long as before} */
    static String mask(String text, List<Found> numbers) {
        if (numbers.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder(text);
        for (var number : numbers) {
            int digit = 0;
            for (int i = number.start(); i < number.end(); i++) {
                if (isSeparator(Fold.of(text.charAt(i)))) {
                    continue;
                }
                if (digit >= HIDDEN_FROM && digit < HIDDEN_TO) {
                    masked.setCharAt(i, '*');
                }
                digit++;
            }
        }
        return masked.toString();
    }

    private static Optional<Found> at(String text, int start) {
        var number = new StringBuilder(LENGTH);
        int gap = 0;
        int end = start;
        for (int i = start; i < text.length() && number.length() < LENGTH; i++) {
            char c = Fold.of(text.charAt(i));
            if (isDigit(c) || c == '*' || (c == 'x' && number.length() == LENGTH - 1)) {
                number.append(c == 'x' ? 'X' : c);
                gap = 0;
                end = i + 1;
            } else if (!isSeparator(c) || ++gap > WIDEST_GAP) {
                return Optional.empty();
            }
        }
        return isNumber(number) ? Optional.of(new Found(start, end, number.toString())) : Optional.empty();
    }

    private static boolean isNumber(CharSequence text) {
        if (text.length() != LENGTH) {
            return false;
        }
        return text.charAt(HIDDEN_FROM) == '*'
                ? MASKED.matcher(text).matches()
                : IdNumber.parse(text.toString()).isPresent();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSeparator(char c) {
        return c == '-' || Character.isWhitespace(c);
    }
}
