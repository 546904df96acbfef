package lantai.policy;

import java.util.List;

/**
 * One row that differs between two versions.
 *
 * @param table the table, empty for the single values of the rule
 * @param row what names the row
 * @param cells the cells that differ, in the order of the columns
 */
public record RuleChange(String table, String row, Kind kind, List<Cell> cells) {
    /** What happened to the row. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One cell that differs.
     *
     * @param before empty when it was not there
     * @param after empty when it is gone
     */
    public record Cell(String column, String before, String after) {}

    public RuleChange {
        cells = List.copyOf(cells);
    }
}
