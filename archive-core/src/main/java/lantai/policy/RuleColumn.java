package lantai.policy;

import java.util.List;
import java.util.Optional;

/**
 * One column of a table of a rule, or one single value of it.
 *
 * @param name where it stands in the JSON of the row; a slash leads into an object, for example {@code labels/date}
 * @param choices what may be chosen, or what the codes of a text are called; empty for other types
 * @param source where the names of its codes stand, when they come from a rule
 * @param range what a number may be, when not every number may stand there
 */
public record RuleColumn(
        String name,
        RuleType type,
        boolean required,
        List<RuleChoice> choices,
        Optional<RuleSource> source,
        Optional<Range> range) {
    /** The whole numbers from the least to the most, both among them. */
    public record Range(int least, int most) {
        boolean holds(double number) {
            return number >= least && number <= most;
        }
    }

    public RuleColumn {
        choices = List.copyOf(choices);
    }

    public RuleColumn(String name, RuleType type, boolean required, List<RuleChoice> choices) {
        this(name, type, required, choices, Optional.empty(), Optional.empty());
    }

    /** {@return a column that must be filled} */
    public static RuleColumn required(String name, RuleType type) {
        return new RuleColumn(name, type, true, List.of());
    }

    /** {@return a column that may stay empty} */
    public static RuleColumn optional(String name, RuleType type) {
        return new RuleColumn(name, type, false, List.of());
    }

    /** {@return a column with a number that must be filled and lies between these, both among them} */
    public static RuleColumn number(String name, int least, int most) {
        return new RuleColumn(
                name, RuleType.NUMBER, true, List.of(), Optional.empty(), Optional.of(new Range(least, most)));
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
        return new RuleColumn(name, type, false, choices, source, range);
    }

    /** {@return the same column, its codes chosen by the names that a rule gives them; the feature judges what is stored} */
    public RuleColumn from(RuleSource names) {
        return new RuleColumn(name, type, required, choices, Optional.of(names), range);
    }

    /** {@return the same column, its codes chosen by these names; the feature judges what is stored} */
    public RuleColumn called(List<RuleChoice> names) {
        return new RuleColumn(name, type, required, names, source, range);
    }

    /** {@return the column as people fill it: a code that has a name is chosen, not typed} */
    RuleColumn shown(List<RuleChoice> names) {
        var shown = switch (type) {
            case TEXT -> RuleType.CHOICE;
            case WORDS -> RuleType.CHOICES;
            case LONG_TEXT, NUMBER, YES_NO, CHOICE, CHOICES, WEIGHTS, PAIRS, EVIDENCE -> type;
        };
        return names.isEmpty() ? this : new RuleColumn(name, shown, required, names, source, range);
    }
}
