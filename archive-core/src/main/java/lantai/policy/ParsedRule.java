package lantai.policy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lantai.problem.Malformed;
import org.jdbi.v3.core.Handle;

/**
 * A rule that is valid when its feature can read it.
 *
 * @param reader reads the JSON; throws {@link Malformed} when it cannot, if possible with the name of the row as first value
 */
public record ParsedRule(String name, RuleForm form, Consumer<String> reader) implements HouseRule {
    @Override
    public List<RuleFault> faults(Handle handle, RuleContent content) {
        try {
            reader.accept(content.json());
            return List.of();
        } catch (Malformed failure) {
            return List.of(new RuleFault(place(content, failure.values()), failure.problem(), failure.values()));
        }
    }

    private String place(RuleContent content, List<Object> values) {
        if (values.isEmpty()) {
            return "";
        }
        var row = values.getFirst().toString();
        return form.tables().stream()
                .flatMap(table -> IntStream.range(0, content.rows(table))
                        .filter(index -> content.rowName(table, index).equals(row))
                        .mapToObj(index -> '/' + table.name() + '/' + index))
                .findFirst()
                .orElse("");
    }
}
