package lantai.search;

import java.util.Arrays;
import java.util.Optional;

/**
 * How much a piece of a text has to be changed to become a word. A look-alike character costs 1; any other wrong, missing
 * or surplus character costs 2; a wrong digit 4, because another number is another thing.
 */
final class Similarity {
    private static final int FREE_LETTERS = 1;

    private final char[] word;
    private final String[] lookalikes;
    private final int limit;

    Similarity(String word, Spellings spellings) {
        this.word = word.toCharArray();
        this.lookalikes = word.chars()
                .mapToObj(c -> String.join("", spellings.lookalikes(Character.toString(c))))
                .toArray(String[]::new);
        this.limit = limit(word);
    }

    /**
     * A piece of a text.
     *
     * @param from its first letter
     * @param to after its last letter
     * @param cost what it differs by, 0 when the same
     */
    record Piece(int from, int to, int cost) {}

    /** {@return how much a piece may differ from a word of this length and kind} */
    static int limit(String word) {
        int length = word.codePointCount(0, word.length());
        long digits = word.chars().filter(c -> c >= '0' && c <= '9').count();
        if (length <= FREE_LETTERS) {
            return 0;
        }
        if (length == 2 || digits * 2 > length) {
            return 1;
        }
        if (length <= 4) {
            return 2;
        }
        return length <= 8 ? 4 : 6;
    }

    /** {@return the most similar piece of a text, the first of equals, when it is similar enough} */
    Optional<Piece> best(String letters) {
        int[] cost = new int[word.length + 1];
        int[] from = new int[word.length + 1];
        for (int i = 0; i <= word.length; i++) {
            cost[i] = i * 2;
        }
        Piece best = null;
        for (int end = 1; end <= letters.length(); end++) {
            char c = letters.charAt(end - 1);
            if (Letters.isStandIn(c)) {
                Arrays.setAll(cost, i -> i * 2);
                Arrays.fill(from, end);
                continue;
            }
            advance(c, end, cost, from);
            int found = cost[word.length];
            var piece = new Piece(from[word.length], end, found);
            if (found <= limit && (best == null || isBetter(piece, best))) {
                best = piece;
            }
        }
        return Optional.ofNullable(best).filter(piece -> piece.to() > piece.from());
    }

    /** Of equal cost, the piece that is as long as the word: a wrong last character belongs to it. */
    private boolean isBetter(Piece piece, Piece best) {
        return piece.cost() < best.cost()
                || (piece.cost() == best.cost()
                        && piece.from() == best.from()
                        && Math.abs(length(piece) - word.length) < Math.abs(length(best) - word.length));
    }

    private static int length(Piece piece) {
        return piece.to() - piece.from();
    }

    /** One column of the table of least costs; {@code from} keeps where the piece of each cell begins. */
    private void advance(char c, int end, int[] cost, int[] from) {
        int diagonal = cost[0];
        int diagonalFrom = from[0];
        from[0] = end;
        for (int i = 1; i <= word.length; i++) {
            int above = cost[i];
            int aboveFrom = from[i];
            int replaced = diagonal + difference(i - 1, c);
            int surplus = above + 2;
            int missing = cost[i - 1] + 2;
            cost[i] = Math.min(replaced, Math.min(surplus, missing));
            if (cost[i] == replaced) {
                from[i] = diagonalFrom;
            } else if (cost[i] == surplus) {
                from[i] = aboveFrom;
            } else {
                from[i] = from[i - 1];
            }
            diagonal = above;
            diagonalFrom = aboveFrom;
        }
    }

    private int difference(int place, char found) {
        if (word[place] == found) {
            return 0;
        }
        if (lookalikes[place].indexOf(found) >= 0) {
            return 1;
        }
        return isDigit(word[place]) && isDigit(found) ? 4 : 2;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
