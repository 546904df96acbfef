package lantai.policy;

import java.util.List;

/**
 * One column of a table of a rule, or one single value of it.
 *
 * @param name where it stands in the JSON of the row; a slash leads into an object, for example {@code labels/date}
 * @param choices what may be chosen; empty for types without choices
 */
public record RuleColumn(String name, RuleType type, boolean required, List<RuleChoice> choices) {
    public RuleColumn {
        choices = List.copyOf(choices);
    }

    /** {@return a column that must be filled} */
    public static RuleColumn required(String name, RuleType type) {
        return new RuleColumn(name, type, true, List.of());
    }

    /** {@return a column that may stay empty} */
    public static RuleColumn optional(String name, RuleType type) {
        return new RuleColumn(name, type, false, List.of());
    }

    /** {@return a column in which one of these must be chosen} */
    public static RuleColumn choice(String name, List<RuleChoice> choices) {
        return new RuleColumn(name, RuleType.CHOICE, true, choices);
    }

    /** {@return a column in which any of these may be chosen} */
    public static RuleColumn choices(String name, List<RuleChoice> choices) {
        return new RuleColumn(name, RuleType.CHOICES, false, choices);
    }

    /** {@return the same column, which may stay empty} */
    public RuleColumn orEmpty() {
        return new RuleColumn(name, type, false, choices);
    }
}
