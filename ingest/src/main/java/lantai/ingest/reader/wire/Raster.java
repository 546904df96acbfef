package lantai.ingest.reader.wire;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page as plain pixels in a file of our own, so that the OCR process never decodes a picture from outside.
 *
 * @param image gray or colour
 * @param dpi dots per inch
 */
public record Raster(BufferedImage image, int dpi) {
    private static final int MAGIC = 0x4C545231;
    private static final long MOST_PIXELS = 200_000_000;

    /** Writes the pixels; what is neither gray nor BGR is converted. */
    public void write(Path file) throws IOException {
        var plain = plain().image();
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.writeInt(MAGIC);
            out.writeInt(plain.getWidth());
            out.writeInt(plain.getHeight());
            out.writeInt(dpi);
            out.writeInt(plain.getType());
            out.write(bytes(plain));
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when the file is no raster
     */
    public static Raster read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            var magic = in.readInt();
            var width = in.readInt();
            var height = in.readInt();
            var dpi = in.readInt();
            var type = in.readInt();
            if (magic != MAGIC || width <= 0 || height <= 0 || (long) width * height > MOST_PIXELS) {
                throw new IOException("not a raster: " + file.getFileName());
            }
            var image = new BufferedImage(width, height, type);
            in.readFully(bytes(image));
            return new Raster(image, dpi);
        }
    }

    /** {@return the same page of a byte a pixel, or of three: blue, green, red} */
    public Raster plain() {
        var type = image.getType();
        if ((type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_3BYTE_BGR)
                && image.getRaster().getParent() == null) {
            return this;
        }
        var gray = image.getColorModel().getNumComponents() == 1 || type == BufferedImage.TYPE_BYTE_BINARY;
        var copy = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        var graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return new Raster(copy, dpi);
    }

    private static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
