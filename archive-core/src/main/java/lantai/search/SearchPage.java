package lantai.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of results. Everything in it is made of items the viewer may see, and of nothing else.
 *
 * @param total the number of exact results on all pages
 * @param hits the exact hits of this page in the asked order; on a first page with few of them also the tolerant ones,
 *     after them, which {@code total} and {@code facets} do not count
 * @param facets for each facet the values among the results, counted with the filters of the other facets only, so that
 *     a second value can be chosen; years descending, others by count
 * @param next where the next page starts, when there is one
 * @param understood what was searched for
 */
public record SearchPage(
        long total, List<Hit> hits, Map<Facet, List<FacetCount>> facets, Optional<Cursor> next, Understood understood) {

    public SearchPage {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }
}
