package lantai.ingest.catalogue;

import java.util.List;
import java.util.stream.Stream;
import lantai.policy.HeldTo;

/**
 * Something about one cell of a catalogue.
 *
 * @param row as the program that made the table shows it
 * @param column from 1, 0 when the table has none for it
 * @param value what stands there; identity numbers are masked
 * @param problem key of its text without the leading {@code problem.}, for example {@code CatalogueProblem.CODE_TWICE}
 * @param quoted what the text quotes
 * @param rule what the cell was held to
 */
public record Finding(
        int row,
        Severity severity,
        CatalogueField field,
        int column,
        String value,
        String problem,
        List<String> quoted,
        HeldTo rule) {
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

    /**
     * The cell that a finding is about.
     *
     * @param column from 1, 0 when the table has none for it
     */
    record Place(int row, CatalogueField field, int column, String value) {}

    static Finding of(Place place, Severity severity, CatalogueProblem problem, HeldTo rule, Object... quoted) {
        var value = place.value();
        return new Finding(
                place.row(),
                severity,
                place.field(),
                place.column(),
                value.length() > LONGEST ? value.substring(0, LONGEST) + '…' : value,
                CatalogueProblem.class.getSimpleName() + '.' + problem.name(),
                Stream.of(quoted).map(Object::toString).toList(),
                rule);
    }

    /** {@return an identity number of which nobody can learn it; also a wrong number is nearly somebody's} */
    public static String masked(String number) {
        return number.length() < 9
                ? number
                : number.substring(0, 4) + "*".repeat(number.length() - 6) + number.substring(number.length() - 2);
    }
}
