package lantai.ingest.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures as a scanner's software does, with their resolution. */
final class Pictures {
    private static final double MILLIMETRES_PER_INCH = 25.4;

    private Pictures() {}

    static byte[] png(BufferedImage image, int dpi) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var param = writer.getDefaultWriteParam();
        var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        var pixels = Integer.toString((int) Math.round(dpi / MILLIMETRES_PER_INCH * 1000));
        var size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", pixels);
        size.setAttribute("pixelsPerUnitYAxis", pixels);
        size.setAttribute("unitSpecifier", "meter");
        merge(metadata, size);
        return write(writer, new IIOImage(image, null, metadata), param);
    }

    /**
     * Writes a JPEG.
     *
     * @param quality 0–1
     */
    static byte[] jpeg(BufferedImage image, int dpi, double quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality((float) quality);
        var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        var header = new IIOMetadataNode("app0JFIF");
        header.setAttribute("majorVersion", "1");
        header.setAttribute("minorVersion", "2");
        header.setAttribute("resUnits", "1");
        header.setAttribute("Xdensity", Integer.toString(dpi));
        header.setAttribute("Ydensity", Integer.toString(dpi));
        header.setAttribute("thumbWidth", "0");
        header.setAttribute("thumbHeight", "0");
        var variety = new IIOMetadataNode("JPEGvariety");
        variety.appendChild(header);
        merge(metadata, variety, new IIOMetadataNode("markerSequence"));
        return write(writer, new IIOImage(image, null, metadata), param);
    }

    /** Writes a TIFF of all pages: G4 for black and white, otherwise JPEG inside. */
    static byte[] tiff(List<BufferedImage> images, int dpi) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var image : images) {
                var param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(image.getType() == BufferedImage.TYPE_BYTE_BINARY ? "CCITT T.6" : "JPEG");
                var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
                writer.writeToSequence(new IIOImage(image, null, resolved(metadata, dpi)), param);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata resolved(IIOMetadata metadata, int dpi) throws IIOInvalidTreeException {
        var tags = BaselineTIFFTagSet.getInstance();
        var directory = TIFFDirectory.createFromMetadata(metadata);
        for (var tag : new int[] {BaselineTIFFTagSet.TAG_X_RESOLUTION, BaselineTIFFTagSet.TAG_Y_RESOLUTION}) {
            directory.addTIFFField(new TIFFField(
                    tags.getTag(tag), javax.imageio.plugins.tiff.TIFFTag.TIFF_RATIONAL, 1, new long[][] {{dpi, 1}}));
        }
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), 2));
        return directory.getAsMetadata();
    }

    private static void merge(IIOMetadata metadata, IIOMetadataNode... nodes) throws IIOInvalidTreeException {
        var root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
        for (var node : nodes) {
            root.appendChild(node);
        }
        metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
    }

    private static byte[] write(ImageWriter writer, IIOImage image, ImageWriteParam param) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
