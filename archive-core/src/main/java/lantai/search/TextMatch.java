package lantai.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the words of one question in a text. Snippets and the boxes of the viewer are both made with it, so they agree
 * with each other and with what the index finds.
 *
 * <p>Places are chars of the text as given. Immutable and thread-safe.
 */
public final class TextMatch {
    private final List<QueryTerm> terms;
    private final Spellings spellings;
    private final NumberKeys keys;

    TextMatch(List<QueryTerm> terms, Spellings spellings, NumberKeys keys) {
        this.terms = terms;
        this.spellings = spellings;
        this.keys = keys;
    }

    /** {@return where any word of the question stands in the text of a page, ascending, apart from each other} */
    public List<Range> find(String pageText) {
        return merged(each(pageText, List.of()));
    }

    /**
     * Like {@link #find}, and for each word that does not stand in the text the piece that is most similar to it, where
     * one is similar enough: for the viewer of a tolerant hit.
     */
    public List<Range> findSimilar(String pageText) {
        var letters = Letters.of(pageText);
        var found = new ArrayList<>(each(pageText, List.of()));
        for (int i = 0; i < terms.size(); i++) {
            if (found.get(i).isEmpty()) {
                found.set(
                        i,
                        similar(i, letters)
                                .map(piece -> List.of(letters.range(piece.from(), piece.to())))
                                .orElse(List.of()));
            }
        }
        return merged(found);
    }

    /** {@return for each term the places of it; personal numbers masked before are known by their places} */
    List<List<Range>> each(String text, List<NumberPlace> known) {
        var numbers = PersonalNumbers.find(text);
        var letters = Letters.of(text, numbers);
        return terms.stream().map(term -> places(term, letters, numbers, known)).toList();
    }

    /** {@return the piece of a text that is most similar to a term, when it is similar enough} */
    Optional<Similarity.Piece> similar(int term, Letters letters) {
        return terms.get(term).kind() == Understood.Kind.WORD
                ? new Similarity(terms.get(term).spellings().getFirst(), spellings).best(letters.text())
                : Optional.empty();
    }

    int terms() {
        return terms.size();
    }

    static List<Range> merged(List<List<Range>> found) {
        var merged = new ArrayList<Range>();
        found.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Range::start))
                .forEach(range -> {
                    if (!merged.isEmpty() && range.start() <= merged.getLast().end()) {
                        var last = merged.removeLast();
                        merged.add(new Range(last.start(), Math.max(last.end(), range.end())));
                    } else {
                        merged.add(range);
                    }
                });
        return merged;
    }

    private List<Range> places(
            QueryTerm term, Letters letters, List<PersonalNumbers.Found> numbers, List<NumberPlace> known) {
        var places = new ArrayList<Range>();
        for (String spelling : term.spellings()) {
            int from = letters.text().indexOf(spelling);
            while (from >= 0) {
                places.add(letters.range(from, from + spelling.length()));
                from = letters.text().indexOf(spelling, from + spelling.length());
            }
        }
        if (!term.keys().isEmpty()) {
            var keyed = known.stream()
                    .filter(place -> term.keys().contains(place.key()))
                    .map(NumberPlace::start)
                    .collect(Collectors.toSet());
            numbers.stream()
                    .filter(number -> isNumber(term, number, keyed))
                    .forEach(number -> places.add(new Range(number.start(), number.end())));
        }
        return places;
    }

    private boolean isNumber(QueryTerm term, PersonalNumbers.Found number, Set<Integer> keyed) {
        return keyed.contains(number.start())
                || number.lastFour().equalsIgnoreCase(term.lastFour())
                || (!number.masked() && term.keys().contains(keys.whole(number.number())));
    }
}
