package lantai.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Puts a question into Lucene's terms. */
final class LuceneQueries {
    private static final float IN_HEAD = 4;
    private static final float IS_CODE = 100;
    private static final float OTHER_SPELLING = 0.5f;

    private LuceneQueries() {}

    /** {@return what an exact hit has to fit} */
    static Query exact(ParsedQuery parsed) {
        if (parsed.everything()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        if (parsed.terms().isEmpty()) {
            return new MatchNoDocsQuery("nothing to search for");
        }
        var all = new BooleanQuery.Builder();
        for (var term : parsed.terms()) {
            all.add(exact(term), Occur.MUST);
            term.spellings().stream()
                    .limit(1)
                    .forEach(letters ->
                            all.add(new BoostQuery(phrase(ItemField.HEAD, letters), IN_HEAD), Occur.SHOULD));
        }
        all.add(constant(ItemField.CODE, parsed.code(), IS_CODE), Occur.SHOULD);
        return all.build();
    }

    /** {@return what holds one term of a question} */
    static Query exact(QueryTerm term) {
        var any = new BooleanQuery.Builder();
        float boost = 1;
        for (String letters : term.spellings()) {
            any.add(new BoostQuery(text(letters), boost), Occur.SHOULD);
            boost = OTHER_SPELLING;
        }
        term.keys().forEach(key -> any.add(constant(ItemField.NUMBER, key, 1), Occur.SHOULD));
        term.persons().forEach(person -> any.add(constant(ItemField.PERSON, person.toString(), 1), Occur.SHOULD));
        return any.build();
    }

    /** The query, among what the viewer may see and what fits the filters of all facets but one. */
    static Query within(Query query, Query visible, Map<Facet, Set<String>> filters, Facet... without) {
        var narrowed = new BooleanQuery.Builder();
        narrowed.add(query, Occur.MUST);
        if (!(visible instanceof MatchAllDocsQuery)) {
            narrowed.add(visible, Occur.FILTER);
        }
        filters.forEach((facet, values) -> {
            if (!List.of(without).contains(facet)) {
                var terms = values.stream().map(BytesRef::new).toList();
                narrowed.add(new TermInSetQuery(ItemField.of(facet), terms), Occur.FILTER);
            }
        });
        return narrowed.build();
    }

    /** {@return the letters standing together anywhere in an item} */
    static Query text(String letters) {
        return letters.codePointCount(0, letters.length()) == 1
                ? new TermQuery(new Term(ItemField.LETTER, letters))
                : phrase(ItemField.PAIR, letters);
    }

    /**
     * The letters standing together. Every second pair is enough, and the last; a letter that stands alone between
     * blanks has no pair and only has to occur.
     */
    private static Query phrase(String field, String letters) {
        var phrase = new PhraseQuery.Builder();
        var alone = new ArrayList<String>();
        int pairs = 0;
        int position = 0;
        for (String word : letters.split("[" + Letters.BLANK + Letters.HIDDEN + "]", -1)) {
            int[] letter = word.codePoints().toArray();
            if (letter.length == 1) {
                alone.add(word);
            }
            for (int i = 0; i + 1 < letter.length; i = i + 2 < letter.length - 1 ? i + 2 : i + 1) {
                phrase.add(new Term(field, new String(letter, i, 2)), position + i);
                pairs++;
            }
            position += letter.length + 1;
        }
        if (alone.isEmpty()) {
            return phrase.build();
        }
        var all = new BooleanQuery.Builder();
        alone.forEach(word -> all.add(new TermQuery(new Term(ItemField.LETTER, word)), Occur.MUST));
        if (pairs > 0) {
            all.add(phrase.build(), Occur.MUST);
        }
        return all.build();
    }

    private static Query constant(String field, String text, float boost) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, text))), boost);
    }
}
