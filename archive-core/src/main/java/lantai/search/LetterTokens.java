package lantai.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The terms of a text for the index: each letter, or each two letters that stand together. The position of a term is the
 * number of letters and stand-ins before it.
 */
final class LetterTokens extends TokenStream {
    private final String letters;
    private final int width;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private int next;
    private int position;
    private int lastPosition = -1;

    /**
     * @param letters the text of {@link Letters}
     * @param width 1 for single letters, 2 for pairs
     */
    LetterTokens(String letters, int width) {
        this.letters = letters;
        this.width = width;
    }

    @Override
    public boolean incrementToken() {
        while (next < letters.length()) {
            int start = next;
            int first = letters.codePointAt(start);
            next += Character.charCount(first);
            int end = width == 1 ? next : endOfPair();
            int here = position++;
            if (!Letters.isStandIn(first) && end > 0) {
                clearAttributes();
                term.append(letters, start, end);
                increment.setPositionIncrement(here - lastPosition);
                lastPosition = here;
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset() {
        next = 0;
        position = 0;
        lastPosition = -1;
    }

    private int endOfPair() {
        if (next >= letters.length() || Letters.isStandIn(letters.charAt(next))) {
            return 0;
        }
        return next + Character.charCount(letters.codePointAt(next));
    }
}
