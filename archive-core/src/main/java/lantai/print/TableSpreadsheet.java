package lantai.print;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a list as a spreadsheet (Office Open XML, ECMA-376), with its heading fixed and ready to print. */
public final class TableSpreadsheet {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final double WIDTH = 140;

    private final Table table;

    public TableSpreadsheet(Table table) {
        this.table = table;
    }

    /** Writes the whole file; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        var files = new TreeMap<>(Map.of(
                "[Content_Types].xml", types(),
                "_rels/.rels", relation("officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml", workbook(),
                "xl/_rels/workbook.xml.rels", workbookRelations(),
                "xl/styles.xml", styles()));
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var file : files.entrySet()) {
            begin(zip, file.getKey());
            zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        begin(zip, "xl/worksheets/sheet1.xml");
        var sheet = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        try {
            sheet(sheet);
        } catch (UncheckedIOException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
        sheet.flush();
        zip.closeEntry();
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    private void sheet(Writer text) throws IOException {
        text.append(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\">");
        text.append("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        text.append(
                        "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\"")
                .append(" state=\"frozen\"/></sheetView></sheetViews><cols>");
        var all = table.columns().stream().mapToDouble(Column::weight).sum();
        for (var i = 1; i <= table.columns().size(); i++) {
            var width = Math.max(6, WIDTH * table.columns().get(i - 1).weight() / all);
            text.append(String.format(
                    Locale.ROOT, "<col min=\"%d\" max=\"%d\" width=\"%.1f\" customWidth=\"1\"/>", i, i, width));
        }
        text.append("</cols><sheetData>");
        var number = new AtomicInteger(1);
        row(text, number, 1, List.of(table.title()));
        row(text, number, 0, List.of(table.line()));
        row(text, number, 2, table.columns().stream().map(Column::name).toList());
        table.rows().each(cells -> row(text, number, 3, cells));
        table.notes().forEach(note -> row(text, number, 0, List.of(note)));
        text.append("</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:")
                .append(letters(table.columns().size() - 1))
                .append("1\"/></mergeCells>");
        text.append("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
        text.append("</worksheet>");
    }

    private void row(Writer text, AtomicInteger numbers, int style, List<String> cells) {
        var number = numbers.getAndIncrement();
        try {
            text.append("<row r=\"" + number + "\">");
            for (var i = 0; i < cells.size(); i++) {
                var place = letters(i) + number;
                var value = cells.get(i);
                if (style == 3 && table.columns().get(i).number() && value.matches("\\d{1,15}")) {
                    text.append("<c r=\"" + place + "\" s=\"" + style + "\"><v>" + value + "</v></c>");
                } else {
                    text.append("<c r=\"" + place + "\" s=\"" + style
                            + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(value) + "</t></is></c>");
                }
            }
            text.append("</row>");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letters(column / 26 - 1) + letters(column % 26);
    }

    private static String escaped(String value) {
        return value.codePoints()
                .filter(c -> c == '\t' || c == '\n' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String types() {
        var type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + type + "styles+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + type
                + "worksheet+xml\"/></Types>";
    }

    private static String relation(String kind, String target) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                + "/" + kind + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static String workbookRelations() {
        return relation("worksheet", "worksheets/sheet1.xml")
                .replace(
                        "</Relationships>",
                        "<Relationship Id=\"r2\" Type=\"" + OFFICE
                                + "/styles\" Target=\"styles.xml\"/></Relationships>");
    }

    private static String workbook() {
        return HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>"
                + "<sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets><definedNames>"
                + "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'1'!$3:$3</definedName></definedNames></workbook>";
    }

    private static String styles() {
        var border =
                "<left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/>";
        return HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"3\"><font><sz val=\"11\"/></font>"
                + "<font><b/><sz val=\"16\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>" + border
                + "</border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\">"
                + "<xf fontId=\"0\"/><xf fontId=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment horizontal=\"center\"/></xf>"
                + "<xf fontId=\"2\" borderId=\"1\" applyFont=\"1\" applyBorder=\"1\"/>"
                + "<xf fontId=\"0\" borderId=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
                + "<alignment wrapText=\"1\" vertical=\"top\"/></xf></cellXfs></styleSheet>";
    }
}
