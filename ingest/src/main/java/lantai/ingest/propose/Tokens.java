package lantai.ingest.propose;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pairs of neighbouring characters of a document, counted: what a document is learned and recognised by.
 *
 * @param title those of the lines that may be the title
 * @param text those of all its text; digits are all alike
 */
record Tokens(Map<String, Integer> title, Map<String, Integer> text) {
    private static final int LONGEST = 20_000;

    static Tokens of(Layout layout, List<TitleFinder.Line> titles) {
        var title = new TreeMap<String, Integer>();
        titles.stream().limit(2).forEach(line -> count(line.span().text(), title));
        var text = new TreeMap<String, Integer>();
        int length = 0;
        for (Strip strip : layout.strips()) {
            count(strip.text(), text);
            length += strip.text().length();
            if (length > LONGEST) {
                break;
            }
        }
        return new Tokens(title, text);
    }

    private static void count(String line, Map<String, Integer> counts) {
        String bare = line.replaceAll("[0-9]+", "0").replaceAll("[^\\p{IsHan}A-Za-z0]", "");
        for (int i = 0; i + 2 <= bare.length(); i++) {
            counts.merge(bare.substring(i, i + 2), 1, Integer::sum);
        }
    }
}
