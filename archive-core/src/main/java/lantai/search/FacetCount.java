package lantai.search;

/**
 * How many results have one value of a facet.
 *
 * @param value the value to filter by
 * @param name the value as people read it; the same as {@code value} where the index knows no other
 * @param count the number of results the viewer may see, at least 1
 */
public record FacetCount(String value, String name, long count) {}
