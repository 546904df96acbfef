package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.file.Path;
import lantai.ingest.reader.ReadingState;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a PDF page; a scanned one at the resolution of its scan. */
final class PdfPicture {
    private static final int DRAWN_DPI = 200;
    private static final int LEAST_DPI = 150;
    private static final int MOST_DPI = 400;

    private PdfPicture() {}

    static Rendered render(Path file, int number, long mostPixels) throws IOException, Unreadable {
        try (var document = Loader.loadPDF(file.toFile())) {
            if (number > document.getNumberOfPages()) {
                throw new Unreadable(ReadingState.DAMAGED, "has no page " + number);
            }
            var page = document.getPage(number - 1);
            var dpi = dpi(page);
            var box = page.getCropBox();
            var pixels = (double) box.getWidth() * box.getHeight() * dpi * dpi / (72 * 72);
            if (pixels > mostPixels) {
                dpi = (int) Math.floor(dpi * Math.sqrt(mostPixels / pixels));
            }
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            var image = renderer.renderImageWithDPI(number - 1, Math.max(1, dpi), ImageType.RGB);
            return new Rendered(image, image.getWidth(), image.getHeight(), Math.max(1, dpi));
        }
    }

    /** Of its widest picture, when that is wide enough to be a scan of the page. */
    private static int dpi(PDPage page) {
        var inches = Math.max(0.1, page.getCropBox().getWidth() / 72);
        var turned = Math.max(0.1, page.getCropBox().getHeight() / 72);
        var widest = widest(page.getResources(), 0);
        if (widest == 0) {
            return DRAWN_DPI;
        }
        var dpi = (int) Math.round(widest / (page.getRotation() % 180 == 0 ? inches : Math.min(inches, turned)));
        return dpi < 100 ? DRAWN_DPI : Math.clamp(dpi, LEAST_DPI, MOST_DPI);
    }

    private static int widest(PDResources resources, int depth) {
        var widest = 0;
        if (resources == null || depth > 3) {
            return 0;
        }
        for (COSName name : resources.getXObjectNames()) {
            try {
                widest = Math.max(
                        widest,
                        switch (resources.getXObject(name)) {
                            case PDImageXObject image -> image.getWidth();
                            case PDFormXObject form -> widest(form.getResources(), depth + 1);
                            case null, default -> 0;
                        });
            } catch (IOException e) {
                // a broken picture says nothing about the resolution
            }
        }
        return widest;
    }
}
