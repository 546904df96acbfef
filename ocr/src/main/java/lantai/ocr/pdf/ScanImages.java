package lantai.ocr.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Brings scans into a document, as far as possible with the compressed stream they have. */
final class ScanImages implements AutoCloseable {

    private final PDDocument document;
    private final Map<Path, PDDocument> open = new HashMap<>();

    ScanImages(PDDocument document) {
        this.document = document;
    }

    PDImageXObject image(ScanSource source, int dpi) throws IOException {
        return switch (source) {
            case ScanSource.PictureFile(Path file, int frame) -> picture(file, frame);
            case ScanSource.PdfPage(Path file, int page) -> pdf(file, page, dpi);
        };
    }

    private PDImageXObject picture(Path file, int frame) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            PDImageXObject taken = switch (Magic.of(bytes)) {
                case JPEG -> JPEGFactory.createFromByteArray(document, bytes);
                case PNG -> PDImageXObject.createFromByteArray(document, bytes, file.toString());
                case TIFF -> CCITTFactory.createFromByteArray(document, bytes, frame);
                case OTHER -> null;
            };
            if (taken != null && isFit(taken)) {
                return taken;
            }
        } catch (IOException | RuntimeException e) {
            // A form of the format that cannot be taken over; it is packed again below.
            return packed(decoded(file, frame));
        }
        return packed(decoded(file, frame));
    }

    private enum Magic {
        JPEG,
        PNG,
        TIFF,
        OTHER;

        static Magic of(byte[] b) {
            if (b.length > 3 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xD8) {
                return JPEG;
            }
            if (b.length > 3 && (b[0] & 0xFF) == 0x89 && b[1] == 'P') {
                return PNG;
            }
            boolean tiff = b.length > 3 && ((b[0] == 'I' && b[1] == 'I') || (b[0] == 'M' && b[1] == 'M'));
            return tiff ? TIFF : OTHER;
        }
    }

    /** PDF/A-2 with an sRGB intent takes no CMYK; of transparency a scan has no use. */
    private static boolean isFit(PDImageXObject image) throws IOException {
        PDColorSpace space = image.isStencil() ? null : image.getColorSpace();
        return !image.isStencil()
                && space != null
                && space.getNumberOfComponents() != PDDeviceCMYK.INSTANCE.getNumberOfComponents()
                && image.getSoftMask() == null
                && image.getMask() == null;
    }

    private static BufferedImage decoded(Path file, int frame) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a picture: \"" + file.getFileName() + '"');
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return reader.read(frame);
            } finally {
                reader.dispose();
            }
        }
    }

    private PDImageXObject packed(BufferedImage image) throws IOException {
        return image.getColorModel().getPixelSize() == 1
                ? CCITTFactory.createFromImage(document, image)
                : LosslessFactory.createFromImage(document, opaque(image));
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private PDImageXObject pdf(Path file, int page, int dpi) throws IOException {
        PDDocument source = open.get(file);
        if (source == null) {
            source = Loader.loadPDF(file.toFile());
            open.put(file, source);
        }
        Optional<PDImageXObject> only = OnlyImage.of(source.getPage(page));
        if (only.isPresent() && isFit(only.get()) && !usesLzw(only.get())) {
            return cloned(only.get());
        }
        return JPEGFactory.createFromImage(
                document, new PDFRenderer(source).renderImageWithDPI(page, dpi, ImageType.RGB), 0.85f);
    }

    private static boolean usesLzw(PDImageXObject image) {
        List<COSName> filters = new ArrayList<>(image.getStream().getFilters());
        return filters.contains(COSName.LZW_DECODE) || filters.contains(COSName.LZW_DECODE_ABBREVIATION);
    }

    private PDImageXObject cloned(PDImageXObject image) throws IOException {
        var stream = new Cloner(document).clone(image);
        stream.removeItem(COSName.INTERPOLATE);
        stream.removeItem(COSName.getPDFName("Alternates"));
        stream.removeItem(COSName.getPDFName("OPI"));
        stream.removeItem(COSName.METADATA);
        return new PDImageXObject(new PDStream(stream), null);
    }

    /** Opens PDFBox's cloning, which keeps streams as they are packed. */
    private static final class Cloner extends PDFCloneUtility {
        Cloner(PDDocument target) {
            super(target);
        }

        COSStream clone(PDImageXObject image) throws IOException {
            return cloneForNewDocument(image.getCOSObject());
        }
    }

    @Override
    public void close() {
        open.values().forEach(IOUtils::closeQuietly);
    }
}
