package lantai.ingest.propose;

/** Letters that readers take digits for. */
final class LookAlike {
    private static final String LETTERS = "OoQDIl|iZzSsBGgq〇○零";
    private static final String DIGITS = "0000111122558699000";

    private LookAlike() {}

    /** {@return the digit a character resembles, or the character itself} */
    static char digit(char c) {
        int at = LETTERS.indexOf(c);
        return at < 0 ? c : DIGITS.charAt(at);
    }

    /** {@return a text with the letters that resemble digits replaced} */
    static String digits(String text) {
        var digits = new StringBuilder(text.length());
        text.chars().forEach(c -> digits.append(digit((char) c)));
        return digits.toString();
    }
}
