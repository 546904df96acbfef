package lantai.search;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question.
 *
 * @param text as typed: words separated by white space must all occur, words in quotation marks as they stand; blank
 *     asks for everything
 * @param filters for each facet the values of which one must fit; a facet without values does not filter
 * @param sort the order
 * @param after the end of the page before this one
 * @param size hits on a page, 1 to 200
 */
public record SearchQuery(String text, Map<Facet, Set<String>> filters, Sort sort, Optional<Cursor> after, int size) {

    /** The largest page. */
    public static final int MAX_SIZE = 200;

    public SearchQuery {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("not a page size: " + size + ", expected 1 to " + MAX_SIZE);
        }
        filters = filters.entrySet().stream()
                .filter(filter -> !filter.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, filter -> Set.copyOf(filter.getValue())));
    }

    /** The first page of a question without filters, best hits first. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, Map.of(), Sort.RELEVANCE, Optional.empty(), 20);
    }

    /** The same question, the page after a cursor. */
    public SearchQuery after(Cursor cursor) {
        return new SearchQuery(text, filters, sort, Optional.of(cursor), size);
    }
}
