package lantai.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of an organisation (统一社会信用代码, GB 32100): 18 characters, the last a check character.
 *
 * @param text 18 characters of digits and capitals without I, O, S, V and Z
 */
public record CreditCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public CreditCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException(
                    "not a credit code: \"" + text + "\", expected 18 characters with the fitting check character");
        }
    }

    /** {@return the code in a text as typed or read: blanks are dropped, small letters are taken for capitals} */
    public static Optional<CreditCode> parse(String typed) {
        String text = typed.replaceAll("[\\s\\u3000]", "").toUpperCase(Locale.ROOT);
        return isValid(text) ? Optional.of(new CreditCode(text)) : Optional.empty();
    }

    /**
     * The check character that fits 17 characters.
     *
     * @throws IllegalArgumentException when {@code body} is not 17 characters of the alphabet
     */
    public static char checkCharacter(String body) {
        if (!Pattern.matches("[0-9A-HJ-NPQRTUWXY]{17}", body)) {
            throw new IllegalArgumentException("not the body of a credit code: \"" + body + '"');
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isValid(String text) {
        return SHAPE.matcher(text).matches() && checkCharacter(text.substring(0, 17)) == text.charAt(17);
    }
}
