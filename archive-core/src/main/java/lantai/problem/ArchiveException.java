package lantai.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A broken promise, in one of five kinds that each tell the caller what to do.
 *
 * <p>The message is English, names the problem with its values and is meant for the log; people read the text of
 * {@link #problem()} from the message bundles.
 */
public abstract sealed class ArchiveException extends RuntimeException
        permits Malformed, NotFound, Refused, Damaged, Unavailable {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient List<Object> values;

    ArchiveException(Problem problem, Object... values) {
        super(problem.name()
                + Arrays.stream(values).map(value -> "\"" + value + '"').collect(Collectors.joining(", ", " [", "]")));
        this.problem = problem;
        this.values = List.of(values);
    }

    /** {@return what went wrong} */
    public Problem problem() {
        return problem;
    }

    /** {@return the values that the text of the problem quotes, in its order} */
    public List<Object> values() {
        return values;
    }
}
