package lantai.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A citizen's identity number (公民身份号码, GB 11643): six digits of region, eight of the birth date, three of sequence
 * and a check digit, which may be {@code X}.
 *
 * <p>The region is not looked up, so that invented numbers of the unassigned region 990101 are valid. The text is
 * personal data: {@link #toString()} shows it masked.
 *
 * @param text 18 characters, digits and perhaps a last capital X
 */
public record IdNumber(String text) {
    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    public IdNumber {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not an identity number: " + text.length()
                    + " characters, expected 18 with a birth date and" + " the fitting check digit");
        }
    }

    /** {@return the number in a text as typed or read: blanks are dropped, a small x is taken for X} */
    public static Optional<IdNumber> parse(String typed) {
        String text = typed.replaceAll("[\\s\\u3000]", "").toUpperCase(Locale.ROOT);
        return isValid(text) ? Optional.of(new IdNumber(text)) : Optional.empty();
    }

    /**
     * The check digit that fits 17 digits.
     *
     * @throws IllegalArgumentException when {@code body} is not 17 digits
     */
    public static char checkDigit(String body) {
        if (!Pattern.matches("\\d{17}", body)) {
            throw new IllegalArgumentException("not the body of an identity number, expected 17 digits");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    /** {@return the birth date in the number} */
    public LocalDate birthDate() {
        return birthDate(text);
    }

    /** {@return the sex in the number: odd sequences are male} */
    public Sex sex() {
        return (text.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** {@return the first six and the last four characters, the birth date hidden} */
    public String masked() {
        return text.substring(0, 6) + "********" + text.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static boolean isValid(String text) {
        if (!SHAPE.matcher(text).matches() || checkDigit(text.substring(0, 17)) != text.charAt(17)) {
            return false;
        }
        try {
            return birthDate(text).getYear() >= 1850;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate birthDate(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 6, 10, 10),
                Integer.parseInt(text, 10, 12, 10),
                Integer.parseInt(text, 12, 14, 10));
    }
}
