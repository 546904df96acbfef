package lantai.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.reader.Readers;
import lantai.ocr.Block;
import lantai.ocr.Block.Cell;
import lantai.ocr.Box;
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import lantai.print.TableSpreadsheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of a page becomes rows and cells, in a spreadsheet that another program opens. */
class ReadTablesTest {
    private static final Box BOX = new Box(0, 0, 10, 10);

    @TempDir
    private Path folder;

    private static PageText page() {
        var words = List.of("费用清单", "项目", "金额（元）", "床位费", "=1+1", "其中自付");
        var lines = words.stream()
                .map(word -> new TextLine(Quad.of(BOX), word, 1, List.of(), 0))
                .toList();
        var cells = List.of(
                new Cell(0, 0, 1, 1, BOX, List.of(1)),
                new Cell(0, 1, 1, 2, BOX, List.of(2)),
                new Cell(1, 0, 1, 1, BOX, List.of(3)),
                new Cell(1, 1, 1, 1, BOX, List.of(4)),
                new Cell(1, 2, 1, 1, BOX, List.of(4, 5)));
        return new PageText(
                100,
                100,
                300,
                0,
                lines,
                List.of(
                        new Block(Block.Kind.HEADING, BOX, List.of(0)),
                        new Block(Block.Kind.TABLE, BOX, List.of(1, 2, 3, 4, 5), cells)),
                "test",
                "");
    }

    @Test
    void whatSpansCellsStandsInTheFirst() {
        assertThat(ReadTables.isOn(page())).isTrue();
        assertThat(ReadTables.of(3, page()))
                .containsExactly(new ReadTables.OneTable(
                        3, 1, List.of(List.of("项目", "金额（元）", ""), List.of("床位费", "=1+1", "=1+1\n其中自付"))));
    }

    @Test
    void theSpreadsheetIsReadBackWithWordsThatStayWords() throws IOException {
        var out = new ByteArrayOutputStream();
        new TableSpreadsheet(ReadTables.sheet("样例", "J057", ReadTables.of(3, page()), "页", "表")).write(out);
        var file = Files.write(folder.resolve("tables.xlsx"), out.toByteArray());
        var rows = folder.resolve("rows");
        try (var readers = new Readers(
                ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), folder.resolve("temporary")))) {
            readers.sheet(file, rows);
        }
        try (Stream<String> lines = Files.lines(rows)) {
            assertThat(lines.toList())
                    .anyMatch(line -> line.contains("床位费") && line.contains("=1+1"))
                    .anyMatch(line -> line.contains("页") && line.contains("表"));
        }
    }
}
