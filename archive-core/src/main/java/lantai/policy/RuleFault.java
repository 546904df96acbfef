package lantai.policy;

import java.util.List;
import java.util.Optional;
import lantai.problem.Problem;

/**
 * Something in a draft that its rule does not allow.
 *
 * @param path where: a JSON pointer, for example {@code /kinds/3/retention}; empty for the rule as a whole
 * @param problem why; its text is found in the message bundles
 * @param values what the text quotes
 */
public record RuleFault(String path, Problem problem, List<Object> values) {
    public RuleFault {
        values = List.copyOf(values);
    }

    /** {@return the table it is in, if any} */
    public Optional<String> table() {
        return row().isPresent() ? Optional.of(part(1)) : Optional.empty();
    }

    /** {@return the row, from 0, if it is in one} */
    public Optional<Integer> row() {
        var parts = path.split("/", -1);
        return parts.length > 2 && parts[2].matches("\\d{1,6}")
                ? Optional.of(Integer.valueOf(parts[2]))
                : Optional.empty();
    }

    /** {@return the column or the single value it is in; empty for a whole row or the whole rule} */
    public String column() {
        var parts = path.split("/", row().isPresent() ? 4 : 2);
        return row().isPresent() ? parts.length > 3 ? parts[3] : "" : path.isEmpty() ? "" : parts[1];
    }

    private String part(int number) {
        return path.split("/", -1)[number];
    }
}
