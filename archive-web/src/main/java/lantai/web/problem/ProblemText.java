package lantai.web.problem;

import java.util.List;
import lantai.ingest.propose.Field;
import lantai.policy.HeldTo;
import lantai.problem.ArchiveException;
import lantai.problem.Clause;
import lantai.problem.Problem;
import lantai.web.security.TypedDay;
import lantai.web.text.Text;

/** Puts a {@link Problem} into the reader's words: the text {@code problem.AccountProblem.NAME_TAKEN} with its values. */
public final class ProblemText {
    private ProblemText() {}

    /** {@return what went wrong, for the field or the page} */
    public static String of(Text text, ArchiveException failure) {
        return of(text, failure.problem(), failure.values());
    }

    /** {@return a problem in words; values that have a text of their own are told in words as well} */
    public static String of(Text text, Problem problem, List<Object> values) {
        return text.say(
                key(problem), values.stream().map(value -> told(text, value)).toArray());
    }

    private static Object told(Text text, Object value) {
        return switch (value) {
            case TypedDay day -> text.say("problem.day." + day.name());
            case Field field -> text.say("review.field." + field.code());
            case HeldTo rule -> rule(text, rule);
            case Clause clause -> of(text, clause.problem(), clause.values());
            case Enum<?> state -> named(text, state);
            default -> value;
        };
    }

    /** {@return a rule in words: that of the house with its name and version, else the law, standard or custom} */
    public static String rule(Text text, HeldTo rule) {
        return rule.ground()
                .policy()
                .map(name -> text.say("problem.ground.house", text.say("policy.name." + name), rule.version()))
                .orElseGet(() -> text.say("problem.ground." + rule.ground().name()));
    }

    /** A state is told by its name where it has one: {@code problem.state.Stage.FILE}. */
    private static Object named(Text text, Enum<?> state) {
        var key = "problem.state." + state.getDeclaringClass().getSimpleName() + '.' + state.name();
        return text.has(key) ? text.say(key) : state;
    }

    /** {@return the key of a problem's text in the bundles} */
    public static String key(Problem problem) {
        var type = problem instanceof Enum<?> constant ? constant.getDeclaringClass() : problem.getClass();
        return "problem." + type.getSimpleName() + '.' + problem.name();
    }
}
