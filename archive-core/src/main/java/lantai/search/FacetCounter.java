package lantai.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.jspecify.annotations.Nullable;

/** Counts results by facet. Keeps the table of values of the newest reader; safe for several threads. */
final class FacetCounter {
    static final FacetsConfig CONFIG = new FacetsConfig();
    private static final char BEFORE_NAME = '\t';

    private volatile @Nullable DefaultSortedSetDocValuesReaderState state;

    /** One value of one item, with the name people read. */
    record Value(Facet facet, String value, String name) {

        SortedSetDocValuesFacetField field() {
            return new SortedSetDocValuesFacetField(
                    facet.name(), value.equals(name) ? value : value + BEFORE_NAME + name);
        }
    }

    static List<Value> values(IndexedItem item) {
        var values = new ArrayList<Value>();
        String year = String.valueOf(item.year());
        values.add(new Value(Facet.YEAR, year, year));
        if (!item.category().isEmpty()) {
            values.add(new Value(Facet.CATEGORY, item.category(), item.category()));
        }
        if (!item.kind().isEmpty()) {
            values.add(new Value(Facet.KIND, item.kind(), item.kindName()));
        }
        return values;
    }

    /** {@return the values of one facet among the documents collected} */
    List<FacetCount> count(IndexReader reader, FacetsCollector collected, Facet facet) throws IOException {
        if (MultiDocValues.getSortedSetValues(reader, FacetsConfig.DEFAULT_INDEX_FIELD_NAME) == null) {
            return List.of();
        }
        var counts = new SortedSetDocValuesFacetCounts(stateOf(reader), collected);
        var found = counts.getAllChildren(facet.name());
        return found == null ? List.of() : merged(found.labelValues, facet);
    }

    /** A kind that was renamed has several names: they are counted together under the most frequent. */
    private static List<FacetCount> merged(LabelAndValue[] labels, Facet facet) {
        var byValue = new LinkedHashMap<String, Map<String, Long>>();
        for (var label : labels) {
            int split = label.label.indexOf(BEFORE_NAME);
            String value = split < 0 ? label.label : label.label.substring(0, split);
            String name = label.label.substring(split + 1);
            byValue.computeIfAbsent(value, _ -> new LinkedHashMap<>()).put(name, label.value.longValue());
        }
        return byValue.entrySet().stream()
                .map(entry -> new FacetCount(
                        entry.getKey(),
                        entry.getValue().entrySet().stream()
                                .max(Map.Entry.comparingByValue())
                                .orElseThrow()
                                .getKey(),
                        entry.getValue().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()))
                .sorted(order(facet))
                .toList();
    }

    private static Comparator<FacetCount> order(Facet facet) {
        return switch (facet) {
            case YEAR -> Comparator.comparing(FacetCount::value).reversed();
            case CATEGORY, KIND ->
                Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value);
        };
    }

    private DefaultSortedSetDocValuesReaderState stateOf(IndexReader reader) throws IOException {
        var known = state;
        if (known == null || !known.reader.equals(reader)) {
            known = new DefaultSortedSetDocValuesReaderState(reader, CONFIG);
            state = known;
        }
        return known;
    }
}
