package lantai.ingest.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files of the office programs: letters as .docx, lists as .xlsx. */
final class OfficeFiles {
    private static final String FONT = "宋体";

    private OfficeFiles() {}

    /**
     * Writes a letter.
     *
     * @param paragraphs one after the other; one that begins with {@code # } is a heading
     * @param table rows of cells, none for no table
     */
    static byte[] letter(Facts facts, List<String> paragraphs, List<List<String>> table) throws IOException {
        try (var document = new XWPFDocument()) {
            line(document, facts.title(), 18, ParagraphAlignment.CENTER);
            for (var text : paragraphs) {
                var heading = text.startsWith("# ");
                line(document, heading ? text.substring(2) : "　　" + text, heading ? 14 : 12, ParagraphAlignment.LEFT);
            }
            if (!table.isEmpty()) {
                var grid = document.createTable(table.size(), table.getFirst().size());
                for (var row = 0; row < table.size(); row++) {
                    for (var column = 0; column < table.get(row).size(); column++) {
                        grid.getRow(row).getCell(column).setText(table.get(row).get(column));
                    }
                }
            }
            line(document, Sample.AGENCY + "　" + Days.chinese(facts.date()), 12, ParagraphAlignment.RIGHT);
            line(document, mark(), 9, ParagraphAlignment.LEFT);
            return saved(document, facts);
        }
    }

    private static void line(XWPFDocument document, String text, int size, ParagraphAlignment alignment) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        var run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(size > 12);
        run.setText(text);
    }

    /** Writes a list with its heads in the first row. */
    static byte[] list(Facts facts, List<List<String>> rows) throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("目录");
            sheet.createRow(0).createCell(0).setCellValue(facts.title());
            for (var row = 0; row < rows.size(); row++) {
                var line = sheet.createRow(row + 1);
                for (var column = 0; column < rows.get(row).size(); column++) {
                    line.createCell(column).setCellValue(rows.get(row).get(column));
                    sheet.setColumnWidth(column, 256 * 18);
                }
            }
            sheet.createRow(rows.size() + 2).createCell(0).setCellValue(mark());
            return saved(book, facts);
        }
    }

    static String mark() {
        return Sample.MARK + "　" + Sample.AGENCY + "　全宗号 " + Sample.FONDS + "　区划 " + Sample.REGION;
    }

    private static byte[] saved(POIXMLDocument document, Facts facts) throws IOException {
        var made = Optional.of(Date.from(facts.date().atTime(9, 0).toInstant(ZoneOffset.ofHours(8))));
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(facts.title());
        properties.setCreator(Sample.AGENCY);
        properties.setCreated(made);
        properties.setModified(made);
        var bytes = new ByteArrayOutputStream();
        document.write(bytes);
        return Zips.settled(bytes.toByteArray());
    }
}
