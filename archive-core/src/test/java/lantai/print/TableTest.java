package lantai.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A list on paper and as a spreadsheet. */
class TableTest {
    private static final List<Column> COLUMNS =
            List.of(Column.number("序号", 1), Column.text("档号", 4), Column.text("题名", 6), Column.text("备注", 2));

    @Test
    void aLongListIsPdfAWithItsHeadingOnEachPage() throws Exception {
        var pdf = pdf(table(120));
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
        try (var document = Loader.loadPDF(pdf)) {
            var pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            for (var page = 1; page <= pages; page++) {
                var text = text(pdf, page);
                assertThat(text).contains("题名", "第 " + page + " 页 共 " + pages + " 页");
            }
            assertThat(text(pdf, 1)).contains("销毁清册", "XH-2026-001", "样例·门诊费用报销单 第 1 号");
            assertThat(text(pdf, pages)).contains("监销人：样例·赵");
            assertThat(new PDFTextStripper().getText(document)).contains("第 120 号");
        }
    }

    @Test
    void whatTheFontCannotShowIsAnEmptyBox() throws IOException {
        var table = new Table(
                "表", "", List.of(Column.text("一", 1)), List.of(List.of("甲\uD83D\uDE00乙\n丙")), List.of(), "%d/%d");
        assertThat(text(pdf(table), 1)).contains("甲□乙 丙");
    }

    @Test
    void notesThatAreTooLongForALineOrAPageAreBroken() throws IOException {
        var notes = new ArrayList<String>();
        for (var i = 1; i <= 60; i++) {
            notes.add("第 %d 条：".formatted(i) + "样例".repeat(60) + "完" + i);
        }
        var pdf = pdf(new Table("表", "", List.of(Column.text("一", 1)), List.of(List.of("甲")), notes, "%d/%d"));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(new PDFTextStripper().getText(document)).contains("完1", "第 60 条", "完60");
        }
    }

    @Test
    void aSpreadsheetHoldsTheSame() throws Exception {
        var out = new ByteArrayOutputStream();
        new TableSpreadsheet(table(2)).write(out);
        Map<String, String> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var content = zip.readAllBytes();
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(content));
                files.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
            }
        }
        assertThat(files.keySet())
                .contains("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
        assertThat(files.get("xl/worksheets/sheet1.xml"))
                .contains("<v>1</v>", "第 2 号 &amp; &lt;附件&gt;", "监销人：样例·赵", "销毁清册");
    }

    @Test
    void aRowWithoutAllItsCellsIsRefused() {
        assertThatThrownBy(() -> new Table("表", "", COLUMNS, List.of(List.of("1")), List.of(), "%d/%d"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Column.text("一", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Table table(int rows) {
        var all = new ArrayList<List<String>>();
        for (var i = 1; i <= rows; i++) {
            all.add(List.of(
                    "" + i,
                    "J057-ZY·YB·YB·2012-D10-%04d".formatted(i),
                    "样例·门诊费用报销单 第 " + i + " 号 & <附件>",
                    i % 7 == 0 ? "这一条的备注特别长，长到一行写不下，要折成几行才行" : ""));
        }
        return new Table("销毁清册", "XH-2026-001", COLUMNS, all, List.of("批准人：样例·孙", "监销人：样例·赵"), "第 %d 页 共 %d 页");
    }

    private static byte[] pdf(Table table) throws IOException {
        var out = new ByteArrayOutputStream();
        new TablePdf(table).write(out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf, int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }
}
