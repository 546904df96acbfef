package lantai.access;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A visibility as a condition on the item {@code i} of a question to the database.
 *
 * @param sql in which the values stand as {@code :id0}, {@code :id1} and so on
 */
public record VisibleCondition(String sql, List<UUID> values) {
    public VisibleCondition {
        values = List.copyOf(values);
    }

    /** {@return the condition of a visibility} */
    public static VisibleCondition of(Visibility visibility) {
        var values = new ArrayList<UUID>();
        return new VisibleCondition(condition(visibility, values), values);
    }

    /** Binds the values to a statement that holds the condition. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        for (var i = 0; i < values.size(); i++) {
            statement.bind("id" + i, values.get(i));
        }
        return statement;
    }

    /** Puts a visibility into SQL; the values it needs go to the end of the list. */
    private static String condition(Visibility visibility, List<UUID> values) {
        return switch (visibility) {
            case Visibility.All _ -> "true";
            case Visibility.None _ -> "false";
            case Visibility.NotPersonal _ -> "(not i.personal and i.insured_person_id is null)";
            case Visibility.OfDepartment(var id) -> "i.department_id = " + place(values, id);
            case Visibility.OfPerson(var id) -> "i.insured_person_id = " + place(values, id);
            case Visibility.AnyOf(var rules) ->
                rules.isEmpty()
                        ? "false"
                        : rules.stream()
                                .map(rule -> condition(rule, values))
                                .collect(Collectors.joining(" or ", "(", ")"));
        };
    }

    private static String place(List<UUID> values, UUID id) {
        values.add(id);
        return ":id" + (values.size() - 1);
    }
}
