package lantai.web.problem;

import lantai.problem.ArchiveException;
import lantai.problem.Problem;
import lantai.web.security.TypedDay;
import lantai.web.text.Text;

/** Puts a {@link Problem} into the reader's words: the text {@code problem.AccountProblem.NAME_TAKEN} with its values. */
public final class ProblemText {
    private ProblemText() {}

    /** {@return what went wrong, for the field or the page} */
    public static String of(Text text, ArchiveException failure) {
        return text.say(
                key(failure.problem()),
                failure.values().stream()
                        .map(value -> value instanceof TypedDay day ? text.say("problem.day." + day.name()) : value)
                        .toArray());
    }

    /** {@return the key of a problem's text in the bundles} */
    public static String key(Problem problem) {
        var type = problem instanceof Enum<?> constant ? constant.getDeclaringClass() : problem.getClass();
        return "problem." + type.getSimpleName() + '.' + problem.name();
    }
}
