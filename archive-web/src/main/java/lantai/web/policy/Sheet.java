package lantai.web.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.web.text.Text;

/**
 * What a rule says, laid out for reading.
 *
 * @param unconfirmed how many rows the agency must still confirm
 */
public record Sheet(List<Cell> fields, List<Table> tables, long unconfirmed) {
    /**
     * One value.
     *
     * @param column its column in the rule
     * @param title the column in the reader's words
     * @param lines the value in lines; none when it is empty
     */
    public record Cell(String column, String title, RuleType type, List<String> lines) {
        private static final int LONG = 60;

        /** {@return whether it needs a broad column, so that its row does not become a tower} */
        public boolean isLong() {
            return lines.stream().mapToInt(String::length).sum() > LONG;
        }

        public Cell {
            lines = List.copyOf(lines);
        }

        /** {@return whether it says that the agency must still confirm the row} */
        public boolean isUnconfirmed() {
            return type == RuleType.EVIDENCE && lines.equals(List.of("K"));
        }

        /** {@return whether it holds a number} */
        public boolean isNumber() {
            return type == RuleType.NUMBER;
        }
    }

    /** One row of a table; its first cell names it. */
    public record Row(int index, String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** One table with its rows. */
    public record Table(String name, String title, List<String> columns, List<Row> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    public Sheet {
        fields = List.copyOf(fields);
        tables = List.copyOf(tables);
    }

    static Sheet of(String rule, RuleForm form, RuleContent content, Text text) {
        var words = new RuleWords(rule, text);
        var fields = form.fields().stream()
                .map(column -> cell(words, column, content.field(column)))
                .toList();
        var tables = form.tables().stream()
                .map(table -> new Table(
                        table.name(),
                        words.table(table.name()),
                        table.columns().stream().map(words::column).toList(),
                        rows(words, table, content)))
                .toList();
        return new Sheet(fields, tables, content.unconfirmed(form));
    }

    private static List<Row> rows(RuleWords words, RuleTable table, RuleContent content) {
        var rows = new ArrayList<Row>();
        for (var index = 0; index < content.rows(table); index++) {
            var row = index;
            rows.add(new Row(
                    row,
                    words.row(table, content.rowName(table, row)),
                    table.columns().stream()
                            .map(column -> cell(words, column, content.cell(table, row, column)))
                            .toList()));
        }
        return rows;
    }

    private static Cell cell(RuleWords words, RuleColumn column, String typed) {
        var lines = switch (column.type()) {
            case NUMBER, EVIDENCE, LONG_TEXT, PAIRS -> typed.lines().toList();
            case TEXT, YES_NO, CHOICE, CHOICES, WORDS -> List.of(words.shown(column, typed));
            case WEIGHTS ->
                List.of(typed.lines().map(line -> line.replace(" = ", " ")).collect(Collectors.joining("、")));
        };
        return new Cell(
                column.name(),
                words.column(column),
                column.type(),
                lines.stream().filter(line -> !line.isEmpty()).toList());
    }
}
