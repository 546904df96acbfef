package lantai.ingest.propose;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is proposed for one document.
 *
 * @param candidates for each field its possible values, at most nine, the most confident first; a field with an empty list is expected
 *     for the proposed kind but was not found
 * @param expected the fields that a document of the proposed kind should have
 */
public record Proposal(Map<Field, List<Suggestion>> candidates, Set<Field> expected) {
    private static final int MOST = 9;

    public Proposal {
        var sorted = new EnumMap<Field, List<Suggestion>>(Field.class);
        candidates.forEach((field, suggestions) -> sorted.put(
                field,
                suggestions.stream()
                        .sorted(Comparator.comparingDouble(Suggestion::confidence)
                                .reversed())
                        .limit(MOST)
                        .toList()));
        candidates = Collections.unmodifiableMap(sorted);
        expected = Set.copyOf(expected);
    }

    /** {@return the most confident value of a field} */
    public Optional<Suggestion> best(Field field) {
        return candidates.getOrDefault(field, List.of()).stream().findFirst();
    }

    /** {@return the value of the best suggestion for a field} */
    public Optional<String> value(Field field) {
        return best(field).map(Suggestion::value);
    }

    /** {@return the fields a person should look at first: expected, but not found or best below the threshold} */
    public List<Field> doubtful(double threshold) {
        return expected.stream()
                .sorted()
                .filter(field -> best(field)
                        .filter(best -> best.confidence() >= threshold)
                        .isEmpty())
                .toList();
    }
}
