package lantai.web.policy;

import java.util.List;
import lantai.policy.RuleChange;
import lantai.web.text.Text;

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

    static List<ChangeLine> of(String rule, List<RuleChange> changes, Text text) {
        var words = new RuleWords(rule, text);
        return changes.stream()
                .map(change -> new ChangeLine(
                        words.table(change.table()),
                        change.row(),
                        change.kind(),
                        change.cells().stream()
                                .map(cell -> new Cell(words.column(cell.column()), cell.before(), cell.after()))
                                .toList()))
                .toList();
    }
}
