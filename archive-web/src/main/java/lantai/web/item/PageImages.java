package lantai.web.item;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * Cuts pieces out of our own page pictures. The last few pictures stay decoded, together at most 64 MiB; two pieces are cut at
 * a time. Thread-safe.
 */
final class PageImages {
    private static final long MOST_BYTES = 64L << 20;
    private static final int AT_A_TIME = 2;
    private static final float QUALITY = 0.85f;

    private final Map<Path, BufferedImage> decoded = new LinkedHashMap<>(16, 0.75f, true);
    private final Semaphore cutting = new Semaphore(AT_A_TIME, true);

    /**
     * One piece.
     *
     * @param picture a JPEG of ours, which is never written again
     * @return the encoded image
     */
    byte[] piece(Path picture, ImageRequest request) {
        cutting.acquireUninterruptibly();
        try {
            var whole = decoded(picture);
            var part = whole.getSubimage(request.x(), request.y(), request.width(), request.height());
            var image = turned(scaled(part, request), request.turn());
            return encoded(request.gray() ? gray(image) : image, request.format());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            cutting.release();
        }
    }

    private BufferedImage decoded(Path picture) throws IOException {
        synchronized (decoded) {
            var known = decoded.get(picture);
            if (known != null) {
                return known;
            }
            var image = Optional.ofNullable(ImageIO.read(picture.toFile()))
                    .orElseThrow(() -> new IOException("not a picture: " + picture));
            decoded.put(picture, image);
            var oldest = decoded.entrySet().iterator();
            while (decoded.size() > 1 && bytes() > MOST_BYTES) {
                oldest.next();
                oldest.remove();
            }
            return image;
        }
    }

    private long bytes() {
        return decoded.values().stream()
                .mapToLong(image -> (long) image.getWidth()
                        * image.getHeight()
                        * image.getColorModel().getPixelSize()
                        / Byte.SIZE)
                .sum();
    }

    /** Halved until the rest is less than a half, so that thin strokes do not get lost. */
    private static BufferedImage scaled(BufferedImage part, ImageRequest request) {
        var image = part;
        while (image.getWidth() >= request.targetWidth() * 2 && image.getHeight() >= request.targetHeight() * 2) {
            image = drawn(image, (image.getWidth() + 1) / 2, (image.getHeight() + 1) / 2);
        }
        return drawn(image, request.targetWidth(), request.targetHeight());
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var drawn = blank(image, width, height);
        var canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return drawn;
    }

    private static BufferedImage turned(BufferedImage image, int degrees) {
        if (degrees == 0) {
            return image;
        }
        var across = degrees % 180 != 0;
        var turned = blank(
                image, across ? image.getHeight() : image.getWidth(), across ? image.getWidth() : image.getHeight());
        Graphics2D canvas = turned.createGraphics();
        var turning = AffineTransform.getTranslateInstance(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        turning.quadrantRotate(degrees / 90);
        turning.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        canvas.drawImage(image, turning, null);
        canvas.dispose();
        return turned;
    }

    private static BufferedImage gray(BufferedImage image) {
        var gray = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var canvas = gray.createGraphics();
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return gray;
    }

    private static BufferedImage blank(BufferedImage like, int width, int height) {
        return new BufferedImage(
                width,
                height,
                like.getType() == BufferedImage.TYPE_BYTE_GRAY
                        ? BufferedImage.TYPE_BYTE_GRAY
                        : BufferedImage.TYPE_3BYTE_BGR);
    }

    static byte[] encoded(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (format.equals("png")) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** {@return the bytes of a picture as it is} */
    static byte[] whole(Path picture) {
        try {
            return Files.readAllBytes(picture);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
