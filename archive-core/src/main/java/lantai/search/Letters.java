package lantai.search;

import java.util.Arrays;
import java.util.List;

/**
 * A text as searching sees it: its letters and digits, folded, without what stands between them, so that a line break, a
 * bracket or a dot of another kind inside a word does not hide it.
 *
 * <p>A point between two digits counts, because 12.50 is not 1250. White space between Latin letters or digits becomes a
 * {@link #BLANK}. A personal number becomes a {@link #HIDDEN}; its digits are no letters.
 */
final class Letters {
    /** Stands for the white space between two Latin words or numbers. */
    static final char BLANK = '\0';

    /** Stands for a personal number, and between two texts. */
    static final char HIDDEN = '\1';

    private static final int NOTHING = 0;
    private static final int WHITE = 1;
    private static final int MARKS = 2;
    private static final int LATIN_END = 0x250;
    private static final boolean[] KEPT = kept();

    private final String text;
    private final int[] places;

    private Letters(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    static Letters of(String raw) {
        return of(raw, PersonalNumbers.find(raw));
    }

    /** The letters of a text whose personal numbers are known. */
    static Letters of(String raw, List<PersonalNumbers.Found> numbers) {
        var text = new StringBuilder(raw.length());
        var places = new int[raw.length()];
        int between = NOTHING;
        int number = 0;
        for (int i = 0; i < raw.length(); i++) {
            if (number < numbers.size() && i == numbers.get(number).start()) {
                add(text, places, HIDDEN, i);
                between = NOTHING;
                i = numbers.get(number++).end() - 1;
            } else if (isLetter(raw, i)) {
                char c = Fold.of(raw.charAt(i));
                if (between == WHITE && isLatin(c) && endsLatin(text)) {
                    add(text, places, BLANK, i);
                }
                add(text, places, c, i);
                between = NOTHING;
            } else if (!Character.isWhitespace(Fold.of(raw.charAt(i)))) {
                between = MARKS;
            } else if (between == NOTHING) {
                between = WHITE;
            }
        }
        return new Letters(text.toString(), Arrays.copyOf(places, text.length()));
    }

    /** {@return the letters, one or two chars each, and the stand-ins} */
    String text() {
        return text;
    }

    /** {@return where chars of the letters stand in the text they were taken from} */
    Range range(int from, int to) {
        return new Range(places[from], places[to - 1] + 1);
    }

    static boolean isStandIn(int c) {
        return c <= HIDDEN;
    }

    private static void add(StringBuilder text, int[] places, char c, int place) {
        places[text.length()] = place;
        text.append(c);
    }

    private static boolean isLetter(String raw, int i) {
        char c = raw.charAt(i);
        if (Character.isSurrogate(c)) {
            return isPaired(raw, i);
        }
        return KEPT[Fold.of(c)] || (Fold.of(c) == '.' && isDigit(raw, i - 1) && isDigit(raw, i + 1));
    }

    private static boolean isPaired(String raw, int i) {
        int start = Character.isLowSurrogate(raw.charAt(i)) ? i - 1 : i;
        return start >= 0 && raw.codePointAt(start) > Character.MAX_VALUE && isKept(raw.codePointAt(start));
    }

    private static boolean isDigit(String raw, int i) {
        return i >= 0 && i < raw.length() && Fold.of(raw.charAt(i)) >= '0' && Fold.of(raw.charAt(i)) <= '9';
    }

    private static boolean isLatin(char c) {
        return c < LATIN_END;
    }

    private static boolean endsLatin(StringBuilder text) {
        return !text.isEmpty() && !isStandIn(text.charAt(text.length() - 1)) && isLatin(text.charAt(text.length() - 1));
    }

    private static boolean[] kept() {
        var kept = new boolean[Character.MAX_VALUE + 1];
        for (int c = 0; c < kept.length; c++) {
            kept[c] = isKept(c);
        }
        return kept;
    }

    /** Letters and numbers; rare characters of names live in the private use area of older systems. */
    private static boolean isKept(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || type == Character.PRIVATE_USE;
    }
}
