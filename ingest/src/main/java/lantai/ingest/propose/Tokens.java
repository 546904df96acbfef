package lantai.ingest.propose;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The pairs and triples of neighbouring characters of a document: what a document is learned and recognised by.
 *
 * @param title those of the lines that may be the title
 * @param text those of all its text
 */
record Tokens(Set<String> title, Set<String> text) {
    private static final int LONGEST = 20_000;
    private static final Pattern WORDLESS = Pattern.compile("[^\\p{IsHan}A-Za-z]+");

    Tokens {
        title = Collections.unmodifiableSet(title);
        text = Collections.unmodifiableSet(text);
    }

    static Tokens of(Layout layout, List<TitleFinder.Line> titles) {
        var title = new TreeSet<String>();
        titles.stream().limit(2).forEach(line -> collect(line.span().text(), title));
        var text = new TreeSet<String>();
        int length = 0;
        for (Strip strip : layout.strips()) {
            collect(strip.text(), text);
            length += strip.text().length();
            if (length > LONGEST) {
                break;
            }
        }
        return new Tokens(title, text);
    }

    /** Puts the tokens of one line into a set. */
    static void collect(String line, Set<String> tokens) {
        WORDLESS.splitAsStream(line).forEach(word -> {
            for (int i = 0; i + 2 <= word.length(); i++) {
                tokens.add(word.substring(i, i + 2));
                if (i + 3 <= word.length()) {
                    tokens.add(word.substring(i, i + 3));
                }
            }
        });
    }
}
