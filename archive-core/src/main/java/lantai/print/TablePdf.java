package lantai.print;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes a list as PDF/A-2u: A4 across, ruled, its heading on each page, pages numbered, a row never broken. */
public final class TablePdf {
    private static final float WIDTH = PDRectangle.A4.getHeight();
    private static final float HEIGHT = PDRectangle.A4.getWidth();
    private static final double MARGIN = 42;
    private static final double TITLE = 17;
    private static final double TEXT = 9.5;
    private static final double LEADING = 14;
    private static final double PADDING = 4;
    private static final double FLOOR = MARGIN + LEADING;
    private static final long IN_MEMORY = 16L << 20;

    private final Table table;
    private final double[] edges;

    public TablePdf(Table table) {
        this.table = table;
        var all = table.columns().stream().mapToDouble(Column::weight).sum();
        edges = new double[table.columns().size() + 1];
        edges[0] = MARGIN;
        for (var i = 0; i < table.columns().size(); i++) {
            edges[i + 1] =
                    edges[i] + (WIDTH - 2 * MARGIN) * table.columns().get(i).weight() / all;
        }
    }

    /** A row with the lines of each cell. */
    private record Ruled(List<List<String>> cells) {
        double height() {
            return cells.stream().mapToInt(List::size).max().orElse(1) * LEADING + 2 * PADDING;
        }
    }

    /** Writes the whole file; the stream stays open. Pages are kept in a file of their own once they are many. */
    public void write(OutputStream out) throws IOException {
        try (var document = new PDDocument(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache)) {
            document.setVersion(1.7f);
            var face = new Face(document);
            var sheets = new Sheets(document, face);
            table.rows().each(cells -> sheets.add(ruled(face, cells)));
            sheets.end();
            feet(document, face);
            PdfIdentity.write(document, table.title());
            document.save(out);
        } catch (UncheckedIOException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    /** The pages while they are written, one after the other. */
    private final class Sheets {
        private final PDDocument document;
        private final Face face;
        private final Ruled head;
        private PDPageContentStream canvas;
        private double y;
        private boolean fresh;

        Sheets(PDDocument document, Face face) throws IOException {
            this.document = document;
            this.face = face;
            head = ruled(face, table.columns().stream().map(Column::name).toList());
            canvas = open();
            centred(canvas, face, table.title(), TITLE, y - TITLE);
            centred(canvas, face, table.line(), TEXT, y - TITLE - LEADING - 2);
            y -= TITLE + 2 * LEADING;
            heading();
        }

        /** Writes a row, on the next page when this one has no room left. */
        void add(Ruled row) {
            try {
                if (y - row.height() < FLOOR && !fresh) {
                    canvas.close();
                    canvas = open();
                    heading();
                }
                row(canvas, face, row, y);
                y -= row.height();
                fresh = false;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** Writes what stands below the list: together on one page where they fit on one. */
        void end() throws IOException {
            var lines = table.notes().stream()
                    .flatMap(note -> face.lines(note, TEXT, WIDTH - 2 * MARGIN).stream())
                    .toList();
            var height = lines.size() * LEADING + PADDING;
            if (y - height < FLOOR && HEIGHT - MARGIN - height >= FLOOR) {
                canvas.close();
                canvas = open();
            }
            for (var line : lines) {
                if (y - LEADING - PADDING < FLOOR) {
                    canvas.close();
                    canvas = open();
                }
                y -= LEADING;
                text(canvas, face, line, TEXT, MARGIN, y - PADDING);
            }
            canvas.close();
        }

        private void heading() throws IOException {
            row(canvas, face, head, y);
            y -= head.height();
            fresh = true;
        }

        private PDPageContentStream open() throws IOException {
            var page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
            document.addPage(page);
            var opened = new PDPageContentStream(document, page);
            opened.setLineWidth(0.6f);
            y = HEIGHT - MARGIN;
            return opened;
        }
    }

    /** The foot of each page, when it is known how many there are. */
    private void feet(PDDocument document, Face face) throws IOException {
        var of = document.getNumberOfPages();
        var number = 0;
        for (var page : document.getPages()) {
            number++;
            try (var canvas = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                centred(canvas, face, String.format(Locale.ROOT, table.foot(), number, of), TEXT, MARGIN - LEADING);
            }
        }
    }

    private Ruled ruled(Face face, List<String> cells) {
        return new Ruled(IntStream.range(0, cells.size())
                .mapToObj(i -> face.lines(cells.get(i), TEXT, edges[i + 1] - edges[i] - 2 * PADDING))
                .toList());
    }

    private void row(PDPageContentStream canvas, Face face, Ruled row, double top) throws IOException {
        for (var i = 0; i < row.cells().size(); i++) {
            canvas.addRect((float) edges[i], (float) (top - row.height()), (float) (edges[i + 1] - edges[i]), (float)
                    row.height());
            canvas.stroke();
            var y = top - PADDING - TEXT;
            for (var line : row.cells().get(i)) {
                var x = table.columns().get(i).number()
                        ? edges[i + 1] - PADDING - face.width(line, TEXT)
                        : edges[i] + PADDING;
                text(canvas, face, line, TEXT, x, y);
                y -= LEADING;
            }
        }
    }

    private static void centred(PDPageContentStream canvas, Face face, String words, double size, double y)
            throws IOException {
        var shown = face.shown(words);
        text(canvas, face, shown, size, (WIDTH - face.width(shown, size)) / 2, y);
    }

    private static void text(PDPageContentStream canvas, Face face, String shown, double size, double x, double y)
            throws IOException {
        if (shown.isEmpty()) {
            return;
        }
        canvas.beginText();
        canvas.setFont(face.font(), (float) size);
        canvas.newLineAtOffset((float) x, (float) y);
        canvas.showText(shown);
        canvas.endText();
    }
}
