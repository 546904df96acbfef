package lantai.ingest.sample;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** A page of a PDF with real text. */
final class PdfSheet implements Sheet {
    private static final double POINTS = 72 / 25.4;
    private static final float BOLD = 0.035f;

    private final PDPageContentStream content;
    private final PDFont font;
    private final double height;

    /**
     * Draws into a page.
     *
     * @param height of the page in millimetres, because PDF counts from below
     */
    PdfSheet(PDPageContentStream content, PDFont font, double height) {
        this.content = content;
        this.font = font;
        this.height = height;
    }

    @Override
    public void text(String text, Point baseline, Type type) {
        try {
            var place = AffineTransform.getTranslateInstance(baseline.x() * POINTS, (height - baseline.y()) * POINTS);
            place.rotate(-Math.toRadians(type.degrees()));
            place.shear(type.slant(), 0);
            content.beginText();
            content.setFont(font, (float) type.points());
            content.setNonStrokingColor(type.ink().colour());
            if (type.bold()) {
                content.setStrokingColor(type.ink().colour());
                content.setLineWidth((float) type.points() * BOLD);
                content.setRenderingMode(RenderingMode.FILL_STROKE);
            }
            content.setTextMatrix(new Matrix(place));
            content.showText(text);
            if (type.bold()) {
                content.setRenderingMode(RenderingMode.FILL);
            }
            content.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void shape(Shape shape, double weight, Ink ink) {
        var flip = new AffineTransform(POINTS, 0, 0, -POINTS, 0, height * POINTS);
        var numbers = new float[6];
        try {
            for (var path = shape.getPathIterator(flip); !path.isDone(); path.next()) {
                segment(path.currentSegment(numbers), numbers);
            }
            if (weight == 0) {
                content.setNonStrokingColor(ink.colour());
                content.fill();
            } else {
                content.setStrokingColor(ink.colour());
                content.setLineWidth((float) (weight * POINTS));
                content.stroke();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void segment(int kind, float[] n) throws IOException {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> content.moveTo(n[0], n[1]);
            case PathIterator.SEG_LINETO -> content.lineTo(n[0], n[1]);
            case PathIterator.SEG_QUADTO -> content.curveTo1(n[0], n[1], n[2], n[3]);
            case PathIterator.SEG_CUBICTO -> content.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
            case PathIterator.SEG_CLOSE -> content.closePath();
            default -> throw new IllegalArgumentException("no such segment: " + kind);
        }
    }
}
