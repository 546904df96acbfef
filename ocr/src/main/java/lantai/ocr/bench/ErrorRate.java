package lantai.ocr.bench;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Character errors of one page against its truth, both taken after NFKC and removal of all white space.
 *
 * @param sequence edits (Levenshtein) that turn what was read into the truth, in reading order
 * @param bag edits when order does not count: the larger of what is missing and what is too much
 * @param length characters (code points) of the truth
 */
public record ErrorRate(int sequence, int bag, int length) {

    /** No page at all; the beginning of a sum. */
    public static final ErrorRate NOTHING = new ErrorRate(0, 0, 0);

    /** Compares what was read with the truth. */
    public static ErrorRate of(String truth, String read) {
        int[] expected = plain(truth);
        int[] found = plain(read);
        return new ErrorRate(distance(expected, found), bag(expected, found), expected.length);
    }

    /** Errors of both pages together. */
    public ErrorRate plus(ErrorRate other) {
        return new ErrorRate(sequence + other.sequence, bag + other.bag, length + other.length);
    }

    /** Sequence errors for each character of truth, 0 for an empty truth. */
    public double sequenceRate() {
        return length == 0 ? 0 : (double) sequence / length;
    }

    /** Order-free errors for each character of truth, 0 for an empty truth. */
    public double bagRate() {
        return length == 0 ? 0 : (double) bag / length;
    }

    static int[] plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .toArray();
    }

    private static int distance(int[] a, int[] b) {
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length];
    }

    private static int bag(int[] expected, int[] found) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int c : expected) {
            counts.merge(c, 1, Integer::sum);
        }
        for (int c : found) {
            counts.merge(c, -1, Integer::sum);
        }
        int missing = 0;
        int surplus = 0;
        for (int count : counts.values()) {
            missing += Math.max(0, count);
            surplus += Math.max(0, -count);
        }
        return Math.max(missing, surplus);
    }
}
