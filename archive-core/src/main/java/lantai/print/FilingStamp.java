package lantai.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/**
 * The filing stamp (归档章, DA/T 22-2015): two rows of three cells, 45 × 16 mm, at the top of the first page. It is put upon copies for
 * use alone; no master is ever touched.
 *
 * @param fonds 全宗号
 * @param item 件号
 * @param organisation 机构或问题, may be empty
 * @param retention 保管期限, in words
 * @param pages 页数
 */
public record FilingStamp(String fonds, String year, String item, String organisation, String retention, String pages) {
    private static final double MM = 72 / 25.4;
    private static final double WIDTH = 45 * MM;
    private static final double HEIGHT = 16 * MM;
    private static final double GAP = 5 * MM;
    private static final double SIZE = 8.5;

    /** {@return whether a stamp can be put upon this file: it can be read and is not locked} */
    public static boolean takes(Path copy) {
        try (var document = Loader.loadPDF(copy.toFile())) {
            return document.getNumberOfPages() > 0
                    && document.getCurrentAccessPermission().canModify();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Writes a copy with the stamp upon its first page; the stream stays open.
     *
     * @param copy stays as it is
     * @throws IOException also when the copy is locked against changes
     */
    public void write(Path copy, OutputStream out) throws IOException {
        try (var document = Loader.loadPDF(copy.toFile())) {
            if (document.getNumberOfPages() > 0) {
                upon(document, document.getPage(0));
            }
            document.save(out);
        }
    }

    private void upon(PDDocument document, PDPage page) throws IOException {
        var box = page.getCropBox();
        var face = new Face(document);
        var turned = page.getRotation() % 180 != 0;
        var wide = turned ? box.getHeight() : box.getWidth();
        var high = turned ? box.getWidth() : box.getHeight();
        try (var canvas = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            canvas.transform(upright(page));
            var scale = Math.min(1, wide / 2 / WIDTH);
            canvas.transform(new org.apache.pdfbox.util.Matrix(
                    (float) scale, 0, 0, (float) scale, (float) (wide - (WIDTH + GAP) * scale), (float)
                            (high - (HEIGHT + GAP) * scale)));
            draw(canvas, face);
        }
    }

    /** Turns the page's own co-ordinates so that what is drawn stands upright for the reader, from the lower left corner. */
    private static org.apache.pdfbox.util.Matrix upright(PDPage page) {
        var box = page.getCropBox();
        var x = box.getLowerLeftX();
        var y = box.getLowerLeftY();
        return switch ((page.getRotation() % 360 + 360) % 360) {
            case 90 -> new org.apache.pdfbox.util.Matrix(0, 1, -1, 0, x + box.getWidth(), y);
            case 180 -> new org.apache.pdfbox.util.Matrix(-1, 0, 0, -1, x + box.getWidth(), y + box.getHeight());
            case 270 -> new org.apache.pdfbox.util.Matrix(0, -1, 1, 0, x, y + box.getHeight());
            default -> new org.apache.pdfbox.util.Matrix(1, 0, 0, 1, x, y);
        };
    }

    private void draw(PDPageContentStream canvas, Face face) throws IOException {
        canvas.setNonStrokingColor(1f, 1f, 1f);
        canvas.addRect(0, 0, (float) WIDTH, (float) HEIGHT);
        canvas.fill();
        canvas.setStrokingColor(0.75f, 0f, 0f);
        canvas.setNonStrokingColor(0.75f, 0f, 0f);
        canvas.setLineWidth(0.8f);
        canvas.addRect(0, 0, (float) WIDTH, (float) HEIGHT);
        for (var column = 1; column < 3; column++) {
            canvas.moveTo((float) (column * WIDTH / 3), 0);
            canvas.lineTo((float) (column * WIDTH / 3), (float) HEIGHT);
        }
        canvas.moveTo(0, (float) (HEIGHT / 2));
        canvas.lineTo((float) WIDTH, (float) (HEIGHT / 2));
        canvas.stroke();
        var rows = List.of(List.of(fonds, year, item), List.of(organisation, retention, pages));
        for (var row = 0; row < 2; row++) {
            for (var column = 0; column < 3; column++) {
                cell(canvas, face, rows.get(row).get(column), column * WIDTH / 3, HEIGHT / 2 * (1 - row));
            }
        }
    }

    private static void cell(PDPageContentStream canvas, Face face, String value, double x, double y)
            throws IOException {
        var shown = face.shown(value);
        if (shown.isEmpty()) {
            return;
        }
        var size = Math.min(SIZE, SIZE * (WIDTH / 3 - 3) / face.width(shown, SIZE));
        canvas.beginText();
        canvas.setFont(face.font(), (float) size);
        canvas.newLineAtOffset(
                (float) (x + (WIDTH / 3 - face.width(shown, size)) / 2), (float) (y + (HEIGHT / 2 - size) / 2 + 1));
        canvas.showText(shown);
        canvas.endText();
    }
}
