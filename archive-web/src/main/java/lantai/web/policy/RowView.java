package lantai.web.policy;

import java.util.List;
import java.util.Map;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.web.frame.Page;

/**
 * One row of a draft, or its single values, in a form.
 *
 * @param rule the rule
 * @param revision the revision that the reader has before him
 * @param action where the form is sent
 * @param about what the row is: table and number
 * @param columns the fields of the form
 * @param titles what each is called
 * @param choices what may be chosen in each
 * @param typed what stands in each
 * @param errors what is wrong with each; with an empty name what is wrong with the whole row
 */
public record RowView(
        Page page,
        String rule,
        int revision,
        String action,
        String about,
        List<RuleColumn> columns,
        Map<String, String> titles,
        Map<String, List<RuleChoice>> choices,
        Map<String, String> typed,
        Map<String, String> errors) {
    public RowView {
        columns = List.copyOf(columns);
        titles = Map.copyOf(titles);
        choices = Map.copyOf(choices);
        typed = Map.copyOf(typed);
        errors = Map.copyOf(errors);
    }

    /** {@return what stands in a field} */
    public String value(RuleColumn column) {
        return typed.getOrDefault(column.name(), "");
    }

    /** {@return whether a choice is chosen} */
    public boolean isChosen(RuleColumn column, String choice) {
        return List.of(value(column).split("、", -1)).contains(choice);
    }

    /** {@return what may be chosen in a field} */
    public List<RuleChoice> choices(RuleColumn column) {
        return choices.getOrDefault(column.name(), List.of());
    }

    public String title(RuleColumn column) {
        return titles.getOrDefault(column.name(), column.name());
    }
}
