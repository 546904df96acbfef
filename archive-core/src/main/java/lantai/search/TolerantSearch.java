package lantai.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds items that hold something similar to each word, for words typed or read wrongly: candidates by a share of the
 * letters they must have in common, each then compared with the word itself.
 */
final class TolerantSearch {
    private static final int CANDIDATES = 300;
    private static final int MOST = 20;
    private static final int MOST_TERMS = 8;
    /** Compared letters in one search, so that a few very long items cannot hold up the answer. */
    private static final long LETTERS = 3_000_000;

    private final ParsedQuery parsed;
    private final TextMatch match;
    private final Spellings spellings;
    private final UnaryOperator<String> mask;

    TolerantSearch(ParsedQuery parsed, TextMatch match, Spellings spellings, UnaryOperator<String> mask) {
        this.parsed = parsed;
        this.match = match;
        this.spellings = spellings;
        this.mask = mask;
    }

    private record Similar(Hit hit, int cost) {}

    /** {@return the similar items within a filter that are no exact hits, the most similar first, at most 20} */
    List<Hit> search(IndexSearcher searcher, UnaryOperator<Query> within) throws IOException {
        if (parsed.terms().size() > MOST_TERMS || parsed.terms().stream().noneMatch(TolerantSearch::bends)) {
            return List.of();
        }
        var query = new BooleanQuery.Builder();
        parsed.terms().forEach(term -> query.add(candidates(term), Occur.MUST));
        query.add(LuceneQueries.exact(parsed), Occur.MUST_NOT);
        var similar = new ArrayList<Similar>();
        var stored = searcher.storedFields();
        long compared = 0;
        for (var candidate : searcher.search(within.apply(query.build()), CANDIDATES).scoreDocs) {
            if (compared > LETTERS) {
                break;
            }
            var item = StoredItem.of(stored.document(candidate.doc), mask);
            compared += item.pages().stream().mapToLong(String::length).sum();
            compare(item, similar);
        }
        return similar.stream()
                .sorted(Comparator.comparingInt(Similar::cost)
                        .thenComparing(found -> found.hit().referenceCode())
                        .thenComparing(found -> found.hit().id()))
                .limit(MOST)
                .map(Similar::hit)
                .toList();
    }

    private static boolean bends(QueryTerm term) {
        return term.kind() == Understood.Kind.WORD
                && Similarity.limit(term.spellings().getFirst()) > 0;
    }

    /** An item counts when each term stands in it, exactly or similarly; the page with the cheapest term is shown. */
    private void compare(StoredItem item, List<Similar> similar) {
        var comparison = new Comparison(item, match);
        int cost = 0;
        for (int term = 0; term < match.terms(); term++) {
            int least = comparison.least(term);
            if (least == Comparison.NOT_FOUND) {
                return;
            }
            cost += least;
        }
        similar.add(new Similar(comparison.hit(), cost));
    }

    private Query candidates(QueryTerm term) {
        if (!bends(term)) {
            return LuceneQueries.exact(term);
        }
        String word = term.spellings().getFirst();
        var any = new BooleanQuery.Builder();
        any.add(new BoostQuery(LuceneQueries.exact(term), 10), Occur.SHOULD);
        int[] letters = word.codePoints().filter(c -> !Letters.isStandIn(c)).toArray();
        if (letters.length == 2) {
            variants(letters).forEach(variant -> any.add(LuceneQueries.text(variant), Occur.SHOULD));
        } else if (letters.length <= 4) {
            any.add(shared(letters, 1, letters.length - 1), Occur.SHOULD);
            any.add(new BoostQuery(shared(letters, 2, 1), 3), Occur.SHOULD);
        } else {
            int pairs = letters.length - 1;
            int broken = 2 * ((Similarity.limit(word) + 1) / 2);
            any.add(shared(letters, 2, Math.max(1, pairs - broken)), Occur.SHOULD);
        }
        return any.build();
    }

    /** The two letters with one of them replaced by one that looks like it. */
    private List<String> variants(int[] letters) {
        String first = Character.toString(letters[0]);
        String second = Character.toString(letters[1]);
        var variants = new ArrayList<String>();
        spellings.lookalikes(first).forEach(other -> variants.add(other + second));
        spellings.lookalikes(second).forEach(other -> variants.add(first + other));
        return variants;
    }

    private Query shared(int[] letters, int width, int atLeast) {
        var shared = new BooleanQuery.Builder();
        shared.setMinimumNumberShouldMatch(atLeast);
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + width <= letters.length; i++) {
            if (pieces.add(new String(letters, i, width))) {
                String field = width == 1 ? ItemField.LETTER : ItemField.PAIR;
                shared.add(new TermQuery(new Term(field, new String(letters, i, width))), Occur.SHOULD);
            }
        }
        return shared.build();
    }
}
