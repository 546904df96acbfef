package lantai.web.policy;

import java.util.List;
import lantai.policy.RuleChange;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;

/**
 * One row that differs, in the reader's words.
 *
 * @param table what the table is called
 * @param row what names the row
 */
public record ChangeLine(String table, String row, RuleChange.Kind kind, List<Cell> cells) {
    /** One cell that differs; before or after may be empty. */
    public record Cell(String title, String before, String after) {}

    public ChangeLine {
        cells = List.copyOf(cells);
    }

    /**
     * Puts changes into words.
     *
     * @param old how the version before is read
     * @param fresh how the version after is read
     */
    static List<ChangeLine> of(RuleWords words, RuleForm old, RuleForm fresh, List<RuleChange> changes) {
        return changes.stream()
                .map(change -> new ChangeLine(
                        words.table(change.table()),
                        row(words, change.kind() == RuleChange.Kind.REMOVED ? old : fresh, change),
                        change.kind(),
                        change.cells().stream()
                                .map(cell -> new Cell(
                                        words.column(cell.column()),
                                        shown(words, old, change, cell.column(), cell.before()),
                                        shown(words, fresh, change, cell.column(), cell.after())))
                                .toList()))
                .toList();
    }

    private static String row(RuleWords words, RuleForm form, RuleChange change) {
        return form.table(change.table())
                .map(table -> words.row(table, change.row()))
                .orElse(change.row());
    }

    private static String shown(RuleWords words, RuleForm form, RuleChange change, String name, String typed) {
        var columns = form.table(change.table()).map(RuleTable::columns).orElse(form.fields());
        return columns.stream()
                .filter(column -> column.name().equals(name) && !typed.isEmpty())
                .findFirst()
                .map(column -> words.shown(column, typed))
                .orElse(typed);
    }
}
