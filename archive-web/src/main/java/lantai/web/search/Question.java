package lantai.web.search;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lantai.classification.Category;
import lantai.problem.Malformed;
import lantai.search.Cursor;
import lantai.search.Facet;
import lantai.search.SearchQuery;
import lantai.search.Sort;
import lantai.web.security.Parameters;
import lantai.web.security.Within;

/**
 * A question as it stands in an address: {@code q}, {@code category}, {@code year} and {@code kind} (several values parted by
 * commas), {@code sort}, {@code after}. Filled by the container.
 */
public final class Question {
    private static final int SIZE = 20;

    @QueryParam("q")
    @DefaultValue("")
    private String text = "";

    @QueryParam("category")
    @DefaultValue("")
    private String category = "";

    @QueryParam("year")
    @DefaultValue("")
    private String year = "";

    @QueryParam("kind")
    @DefaultValue("")
    private String kind = "";

    @QueryParam("sort")
    @DefaultValue("")
    private String sort = "";

    @QueryParam("after")
    @DefaultValue("")
    private String after = "";

    @QueryParam("size")
    @DefaultValue("20")
    @Within(from = 1, to = SearchQuery.MAX_SIZE)
    private int size = SIZE;

    /** Filled by the container. */
    public Question() {}

    /** {@return the words typed} */
    public String text() {
        return text;
    }

    /** {@return the values chosen of a facet, in the order chosen} */
    public Set<String> chosen(Facet facet) {
        var joined = switch (facet) {
            case CATEGORY -> category;
            case YEAR -> year;
            case KIND -> kind;
        };
        var values = new LinkedHashSet<String>();
        Arrays.stream(joined.split(",", -1)).filter(value -> !value.isBlank()).forEach(values::add);
        return values;
    }

    /** {@return the values of a facet with one put in or taken out, as they stand in an address} */
    public String toggled(Facet facet, String value) {
        var values = new LinkedHashSet<>(chosen(facet));
        if (!values.remove(value)) {
            values.add(value);
        }
        return String.join(",", values);
    }

    /** {@return the name of a facet in an address} */
    public static String name(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether anything narrows the results} */
    public boolean isNarrow() {
        return Arrays.stream(Facet.values()).anyMatch(facet -> !chosen(facet).isEmpty());
    }

    /** {@return whether nothing is asked at all, so that the newest records are shown} */
    public boolean isOpen() {
        return text.isBlank() && !isNarrow() && sort.isEmpty() && after.isEmpty();
    }

    /** {@return the order, by default the best first, or the youngest first when no words were typed} */
    public Sort sort() {
        if (sort.isEmpty()) {
            return text.isBlank() ? Sort.DATE_NEWEST : Sort.RELEVANCE;
        }
        return Arrays.stream(Sort.values())
                .filter(known -> code(known).equals(sort))
                .findFirst()
                .orElseThrow(() -> Parameters.noneOf(
                        "sort",
                        sort,
                        Arrays.stream(Sort.values()).map(Question::code).toList()));
    }

    /** {@return whether an order was chosen} */
    public boolean sorted() {
        return !sort.isEmpty();
    }

    /** {@return an order as it stands in an address} */
    public static String code(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "best";
            case DATE_NEWEST -> "newest";
            case DATE_OLDEST -> "oldest";
            case REFERENCE_CODE -> "code";
        };
    }

    /** {@return whether this is not the first page} */
    public boolean isLater() {
        return !after.isEmpty();
    }

    /**
     * {@return the question as the index takes it}
     *
     * @throws Malformed when a year, a category or the order is none
     */
    SearchQuery query() {
        chosen(Facet.YEAR).forEach(typed -> Parameters.year("year", typed));
        var known = Arrays.stream(Category.values()).map(Enum::name).toList();
        chosen(Facet.CATEGORY).stream()
                .filter(typed -> !known.contains(typed))
                .findFirst()
                .ifPresent(typed -> {
                    throw Parameters.noneOf("category", typed, known);
                });
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        for (var facet : Facet.values()) {
            filters.put(facet, chosen(facet));
        }
        return new SearchQuery(
                text, filters, sort(), after.isEmpty() ? Optional.empty() : Optional.of(new Cursor(after)), size);
    }
}
