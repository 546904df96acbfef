package lantai.description;

import java.util.List;
import lantai.problem.Malformed;
import lantai.problem.Problem;

/**
 * One element that does not hold what the rule wants.
 *
 * @param element code of the element
 * @param values what the text of the problem quotes: the element's name first
 */
public record DescriptionFault(String element, Problem problem, List<Object> values) {
    public DescriptionFault {
        values = List.copyOf(values);
    }

    DescriptionFault(String element, Problem problem, Object... values) {
        this(element, problem, List.of(values));
    }

    Malformed asFailure() {
        return new Malformed(problem, values.toArray());
    }
}
