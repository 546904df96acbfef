package lantai.ocr.pdf;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Finds the one picture of which a scanned PDF page consists. */
final class OnlyImage {

    private OnlyImage() {}

    /** The picture; empty when the page holds other things that show, or lies turned. */
    static Optional<PDImageXObject> of(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        if (resources == null || page.getRotation() != 0) {
            return Optional.empty();
        }
        PDImageXObject only = null;
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (!(object instanceof PDImageXObject image) || only != null) {
                return Optional.empty();
            }
            only = image;
        }
        if (only == null || !fills(page, only)) {
            return Optional.empty();
        }
        return Optional.of(only);
    }

    /** A picture with the page's proportions fills it; one with others has something beside it. */
    private static boolean fills(PDPage page, PDImageXObject image) {
        double sheet = page.getCropBox().getWidth() / page.getCropBox().getHeight();
        double picture = (double) image.getWidth() / image.getHeight();
        return Math.abs(sheet / picture - 1) < 0.02;
    }
}
