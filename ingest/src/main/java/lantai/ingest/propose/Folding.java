package lantai.ingest.propose;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Folds a printed text for matching: full width to half width, look-alike dots, dashes and colons to one form, blanks
 * dropped unless they part two Latin letters or digits.
 */
final class Folding {
    private static final String DOTS = "\u2022\u2027\u2219\u22C5\u30FB\u00B7\u2024\u16EB";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

    /** A long dash in so short a text stands for the numeral one, which looks the same: 秦— is a name. */
    private static final Pattern NUMERAL_ONE =
            Pattern.compile("\\p{IsHan}{1,2}[\u2014\u2015]|\\p{IsHan}[\u2014\u2015]\\p{IsHan}");

    private final StringBuilder text = new StringBuilder();
    private final List<int[]> ranges = new ArrayList<>();

    Folding(String printed) {
        int at = 0;
        boolean blank = false;
        int blankAt = 0;
        while (at < printed.length()) {
            int point = printed.codePointAt(at);
            int next = at + Character.charCount(point);
            if (isBlank(point)) {
                blankAt = blank ? blankAt : at;
                blank = true;
            } else {
                String folded = fold(point);
                if (blank && !text.isEmpty() && isLatin(text.charAt(text.length() - 1)) && isLatin(folded.charAt(0))) {
                    append(" ", blankAt, at);
                }
                blank = false;
                append(folded, at, next);
            }
            at = next;
        }
        if (text.indexOf("-") > 0
                && NUMERAL_ONE.matcher(printed.replaceAll("[\\s\\u3000]", "")).matches()) {
            text.setCharAt(text.indexOf("-"), '一');
        }
    }

    /** {@return the folded text} */
    String text() {
        return text.toString();
    }

    /** {@return for each folded character the printed range it came from, as two indexes} */
    List<int[]> ranges() {
        return ranges;
    }

    /** {@return a text folded, places forgotten} */
    static String fold(String printed) {
        return new Folding(printed).text();
    }

    static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == '\uFEFF' || point == '\u200B';
    }

    private void append(String folded, int from, int to) {
        for (int i = 0; i < folded.length(); i++) {
            text.append(folded.charAt(i));
            ranges.add(new int[] {from, to});
        }
    }

    private static boolean isLatin(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static String fold(int point) {
        if (DOTS.indexOf(point) >= 0) {
            return "·";
        }
        if (DASHES.indexOf(point) >= 0) {
            return "-";
        }
        if (point == '\u2236') {
            return ":";
        }
        String folded = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        return folded.isBlank() ? "\u25A1" : folded;
    }
}
