package lantai.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes labels as PDF/A-2u on A4: spines (盒脊, 卷脊) side by side to be cut out, 250 mm high, a code for scanners along the spine or at its
 * foot; covers (封面) one a page.
 */
public final class LabelPdf {
    private static final double MM = 72 / 25.4;
    private static final double WIDTH = 210 * MM;
    private static final double HEIGHT = 297 * MM;
    private static final double MARGIN = 12 * MM;
    private static final double SPINE = 250 * MM;
    private static final double BAR = 9 * MM;
    private static final double MODULE = 0.33 * MM;
    private static final double SQUARE = 0.6 * MM;
    private static final int QUIET = 4;

    private final String title;
    private final List<Label> labels;
    private final Code code;

    /** What a scanner reads on a label. */
    public enum Code {
        /** Bars (Code 128) where all letters of a reference code have one, else squares. */
        BARS,
        /** Squares (QR), which hold Chinese letters too. */
        SQUARES
    }

    /** @param title of the document */
    public LabelPdf(String title, List<Label> labels, Code code) {
        this.title = title;
        this.code = code;
        this.labels = List.copyOf(labels);
    }

    /** Writes the spines; the stream stays open. */
    public void spines(OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            document.setVersion(1.7f);
            var face = new Face(document);
            var pen = new Pen(document, face);
            var x = MARGIN;
            for (var label : labels) {
                var width = label.width() * MM;
                if (pen.canvas == null || x + width > WIDTH - MARGIN + 0.1) {
                    pen.page();
                    x = MARGIN;
                }
                spine(pen, label, x, width);
                x += width;
            }
            if (labels.isEmpty()) {
                pen.page();
            }
            pen.close();
            PdfIdentity.write(document, title);
            document.save(out);
        }
    }

    /** Writes the covers; the stream stays open. */
    public void covers(OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            document.setVersion(1.7f);
            var face = new Face(document);
            var pen = new Pen(document, face);
            for (var label : labels) {
                pen.page();
                cover(pen, label);
            }
            if (labels.isEmpty()) {
                pen.page();
            }
            pen.close();
            PdfIdentity.write(document, title);
            document.save(out);
        }
    }

    private void spine(Pen pen, Label label, double x, double width) throws IOException {
        var top = HEIGHT - MARGIN;
        pen.frame(x, top - SPINE, width, SPINE);
        var y = top - 4 * MM;
        for (var fact : label.lines()) {
            pen.line(x, x + width, y);
            y = pen.block(fact.name(), 7, x, width, y - 1.5 * MM);
            y = pen.block(fact.value(), width < 25 * MM ? 9.5 : 12, x, width, y) - 1.5 * MM;
        }
        pen.line(x, x + width, y);
        pen.block(label.title(), width < 25 * MM ? 9.5 : 12, x, width, y - 1.5 * MM);
        var from = top - SPINE + 6 * MM;
        var symbol = Symbol.of(code, label.code());
        if (symbol.isEmpty()) {
            return;
        }
        if (symbol.get().isBars()) {
            pen.turned(x + width / 2 + BAR / 2 - 1.5 * MM, from);
            pen.bars(symbol.get(), 0, 0);
            pen.text(label.code(), 6.5, 0, -7.5);
            pen.back();
        } else {
            var square = Math.min(SQUARE, width / (symbol.get().columns() + 2 * QUIET));
            var side = symbol.get().columns() * square;
            pen.squares(symbol.get(), x + (width - side) / 2, from, square);
            pen.turned(x + width / 2 + 2.5, from + side + QUIET * square);
            pen.text(label.code(), 6.5, 0, 0);
            pen.back();
        }
    }

    private void cover(Pen pen, Label label) throws IOException {
        var width = WIDTH - 4 * MARGIN;
        var x = 2 * MARGIN;
        pen.frame(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN);
        var y = pen.block(label.title(), 24, x, width, HEIGHT - 5 * MARGIN) - 14 * MM;
        for (var fact : label.lines()) {
            pen.text(fact.name(), 12, x, y - 12);
            y = pen.left(fact.value(), 14, x + 34 * MM, width - 34 * MM, y) - 4 * MM;
            pen.line(x + 34 * MM, x + width, y + 2.5 * MM);
            y -= 2 * MM;
        }
        var symbol = Symbol.of(code, label.code());
        if (symbol.isPresent() && symbol.get().isBars()) {
            pen.bars(symbol.get(), (WIDTH - symbol.get().columns() * MODULE) / 2, 3 * MARGIN);
        } else if (symbol.isPresent()) {
            var side = symbol.get().columns() * SQUARE;
            pen.squares(symbol.get(), (WIDTH - side) / 2, 3 * MARGIN, SQUARE);
        }
        pen.block(label.code(), 11, x, width, 3 * MARGIN - 2 * MM);
    }

    /** Draws on the page in work. */
    private static final class Pen {
        private final PDDocument document;
        private final Face face;
        private @org.jspecify.annotations.Nullable PDPageContentStream canvas;

        Pen(PDDocument document, Face face) {
            this.document = document;
            this.face = face;
        }

        void page() throws IOException {
            close();
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            canvas = new PDPageContentStream(document, page);
        }

        void close() throws IOException {
            if (canvas != null) {
                canvas.close();
            }
        }

        private PDPageContentStream canvas() {
            if (canvas == null) {
                throw new IllegalStateException("no page is open");
            }
            return canvas;
        }

        void frame(double x, double y, double width, double height) throws IOException {
            canvas().setLineWidth(0.6f);
            canvas().addRect((float) x, (float) y, (float) width, (float) height);
            canvas().stroke();
        }

        void line(double from, double to, double y) throws IOException {
            canvas().setLineWidth(0.4f);
            canvas().moveTo((float) from, (float) y);
            canvas().lineTo((float) to, (float) y);
            canvas().stroke();
        }

        /** Turns the page by a quarter, so that writing goes up from this point, until {@link #back}. */
        void turned(double x, double y) throws IOException {
            canvas().saveGraphicsState();
            canvas().transform(Matrix.getRotateInstance(Math.PI / 2, (float) x, (float) y));
        }

        void back() throws IOException {
            canvas().restoreGraphicsState();
        }

        void bars(Symbol symbol, double x, double y) throws IOException {
            for (var run : symbol.runs()) {
                rectangle(x + run.column() * MODULE, y, run.length() * MODULE, BAR);
            }
            canvas().fill();
        }

        void squares(Symbol symbol, double x, double y, double square) throws IOException {
            for (var run : symbol.runs()) {
                var bottom = y + (symbol.rows() - 1 - run.row()) * square;
                rectangle(x + run.column() * square, bottom, run.length() * square, square);
            }
            canvas().fill();
        }

        private void rectangle(double x, double y, double width, double height) throws IOException {
            canvas().addRect((float) x, (float) y, (float) width, (float) height);
        }

        void text(String words, double size, double x, double y) throws IOException {
            var shown = face.shown(words);
            if (shown.isEmpty()) {
                return;
            }
            canvas().beginText();
            canvas().setFont(face.font(), (float) size);
            canvas().newLineAtOffset((float) x, (float) y);
            canvas().showText(shown);
            canvas().endText();
        }

        /** Writes centred lines below a height; returns the height below them. */
        double block(String words, double size, double x, double width, double top) throws IOException {
            var y = top;
            for (var shown : face.lines(words, size, width - 2 * MM)) {
                y -= size * 1.25;
                text(shown, size, x + (width - face.width(shown, size)) / 2, y);
            }
            return y - 1;
        }

        /** Writes lines from the left below a height; returns the height below them. */
        double left(String words, double size, double x, double width, double top) throws IOException {
            var y = top;
            for (var shown : face.lines(words, size, width)) {
                y -= size * 1.25;
                text(shown, size, x, y);
            }
            return y - 1;
        }
    }
}
