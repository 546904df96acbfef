package lantai.web.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lantai.policy.PolicyDraft;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleFault;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.problem.NotFound;
import lantai.web.security.RequestProblem;

/**
 * Which part of a draft a form is for.
 *
 * @param table the table, or nothing for the single values
 * @param row the row, from 0; the number of rows for a new one
 * @param isNew whether the row is not there yet
 */
record RowPlace(Optional<RuleTable> table, int row, boolean isNew, List<RuleColumn> columns) {
    static RowPlace fields(RuleForm form) {
        return new RowPlace(Optional.empty(), 0, false, form.fields());
    }

    /**
     * Finds a row.
     *
     * @param row its number from 0, or {@code new}
     * @throws NotFound when the rule has no such table or row
     */
    static RowPlace of(RuleForm form, PolicyDraft draft, String table, String row) {
        var found = form.table(table).orElseThrow(() -> new NotFound(RequestProblem.NOT_FOUND));
        var rows = RuleContent.parse(draft.content()).rows(found);
        var isNew = row.equals("new");
        var number = isNew ? rows : row.matches("\\d{1,6}") ? Integer.parseInt(row) : -1;
        if (number < 0 || number > rows || (number == rows && !isNew)) {
            throw new NotFound(RequestProblem.NOT_FOUND);
        }
        return new RowPlace(Optional.of(found), number, isNew, found.columns());
    }

    String path() {
        return table.map(found -> "rows/" + found.name() + '/' + (isNew ? "new" : row))
                .orElse("fields");
    }

    String about(RuleWords words) {
        return table.map(found -> words.text()
                        .say(isNew ? "policy.row.new" : "policy.row.of", words.table(found.name()), row + 1))
                .orElseGet(() -> words.table(""));
    }

    Map<String, String> values(RuleContent content) {
        return columns.stream()
                .collect(Collectors.toMap(
                        RuleColumn::name,
                        column -> table.map(found -> content.cell(found, row, column))
                                .orElseGet(() -> content.field(column))));
    }

    RuleContent put(RuleContent content, Map<String, String> typed) {
        return table.map(found -> content.withRow(found, row, typed))
                .orElseGet(() -> content.withFields(columns, typed));
    }

    boolean holds(RuleFault fault) {
        return table.map(found -> fault.table().filter(found.name()::equals).isPresent()
                        && fault.row().filter(number -> number == row).isPresent())
                .orElseGet(() -> fault.row().isEmpty() && !fault.path().isEmpty());
    }
}
