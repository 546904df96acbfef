package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lantai.ingest.reader.PageMeasure.Mode;
import lantai.ingest.reader.ReadingState;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.jspecify.annotations.Nullable;

/** Draws a PDF page; a scanned one at the resolution of its scan. */
final class PdfPicture {
    private static final int DRAWN_DPI = 200;
    private static final int LEAST_DPI = 150;
    private static final int MOST_DPI = 400;
    private static final int COARSEST_SCAN = 60;

    private PdfPicture() {}

    static Rendered render(Path file, int number, long mostPixels) throws IOException, Unreadable {
        try (var document = Loader.loadPDF(file.toFile())) {
            if (number > document.getNumberOfPages()) {
                throw new Unreadable(ReadingState.DAMAGED, "has no page " + number);
            }
            var page = document.getPage(number - 1);
            var scan = Optional.ofNullable(widest(page.getResources(), 0));
            var scanned = scan.map(one -> dpi(one, page)).orElse(0);
            var dpi = scanned < 100 ? DRAWN_DPI : Math.clamp(scanned, LEAST_DPI, MOST_DPI);
            var box = page.getCropBox();
            var pixels = (double) box.getWidth() * box.getHeight() * dpi * dpi / (72 * 72);
            if (pixels > mostPixels) {
                dpi = (int) Math.floor(dpi * Math.sqrt(mostPixels / pixels));
            }
            var renderer = new WatchedRenderer(document);
            renderer.setSubsamplingAllowed(true);
            var image = renderer.renderImageWithDPI(number - 1, Math.max(1, dpi), ImageType.RGB);
            var drawn = new Rendered.Capture(image.getWidth(), image.getHeight(), Math.max(1, dpi), Mode.UNKNOWN);
            var capture = scan.filter(_ -> scanned >= COARSEST_SCAN)
                    .map(one -> new Rendered.Capture(one.getWidth(), one.getHeight(), scanned, mode(one)))
                    .orElse(drawn);
            var broken = scan.isPresent() ? renderer.broken() : "";
            return new Rendered(image, image.getWidth(), image.getHeight(), Math.max(1, dpi), capture, broken);
        }
    }

    /** Of a picture as wide as the page. */
    private static int dpi(PDImageXObject picture, PDPage page) {
        var inches = Math.max(0.1, page.getCropBox().getWidth() / 72);
        var turned = Math.max(0.1, page.getCropBox().getHeight() / 72);
        var across = page.getRotation() % 180 == 0 ? inches : Math.min(inches, turned);
        return (int) Math.round(picture.getWidth() / across);
    }

    private static Mode mode(PDImageXObject picture) {
        try {
            if (picture.isStencil() || picture.getBitsPerComponent() == 1) {
                return Mode.BILEVEL;
            }
            var colours = picture.getColorSpace();
            return colours.getNumberOfComponents() == 1 && !(colours instanceof PDIndexed) ? Mode.GRAY : Mode.COLOUR;
        } catch (IOException | RuntimeException broken) {
            return Mode.UNKNOWN;
        }
    }

    private static @Nullable PDImageXObject widest(@Nullable PDResources resources, int depth) {
        PDImageXObject widest = null;
        if (resources == null || depth > 3) {
            return null;
        }
        for (COSName name : resources.getXObjectNames()) {
            try {
                var found = switch (resources.getXObject(name)) {
                    case PDImageXObject image -> image;
                    case PDFormXObject form -> widest(form.getResources(), depth + 1);
                    case null, default -> null;
                };
                if (found != null && (widest == null || found.getWidth() > widest.getWidth())) {
                    widest = found;
                }
            } catch (IOException e) {
                // a broken picture says nothing about the resolution
            }
        }
        return widest;
    }
}
