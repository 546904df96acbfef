package lantai.ingest.reader.child;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import lantai.ingest.reader.PageFact;
import lantai.ingest.reader.PageFact.TextSource;
import lantai.ingest.reader.ReadingState;
import lantai.ocr.PageText;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Walks once over the pages of a PDF: collects the text with its places and counts what else is drawn, to tell pages that
 * carry their text from pictures of text. Invisible text, as other programs lay it over scans, does not count as text.
 */
final class PdfPages extends PDFTextStripper {
    /** Places are told at this resolution. */
    static final int DPI = 144;

    private static final int FEW_MARKS = 30;

    private final Draft draft;
    private PageLines lines = new PageLines(DPI / 72.0);
    private final DrawnOnce drawn = new DrawnOnce();
    private final DrawnRulings rulings = new DrawnRulings();
    private int glyphs;
    private int visible;
    private int strange;
    private int paths;
    private double pictures;
    private boolean undecodable;
    private @Nullable Exception broken;
    private int brokenPages;

    private PdfPages(Draft draft) {
        this.draft = draft;
        // done by DrawnOnce at a fifth of the price
        setSuppressDuplicateOverlappingText(false);
        // the count of pages is not kept by processPages below
        setStartPage(0);
    }

    static void read(PDDocument document, Draft draft) throws IOException, Unreadable {
        try {
            var pages = new PdfPages(draft);
            pages.writeText(document, Writer.nullWriter());
            if (draft.pageCount() == 0) {
                throw new Unreadable(ReadingState.DAMAGED, "no page can be found in it");
            }
            if (pages.broken != null && draft.marks() == 0 && pages.brokenPages == draft.pageCount()) {
                throw new Unreadable(ReadingState.DAMAGED, Failures.sentence(pages.broken));
            }
        } catch (IOException e) {
            if (e.getCause() instanceof Unreadable unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }

    /** Every page counts, also one without contents, which the text stripper itself would leave out. */
    @Override
    protected void processPages(PDPageTree pages) throws IOException {
        for (var page : pages) {
            processPage(page);
        }
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        lines = new PageLines(DPI / 72.0);
        drawn.clear();
        rulings.clear();
        glyphs = 0;
        visible = 0;
        strange = 0;
        paths = 0;
        pictures = 0;
        undecodable = false;
        try {
            super.processPage(page);
        } catch (IOException | RuntimeException e) {
            // one broken page is no broken document; what was found before stays
            broken = broken == null ? e : broken;
            brokenPages++;
            glyphs++;
        }
        try {
            finish(page);
        } catch (Unreadable e) {
            throw new IOException(e);
        }
    }

    private void finish(PDPage page) throws IOException, Unreadable {
        var box = page.getCropBox();
        var turned = page.getRotation() % 180 != 0;
        var width = pixels(turned ? box.getHeight() : box.getWidth());
        var height = pixels(turned ? box.getWidth() : box.getHeight());
        var number = draft.pageCount() + 1;
        var source = source();
        draft.page(new PageFact(number, source, width, height, DPI));
        if (number > 1 && (source == TextSource.BORN_DIGITAL || draft.marks() > 0)) {
            draft.text("\f");
        }
        if (source == TextSource.BORN_DIGITAL) {
            var content = DrawnTables.of(lines.content(), rulings);
            var text =
                    new PageText(width, height, DPI, 0, content.lines(), content.blocks(), PageText.BORN_DIGITAL, "");
            draft.text(text.text());
            draft.text("\n");
            draft.alto(number, text);
        }
    }

    private static int pixels(double points) {
        return (int) Math.max(1, Math.round(points * DPI / 72));
    }

    private TextSource source() {
        var garbage = strange * 10 > visible * 3;
        var caption = pictures > 0.5 && visible < FEW_MARKS;
        if (visible > 0 && !garbage && !caption) {
            return TextSource.BORN_DIGITAL;
        }
        if (pictures > 0.02 || glyphs > 0 || paths > 20) {
            return undecodable && glyphs == 0 ? TextSource.UNREADABLE : TextSource.OCR;
        }
        return TextSource.BLANK;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        glyphs++;
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
            return;
        }
        var unicode = text.getUnicode();
        if (unicode != null && !unicode.isBlank()) {
            if (!drawn.add(text)) {
                return;
            }
            visible++;
            if (isStrange(unicode.codePointAt(0))) {
                strange++;
            }
        }
        super.processTextPosition(text);
    }

    private static boolean isStrange(int c) {
        return switch (Character.getType(c)) {
            case Character.PRIVATE_USE, Character.CONTROL, Character.UNASSIGNED, Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        switch (operator.getName()) {
            case "Do" -> {
                if (!operands.isEmpty() && operands.getFirst() instanceof COSName name) {
                    picture(name);
                }
            }
            case "BI" -> pictures += covered();
            case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*" -> paths++;
            default -> {}
        }
        path(operator.getName(), operands);
        super.processOperator(operator, operands);
    }

    private void path(String operator, List<COSBase> operands) {
        switch (operator) {
            case "m" -> point(operands, 0, 1, rulings::moveTo);
            case "l" -> point(operands, 0, 1, rulings::lineTo);
            case "c" -> point(operands, 4, 5, rulings::moveTo);
            case "v", "y" -> point(operands, 2, 3, rulings::moveTo);
            case "h" -> rulings.close();
            case "re" -> rectangle(operands);
            case "s", "b", "b*" -> {
                rulings.close();
                rulings.stroke();
            }
            case "S", "B", "B*" -> rulings.stroke();
            case "f", "F", "f*" -> rulings.fill();
            case "n" -> rulings.discard();
            default -> {}
        }
    }

    private interface Move {
        void to(double x, double y);
    }

    private void point(List<COSBase> operands, int x, int y, Move move) {
        if (operands.size() > Math.max(x, y)
                && operands.get(x) instanceof COSNumber across
                && operands.get(y) instanceof COSNumber up) {
            shown(across.floatValue(), up.floatValue(), move);
        }
    }

    private void rectangle(List<COSBase> operands) {
        if (operands.size() >= 4
                && operands.get(0) instanceof COSNumber x
                && operands.get(1) instanceof COSNumber y
                && operands.get(2) instanceof COSNumber width
                && operands.get(3) instanceof COSNumber height) {
            var right = x.floatValue() + width.floatValue();
            var top = y.floatValue() + height.floatValue();
            shown(x.floatValue(), y.floatValue(), rulings::moveTo);
            shown(right, y.floatValue(), rulings::lineTo);
            shown(right, top, rulings::lineTo);
            shown(x.floatValue(), top, rulings::lineTo);
            rulings.close();
        }
    }

    /** Takes a place of the file to where it is seen on the upright page, in pixels from the upper left corner. */
    private void shown(float x, float y, Move move) {
        var at = getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
        var page = getCurrentPage();
        var box = page.getCropBox();
        var scale = DPI / 72.0;
        double left = at.x - box.getLowerLeftX();
        double above = box.getUpperRightY() - at.y;
        double right = box.getUpperRightX() - at.x;
        double below = at.y - box.getLowerLeftY();
        switch (page.getRotation()) {
            case 90 -> move.to(below * scale, left * scale);
            case 180 -> move.to(right * scale, below * scale);
            case 270 -> move.to(above * scale, right * scale);
            default -> move.to(left * scale, above * scale);
        }
    }

    private void picture(COSName name) {
        var resources = getResources();
        if (resources == null || !resources.isImageXObject(name)) {
            return;
        }
        pictures += covered();
        var all = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
        var stream = all == null ? null : all.getCOSStream(name);
        if (stream != null) {
            undecodable |= switch (stream.getFilters()) {
                case COSName filter -> filter.equals(COSName.JPX_DECODE);
                case COSArray filters -> filters.indexOf(COSName.JPX_DECODE) >= 0;
                case null, default -> false;
            };
        }
    }

    /** Share of the page that a picture drawn now covers. */
    private double covered() {
        var matrix = getGraphicsState().getCurrentTransformationMatrix();
        var box = getCurrentPage().getCropBox();
        var area = Math.abs(matrix.getScalingFactorX() * matrix.getScalingFactorY());
        return area / Math.max(1, box.getWidth() * box.getHeight());
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        lines.word(positions);
    }

    @Override
    protected void writeLineSeparator() {
        lines.endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        lines.endLine();
    }

    @Override
    protected void writePageEnd() {
        lines.endLine();
    }
}
