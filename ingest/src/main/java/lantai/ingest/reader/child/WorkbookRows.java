package lantai.ingest.reader.child;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.SheetReading;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The rows of the first sheet of a workbook (.xlsx) that has more than a heading, read as a stream. A formula is worth what its
 * program last made of it; a day is written as 2025-03-01 whatever its format.
 */
final class WorkbookRows implements XSSFSheetXMLHandler.SheetContentsHandler {
    private static final Pattern SINCE_1904 = Pattern.compile("date1904=\"(?:1|true)\"");
    private static final int WORKBOOK_HEAD = 1 << 20;

    /** A table that weighs less than this share of what it unpacks to is a bomb. */
    private static final double LEAST_OF_UNPACKED = 0.005;

    private final RowsFile rows;
    private final List<String> cells = new ArrayList<>();

    private WorkbookRows(RowsFile rows) {
        this.rows = rows;
    }

    static SheetReading read(Path file, RowsFile rows) throws IOException, SAXException, Unreadable {
        var before = ZipSecureFile.getMinInflateRatio();
        // Tika turns this guard off for the whole process and counts by itself, which nobody does here
        ZipSecureFile.setMinInflateRatio(LEAST_OF_UNPACKED);
        try {
            return guarded(file, rows);
        } finally {
            ZipSecureFile.setMinInflateRatio(before);
        }
    }

    private static SheetReading guarded(Path file, RowsFile rows) throws IOException, SAXException, Unreadable {
        try (var workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(workbook);
            var strings = new ReadOnlySharedStringsTable(workbook);
            var formatter = new Plain(isSince1904(reader));
            var sheets = reader.getSheetIterator();
            var name = "";
            while (sheets.hasNext() && rows.rows() < 2) {
                try (var sheet = sheets.next()) {
                    name = sheets.getSheetName();
                    parse(sheet, reader, strings, formatter, rows);
                }
            }
            return rows.rows() == 0
                    ? SheetReading.failed(ReadingState.EMPTY, "no rows")
                    : new SheetReading(ReadingState.READ, "", "xlsx", "", "", name, rows.rows(), rows.columns());
        } catch (InvalidFormatException | OpenXML4JRuntimeException notAWorkbook) {
            throw new Unreadable(ReadingState.UNSUPPORTED, "not a workbook: " + notAWorkbook.getMessage());
        } catch (OpenXML4JException damaged) {
            throw new Unreadable(ReadingState.DAMAGED, Failures.sentence(damaged), damaged);
        } catch (Beyond beyond) {
            throw beyond.why;
        }
    }

    private static void parse(
            InputStream sheet,
            XSSFReader reader,
            ReadOnlySharedStringsTable strings,
            DataFormatter formatter,
            RowsFile rows)
            throws IOException, SAXException, InvalidFormatException, Unreadable {
        try {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), null, strings, new WorkbookRows(rows), formatter, false));
            parser.parse(new InputSource(sheet));
        } catch (javax.xml.parsers.ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isSince1904(XSSFReader reader) throws IOException, InvalidFormatException {
        try (var workbook = reader.getWorkbookData()) {
            var head = new String(workbook.readNBytes(WORKBOOK_HEAD), StandardCharsets.UTF_8);
            return SINCE_1904.matcher(head).find();
        }
    }

    @Override
    public void startRow(int row) {
        cells.clear();
    }

    @Override
    public void cell(String place, @Nullable String value, @Nullable XSSFComment comment) {
        var column = place == null ? cells.size() : new CellReference(place).getCol();
        if (column > RowsFile.MOST_COLUMNS) {
            throw new Beyond(new Unreadable(
                    ReadingState.TOO_LARGE, "more than " + RowsFile.MOST_COLUMNS + " columns, " + place));
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(value == null ? "" : value);
    }

    @Override
    public void endRow(int row) {
        try {
            rows.add(row + 1, cells);
        } catch (IOException | Unreadable stop) {
            throw new Beyond(stop instanceof Unreadable why ? why : Failures.named(stop));
        }
    }

    /** Leads an end out of the parser's handler, which may throw nothing else. */
    private static final class Beyond extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Unreadable why;

        Beyond(Unreadable why) {
            super(why);
            this.why = why;
        }
    }

    /** Numbers and days without the formats of one country. */
    private static final class Plain extends DataFormatter {
        private final boolean since1904;

        Plain(boolean since1904) {
            this.since1904 = since1904;
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, @Nullable String formatString) {
            if (DateUtil.isADateFormat(formatIndex, formatString) && DateUtil.isValidExcelDate(value)) {
                var moment = DateUtil.getLocalDateTime(value, since1904);
                return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().toString()
                        : moment.toString();
            }
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }
}
