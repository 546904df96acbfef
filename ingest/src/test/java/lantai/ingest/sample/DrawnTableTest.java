package lantai.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.Reading;
import lantai.ocr.Alto;
import lantai.ocr.Block;
import lantai.ocr.PageText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of PDFs that were never paper: their lines are drawn, so their cells are known. */
class DrawnTableTest {
    @TempDir
    private Path folder;

    private PageText read(Paper paper) throws IOException {
        var file = folder.resolve("report.pdf");
        try (var press = new Press()) {
            Files.write(file, press.pdf(paper).bytes());
        }
        var out = folder.resolve("out");
        try (var readers =
                new Readers(ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), folder.resolve("t")))) {
            readers.read(file, "report.pdf", out);
        }
        try (var in = Files.newInputStream(out.resolve(Reading.altoName(1)))) {
            return Alto.read(in);
        }
    }

    private static List<String> row(PageText page, Block table, int row) {
        return table.cells().stream()
                .filter(cell -> cell.row() == row)
                .map(cell -> cell.columns() + ":"
                        + cell.lines().stream()
                                .map(line -> page.lines().get(line).text())
                                .collect(Collectors.joining("/")))
                .toList();
    }

    @Test
    void theCellsOfARuledTableAreKnown() throws IOException {
        var page = read(LedgerSheets.fundReport(LocalDate.of(2025, 3, 1)));
        var tables = page.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.TABLE)
                .toList();
        assertThat(tables).hasSize(1);
        var table = tables.getFirst();
        assertThat(row(page, table, 0)).containsExactly("1:收入项目", "1:行次", "1:本月数", "1:支出项目", "1:行次", "1:本月数");
        assertThat(row(page, table, 5))
                .containsExactly("1:收入合计", "1:5", "1:51,214,001.44", "1:支出合计", "1:10", "1:38,216,982.54");
        assertThat(row(page, table, 6)).containsExactly("4:本月结余", "1:11", "1:12,997,018.90");
    }

    @Test
    void aLetterHasNone() throws IOException {
        assertThat(read(OfficeLetters.request(LocalDate.of(2025, 5, 6))).blocks())
                .isEmpty();
    }
}
