package lantai.web.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantai.ingest.catalogue.CatalogueField;
import lantai.ingest.catalogue.CatalogueFiles.Row;
import lantai.ingest.catalogue.CatalogueImport;
import lantai.ingest.catalogue.Finding;
import lantai.print.Column;
import lantai.print.Table;
import lantai.web.text.Text;

/**
 * The rows of a catalogue that something is to be said about, as they came, with the findings beside them. Identity numbers are
 * masked; the row number leads to them.
 */
final class FindingTable {
    private static final int PAGE = 2_000;
    private static final int MOST = 20_000;

    private final ImportDoors doors;
    private final Sentences sentences;
    private final Text text;
    private final CatalogueImport of;

    /** @param of the import that the table is of */
    FindingTable(ImportDoors doors, Text text, CatalogueImport of) {
        this.doors = doors;
        this.text = text;
        this.of = of;
        this.sentences = new Sentences(text, doors.desk().headings(of));
    }

    /** {@return the first 20 000 such rows as a list to be printed} */
    Table table() {
        var headings = headings();
        var columns = new ArrayList<Column>();
        columns.add(Column.number(text.say("imports.row"), 1));
        columns.add(Column.text(text.say("imports.findings"), 6));
        headings.forEach(heading -> columns.add(Column.text(heading.isEmpty() ? "—" : heading, 2)));
        var rows = new ArrayList<List<String>>();
        each(MOST, row -> rows.add(padded(row, headings.size() + 2)));
        return new Table(
                text.say("imports.findings"),
                of.title(),
                columns,
                rows,
                List.of(text.say("imports.findings.note", of.errors(), of.warnings())),
                text.say("imports.print.foot"));
    }

    /** Writes all of them as text with commas, for a spreadsheet program: UTF-8 with its mark; nothing in it is a formula. */
    void csv(OutputStream out) throws IOException {
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        var heading = new ArrayList<>(List.of(text.say("imports.row"), text.say("imports.findings")));
        heading.addAll(headings());
        line(out, heading);
        var failed = new ArrayList<IOException>();
        each(Integer.MAX_VALUE, row -> {
            try {
                line(out, row);
            } catch (IOException gone) {
                failed.add(gone);
            }
        });
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
    }

    private static void line(OutputStream out, List<String> cells) throws IOException {
        var line = cells.stream().map(FindingTable::quoted).collect(Collectors.joining(",")) + "\r\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String cell) {
        var harmless = cell.matches("(?s)[=+@\\t\\r-].*") ? '\'' + cell : cell;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static List<String> padded(List<String> row, int width) {
        return IntStream.range(0, width)
                .mapToObj(column -> column < row.size() ? row.get(column) : "")
                .toList();
    }

    private List<String> headings() {
        return padded(sentences.headings(), of.mapping().fields().size());
    }

    private void each(int most, java.util.function.Consumer<List<String>> taker) {
        try (var rows = doors.desk().files().open(of.id())) {
            var told = 0;
            var after = 0;
            while (told < most) {
                var findings = page(of.id(), after);
                if (findings.isEmpty()) {
                    return;
                }
                after = findings.keySet().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(after);
                while (rows.hasNext() && !findings.isEmpty() && told < most) {
                    var row = rows.next();
                    var of1 = findings.remove(row.number());
                    if (of1 != null) {
                        told++;
                        taker.accept(line(row, of1));
                    }
                }
            }
        }
    }

    private Map<Integer, List<Finding>> page(UUID id, int after) {
        var byRow = new HashMap<Integer, List<Finding>>();
        doors.jdbi()
                .withHandle(handle -> doors.desk().rows().findings(handle, id, after, PAGE))
                .forEach(finding -> byRow.computeIfAbsent(finding.row(), _ -> new ArrayList<>())
                        .add(finding));
        return byRow;
    }

    private List<String> line(Row row, List<Finding> findings) {
        var cells = new ArrayList<String>();
        cells.add(Integer.toString(row.number()));
        cells.add(findings.stream().map(sentences::beside).collect(Collectors.joining("\n")));
        for (var column = 0; column < row.cells().size(); column++) {
            var cell = row.cells().get(column);
            var field = column < of.mapping().fields().size()
                    ? of.mapping().fields().get(column)
                    : Optional.<CatalogueField>empty();
            cells.add(field.equals(Optional.of(CatalogueField.PERSON_ID)) ? Finding.masked(cell) : cell);
        }
        return cells;
    }
}
