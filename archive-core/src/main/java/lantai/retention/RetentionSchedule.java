package lantai.retention;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.problem.Clause;
import lantai.problem.Malformed;

/**
 * The retention schedule of the agency (保管期限表): what is kept for how long, and by which rule. It is the policy
 * {@code retention-schedule}; each agency has its own approved by the archives authority (档案法实施条例 art. 19).
 *
 * @param title as printed
 * @param groups name of each class by its code, in the order of the table
 * @param bases name of each rule by its key
 */
public record RetentionSchedule(
        String title, Map<String, String> groups, Map<String, String> bases, List<RetentionRow> rows) {
    /** Name of the policy. */
    public static final String POLICY = "retention-schedule";

    /**
     * Checks what the table says.
     *
     * @throws Malformed naming the row, the value and what was expected
     */
    public RetentionSchedule {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        bases = Collections.unmodifiableMap(new LinkedHashMap<>(bases));
        rows = List.copyOf(rows);
        var labels = new HashSet<String>();
        var kinds = new HashSet<String>();
        for (var row : rows) {
            require(
                    groups.containsKey(row.group()),
                    row,
                    row.group(),
                    new Clause(RetentionProblem.A_CLASS, String.join("、", groups.values())));
            require(
                    bases.containsKey(row.basis()),
                    row,
                    row.basis(),
                    new Clause(RetentionProblem.A_BASIS, String.join("、", bases.values())));
            require(!row.material().isBlank(), row, row.material(), new Clause(RetentionProblem.A_MATERIAL));
            require(labels.add(row.label()), row, row.label(), new Clause(RetentionProblem.A_NEW_NUMBER));
            require(
                    row.period() instanceof RetentionPeriod.YearsAfterEvent
                            != row.event().isBlank(),
                    row,
                    row.event(),
                    new Clause(RetentionProblem.AN_EVENT));
            for (var kind : row.kinds()) {
                require(kinds.add(kind), row, kind, new Clause(RetentionProblem.A_KIND_OF_ITS_OWN));
            }
        }
    }

    /**
     * Reads the schedule from its JSON.
     *
     * @throws Malformed when it is not one
     */
    public static RetentionSchedule parse(String json) {
        return RetentionScheduleJson.read(json);
    }

    /** {@return the row a document kind falls under} */
    public Optional<RetentionRow> ofKind(String kind) {
        return rows.stream().filter(row -> row.kinds().contains(kind)).findFirst();
    }

    /** {@return the rows of a class, in order} */
    public List<RetentionRow> ofGroup(String group) {
        return rows.stream().filter(row -> row.group().equals(group)).toList();
    }

    /** {@return the rows that may stand in an official print} */
    public List<RetentionRow> official() {
        return rows.stream().filter(row -> row.evidence().official()).toList();
    }

    private static void require(boolean holds, RetentionRow row, String value, Clause expected) {
        if (!holds) {
            throw new Malformed(RetentionProblem.ROW_INVALID, row.label(), value, expected);
        }
    }
}
