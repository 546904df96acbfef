package lantai.ocr.text;

import java.util.regex.Pattern;

/** The form of an identity number (GB 11643-1999): 17 digits with a day of birth in them and a check character. */
final class IdNumberForm {

    static final int LENGTH = 18;
    private static final Pattern SHAPE =
            Pattern.compile("[1-9]\\d{5}(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dX]");
    private static final String CHECKS = "10X98765432";

    private IdNumberForm() {}

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
