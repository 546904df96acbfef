package lantai.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/** One question on its way through the index. */
final class Search {
    private final SearchQuery query;
    private final ParsedQuery parsed;
    private final TextMatch match;
    private final SearchSettings settings;
    private final FacetCounter counter;

    Search(SearchQuery query, ParsedQuery parsed, TextMatch match, SearchSettings settings, FacetCounter counter) {
        this.query = query;
        this.parsed = parsed;
        this.match = match;
        this.settings = settings;
        this.counter = counter;
    }

    SearchPage run(IndexSearcher searcher, Query visible) throws IOException {
        var exact = LuceneQueries.exact(parsed);
        var result = results(searcher, LuceneQueries.within(exact, visible, query.filters()));
        var found = result.topDocs();
        long total = found.totalHits.value();
        var shown = List.of(found.scoreDocs).subList(0, Math.min(query.size(), found.scoreDocs.length));
        var hits = new ArrayList<Hit>();
        var stored = searcher.storedFields();
        var mask = settings.mask().get();
        for (ScoreDoc document : shown) {
            hits.add(new Hits(match).exact(StoredItem.of(stored.document(document.doc), mask)));
        }
        if (query.after().isEmpty() && total < Math.min(query.size() + 1, settings.tolerantBelow())) {
            hits.addAll(new TolerantSearch(parsed, match, settings.spellings(), mask)
                    .search(searcher, candidates -> LuceneQueries.within(candidates, visible, query.filters())));
        }
        return new SearchPage(
                total, hits, facets(searcher, visible, result.facetsCollector()), next(found), parsed.understood());
    }

    /** One hit more than a page holds, so that it is known whether there is another page. */
    private FacetsCollectorManager.FacetsResult results(IndexSearcher searcher, Query narrowed) throws IOException {
        var order = Order.of(query.sort());
        var collecting = new FacetsCollectorManager();
        if (query.after().isEmpty()) {
            return FacetsCollectorManager.search(searcher, narrowed, query.size() + 1, order, collecting);
        }
        var after = Order.place(
                query, query.after().get(), searcher.getIndexReader().maxDoc());
        return FacetsCollectorManager.searchAfter(searcher, after, narrowed, query.size() + 1, order, collecting);
    }

    private Optional<Cursor> next(TopDocs found) {
        return found.scoreDocs.length > query.size()
                ? Optional.of(Order.cursor(query, (FieldDoc) found.scoreDocs[query.size() - 1]))
                : Optional.empty();
    }

    private Map<Facet, List<FacetCount>> facets(IndexSearcher searcher, Query visible, FacetsCollector narrowed)
            throws IOException {
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : Facet.values()) {
            var collected = narrowed;
            if (query.filters().containsKey(facet)) {
                var wider = LuceneQueries.within(LuceneQueries.exact(parsed), visible, query.filters(), facet);
                collected = searcher.search(wider, new FacetsCollectorManager());
            }
            facets.put(facet, counter.count(searcher.getIndexReader(), collected, facet));
        }
        return facets;
    }
}
