package lantai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What searching knows about other ways to write the same: terms with their abbreviations, and characters that are easily
 * taken for each other. Both are data that the archive's people may edit.
 *
 * <p>The form of both texts: one group a line, its members separated by white space; lines that begin with {@code #} and
 * blank lines say nothing. Each member stands for each other of its group; a term may be in several groups.
 */
public final class Spellings {
    private static final int MOST = 16;

    private final Map<String, Set<String>> terms;
    private final List<String> longestFirst;
    private final Map<String, Set<String>> lookalikes;

    private Spellings(Map<String, Set<String>> terms, Map<String, Set<String>> lookalikes) {
        this.terms = terms;
        this.lookalikes = lookalikes;
        this.longestFirst = terms.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Reads abbreviations and look-alike characters from texts of the form told above. */
    public static Spellings parse(String abbreviations, String lookalikes) {
        return new Spellings(groups(abbreviations), groups(lookalikes));
    }

    /** {@return those that come with the product} */
    public static Spellings standard() {
        return parse(resource("abbreviations.txt"), resource("lookalikes.txt"));
    }

    /** {@return the letters and at most 15 other ways to write them} */
    List<String> of(String letters) {
        List<String> spellings = List.of("");
        int i = 0;
        while (i < letters.length()) {
            String term = termAt(letters, i);
            var longer = new LinkedHashSet<String>();
            for (String next : alternatives(term)) {
                for (String begin : spellings) {
                    longer.add(begin + next);
                }
            }
            spellings = longer.stream().limit(MOST).toList();
            i += term.length();
        }
        return spellings;
    }

    /** {@return the characters that look like one, without itself} */
    Set<String> lookalikes(String character) {
        return lookalikes.getOrDefault(character, Set.of());
    }

    private List<String> alternatives(String term) {
        var all = new ArrayList<String>();
        all.add(term);
        all.addAll(terms.getOrDefault(term, Set.of()));
        return all;
    }

    private String termAt(String letters, int place) {
        return longestFirst.stream()
                .filter(term -> letters.startsWith(term, place))
                .findFirst()
                .orElse(letters.substring(place, place + 1));
    }

    private static Map<String, Set<String>> groups(String text) {
        var groups = new HashMap<String, Set<String>>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    var members = List.of(line.split("[\\s\\u3000]+")).stream()
                            .map(member -> Letters.of(member).text())
                            .filter(member -> !member.isEmpty())
                            .toList();
                    for (String member : members) {
                        var others = groups.computeIfAbsent(member, _ -> new LinkedHashSet<>());
                        members.stream().filter(other -> !other.equals(member)).forEach(others::add);
                    }
                });
        return Map.copyOf(groups);
    }

    private static String resource(String name) {
        try (var in = Spellings.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is not complete: no file \"" + name + '"');
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
