package lantai.ocr.text;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that documents of the house are likely to hold: terms of the trade, places, hospitals. A word of fewer than three
 * characters decides nothing and is left out.
 */
public final class Lexicon {

    /** No words. */
    public static final Lexicon EMPTY = new Lexicon(Set.of());

    private static final int SHORTEST = 3;

    private final Set<String> words;
    private final int longest;

    public Lexicon(Collection<String> words) {
        this.words = words.stream().filter(word -> word.length() >= SHORTEST).collect(Collectors.toUnmodifiableSet());
        this.longest = this.words.stream().mapToInt(String::length).max().orElse(0);
    }

    /** How long the longest word is that stands in {@code text} over the place {@code at}; 0 when there is none. */
    int over(String text, int at) {
        for (int length = Math.min(longest, text.length()); length >= SHORTEST; length--) {
            for (int from = Math.max(0, at - length + 1); from <= at && from + length <= text.length(); from++) {
                if (words.contains(text.substring(from, from + length))) {
                    return length;
                }
            }
        }
        return 0;
    }
}
