package lantai.ingest.catalogue;

import java.util.List;
import java.util.stream.Stream;
import lantai.problem.Problem;

/**
 * Something about one cell of a catalogue.
 *
 * @param row as the program that made the table shows it
 * @param value what stands there; identity numbers are masked
 * @param problem key of its text without the leading {@code problem.}, for example {@code CatalogueProblem.CODE_TWICE}
 * @param quoted what the text quotes
 */
public record Finding(
        int row, Severity severity, CatalogueField field, String value, String problem, List<String> quoted) {
    private static final int LONGEST = 120;

    /** How grave it is. */
    public enum Severity {
        /** The catalogue is not taken over with it. */
        ERROR,
        /** It is told and does not hold anything up. */
        WARNING
    }

    public Finding {
        quoted = List.copyOf(quoted);
    }

    static Finding of(
            int row, Severity severity, CatalogueField field, String value, Problem problem, Object... quoted) {
        var type = problem instanceof Enum<?> constant ? constant.getDeclaringClass() : problem.getClass();
        return new Finding(
                row,
                severity,
                field,
                value.length() > LONGEST ? value.substring(0, LONGEST) + '…' : value,
                type.getSimpleName() + '.' + problem.name(),
                Stream.of(quoted).map(Object::toString).toList());
    }

    /** {@return an identity number of which nobody can learn it; also a wrong number is nearly somebody's} */
    public static String masked(String number) {
        return number.length() < 9
                ? number
                : number.substring(0, 4) + "*".repeat(number.length() - 6) + number.substring(number.length() - 2);
    }
}
