package lantai.search;

import java.text.Normalizer;

/**
 * Makes characters that people take for the same one the same: width, case, compatibility forms, the dots and dashes of
 * reference codes, the brackets of document numbers. Each char becomes exactly one char, so places in the text stay.
 */
final class Fold {
    private static final String DOTS = "\u2022\u2027\u30fb\u2219\u22c5\uff65";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63";
    private static final String OPENING = "\u3014\uff3b\u3010\uff08\u2768\u2772\u27ee[{";
    private static final String CLOSING = "\u3015\uff3d\u3011\uff09\u2769\u2773\u27ef]}";
    private static final char[] TABLE = table();

    private Fold() {}

    static char of(char c) {
        return TABLE[c];
    }

    private static char[] table() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = simple((char) c);
        }
        map(table, DOTS, '\u00b7');
        map(table, DASHES, '-');
        map(table, OPENING, '(');
        map(table, CLOSING, ')');
        return table;
    }

    private static char simple(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        String normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return Character.toLowerCase(normal.length() == 1 ? normal.charAt(0) : c);
    }

    private static void map(char[] table, String from, char to) {
        for (int i = 0; i < from.length(); i++) {
            table[from.charAt(i)] = to;
        }
    }
}
