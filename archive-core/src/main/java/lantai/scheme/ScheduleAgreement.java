package lantai.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lantai.policy.RuleFault;
import lantai.problem.Problem;
import lantai.retention.RetentionRow;
import lantai.retention.RetentionSchedule;

/**
 * Whether the classification scheme and the retention schedule speak of the same things: every class has a term, every class of the
 * schedule is one of the scheme, every business link has its row and its term.
 */
record ScheduleAgreement(ClassificationScheme scheme, RetentionSchedule schedule) {
    /** {@return where they differ, in the order of the scheme} */
    List<RuleFault> differences() {
        var found = new ArrayList<RuleFault>();
        scheme.classes().stream()
                .filter(node -> schedule.rows().stream().noneMatch(row -> reaches(row.group(), node.code())))
                .forEach(node -> found.add(fault(SchemeProblem.CLASS_WITHOUT_TERM, node.code(), node.name())));
        schedule.groups().keySet().stream()
                .filter(group -> scheme.classes().stream().noneMatch(node -> isNamed(group, node.code())))
                .forEach(group -> found.add(fault(SchemeProblem.TERM_WITHOUT_CLASS, group)));
        scheme.links().forEach(link -> compare(link, found));
        return found;
    }

    private void compare(BusinessLink link, List<RuleFault> found) {
        var rows = schedule.rows().stream()
                .filter(row -> row.label().equals(link.code()) || row.label().startsWith(link.code() + '.'))
                .toList();
        if (rows.isEmpty()) {
            found.add(fault(SchemeProblem.LINK_WITHOUT_TERM, link.code(), link.name()));
        } else if (rows.stream().map(RetentionRow::period).noneMatch(link.retention()::equals)) {
            found.add(fault(
                    SchemeProblem.LINK_TERM_DIFFERS,
                    link.code(),
                    link.retention().code(),
                    rows.stream().map(row -> row.period().code()).distinct().collect(Collectors.joining("、"))));
        }
    }

    /** {@return whether a class of the schedule names a class of the scheme, one above it, or one below it} */
    private boolean reaches(String group, String code) {
        return scheme.classes().stream()
                .map(ClassNode::code)
                .filter(named -> isNamed(group, named))
                .anyMatch(named -> isWithin(code, named) || isWithin(named, code));
    }

    private static boolean isWithin(String code, String other) {
        return code.equals(other) || code.startsWith(other + '·');
    }

    /** {@return whether a class of the schedule, such as {@code GL}, means a class of the scheme, such as {@code ZY·YB·GL}} */
    private static boolean isNamed(String group, String code) {
        return code.equals(group) || code.endsWith('·' + group);
    }

    private static RuleFault fault(Problem problem, Object... values) {
        return new RuleFault("", problem, List.of(values));
    }
}
