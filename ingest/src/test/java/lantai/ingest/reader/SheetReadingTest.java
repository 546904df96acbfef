package lantai.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of all forms, friendly and hostile, through a real reader. */
class SheetReadingTest {
    private static final String TABLE = """
            档号,题名
            "J057-WS·2025-D30-0001","样例，含""引号\"\"
            和换行"
            """;

    @TempDir
    private static Path shared;

    private static Readers readers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startReaders() {
        readers = new Readers(
                ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), shared.resolve("temporary")));
    }

    @AfterAll
    static void stopReaders() {
        readers.close();
    }

    private SheetReading read(byte[] bytes) throws IOException {
        return readers.sheet(Files.write(folder.resolve("table"), bytes), folder.resolve("rows"));
    }

    private String rows() throws IOException {
        return Files.readString(folder.resolve("rows"));
    }

    @Test
    void aTextIsReadWhateverItsCharacterSetMarkAndSeparator() throws IOException {
        var expected = """
                ["1","档号","题名"]
                ["2","J057-WS·2025-D30-0001","样例，含\\"引号\\"\\n和换行"]
                """;
        assertThat(read(TABLE.getBytes(StandardCharsets.UTF_8)).charset()).isEqualTo("UTF-8");
        assertThat(rows()).isEqualTo(expected);
        assertThat(read(('\uFEFF' + TABLE).getBytes(StandardCharsets.UTF_8)).charset())
                .isEqualTo("UTF-8");
        assertThat(rows()).isEqualTo(expected);
        assertThat(read(TABLE.getBytes(Charset.forName("GB18030"))).charset()).isEqualTo("GB18030");
        assertThat(rows()).isEqualTo(expected);
        assertThat(read(('\uFEFF' + TABLE.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE))
                        .separator())
                .isEqualTo("\t");
        assertThat(rows()).isEqualTo(expected);
        assertThat(read(TABLE.replace("档号,题名", "档号;题名")
                                .replace("\",\"", "\";\"")
                                .getBytes(StandardCharsets.UTF_8))
                        .separator())
                .isEqualTo(";");
        assertThat(rows()).isEqualTo(expected);
    }

    @Test
    void aWorkbookGivesDaysNumbersAndTheLastValueOfFormulas() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(folder.resolve("table"))) {
            workbook.createSheet("封面");
            var sheet = workbook.createSheet("目录");
            var head = sheet.createRow(1);
            head.createCell(0).setCellValue("档号");
            head.createCell(2).setCellValue("日期");
            var row = sheet.createRow(3);
            row.createCell(0).setCellValue("=HYPERLINK(\"http://example.invalid\")");
            row.createCell(1).setCellValue(12);
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            var dated = row.createCell(2);
            dated.setCellValue(LocalDate.of(2025, 3, 1));
            dated.setCellStyle(day);
            var formula = row.createCell(3);
            formula.setCellFormula("B4*2");
            formula.setCellValue(24);
            workbook.write(out);
        }
        var reading = readers.sheet(folder.resolve("table"), folder.resolve("rows"));
        assertThat(reading).isEqualTo(new SheetReading(ReadingState.READ, "", "xlsx", "", "", "目录", 2, 4));
        assertThat(rows()).isEqualTo("""
                        ["2","档号","","日期"]
                        ["4","=HYPERLINK(\\"http://example.invalid\\")","12","2025-03-01","24"]
                        """);
    }

    @Test
    void whatIsNoTableOrMeansHarmIsNamed() throws IOException {
        assertThat(read(new byte[0]).state()).isEqualTo(ReadingState.EMPTY);
        assertThat(read(" \n\n".getBytes(StandardCharsets.UTF_8)).state()).isEqualTo(ReadingState.EMPTY);
        assertThat(read(new byte[] {7, 0, 7}).state()).isEqualTo(ReadingState.UNSUPPORTED);
        assertThat(read(new byte[] {(byte) 0xFF, (byte) 0xFF, 'a', ',', 'b'}).state())
                .isEqualTo(ReadingState.DAMAGED);
        assertThat(read("a,\"b\n".getBytes(StandardCharsets.UTF_8)).reason()).contains("never closed");
        assertThat(read(("a," + "b".repeat(9_000)).getBytes(StandardCharsets.UTF_8))
                        .state())
                .isEqualTo(ReadingState.TOO_LARGE);
        assertThat(read("\n".repeat(10).concat("a,b\n".repeat(300_001)).getBytes(StandardCharsets.UTF_8))
                        .state())
                .isEqualTo(ReadingState.TOO_LARGE);
    }

    @Test
    void aBombInAWorkbookIsNotUnpacked() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(folder.resolve("good"))) {
            workbook.createSheet("1").createRow(0).createCell(0).setCellValue("x");
            workbook.write(out);
        }
        try (var good = new java.util.zip.ZipFile(folder.resolve("good").toFile());
                var out = new ZipOutputStream(Files.newOutputStream(folder.resolve("table")))) {
            for (var entry : java.util.Collections.list(good.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    blanks(out);
                } else {
                    good.getInputStream(entry).transferTo(out);
                }
                out.closeEntry();
            }
        }
        var reading = readers.sheet(folder.resolve("table"), folder.resolve("rows"));
        assertThat(reading.state()).as(reading.reason()).isEqualTo(ReadingState.BOMB);
    }

    private static void blanks(OutputStream out) throws IOException {
        var blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < 200; i++) {
            out.write(blanks);
        }
    }
}
