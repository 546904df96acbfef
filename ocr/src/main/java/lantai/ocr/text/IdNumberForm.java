package lantai.ocr.text;

import java.util.regex.Pattern;

/** The form of an identity number (GB 11643-1999): 17 digits with a day of birth in them and a check character. */
final class IdNumberForm {

    static final int LENGTH = 18;
    private static final Pattern SHAPE =
            Pattern.compile("[1-9]\\d{5}(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dX]");
    private static final String CHECKS = "10X98765432";
    /** What may be an identity number with letters in it that are digits. */
    private static final Pattern LIKE =
            Pattern.compile("(?<![0-9A-Za-z])[0-9qgoOlIzZsSbB]{17}[0-9qgoOlIzZsSbBxX](?![0-9A-Za-z])");

    private static final String LETTERS = "qgoOlIzZsSbBx";
    private static final String DIGITS = "990011225588X";

    private IdNumberForm() {}

    /** The text with letters in identity numbers replaced by the digits that they look like, where the check character is right then. */
    static String repaired(String text) {
        return LIKE.matcher(text).replaceAll(match -> {
            var number = new StringBuilder(match.group());
            for (int i = 0; i < number.length(); i++) {
                int letter = LETTERS.indexOf(number.charAt(i));
                if (letter >= 0) {
                    number.setCharAt(i, DIGITS.charAt(letter));
                }
            }
            return isValid(number.toString()) ? number.toString() : match.group();
        });
    }

    static boolean isValid(String number) {
        if (!SHAPE.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            // the weight of a place is 2 to the power of how far it is from the last, modulo 11
            sum += (number.charAt(i) - '0') * ((1 << (LENGTH - 1 - i)) % 11);
        }
        return CHECKS.charAt(sum % 11) == number.charAt(LENGTH - 1);
    }
}
