package lantai.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a sentence that has a text of its own, for example what was expected. It stands among the values of another problem and
 * is told in the reader's language like it.
 *
 * @param problem names the text in the message bundles
 * @param values what that text quotes
 */
public record Clause(Problem problem, List<Object> values) {
    public Clause {
        values = List.copyOf(values);
    }

    public Clause(Problem problem, Object... values) {
        this(problem, Arrays.asList(values));
    }

    /** {@return the English form for the log} */
    @Override
    public String toString() {
        return problem.name() + values.stream().map(Object::toString).collect(Collectors.joining(", ", " [", "]"));
    }
}
