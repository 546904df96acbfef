package lantai.ingest.reader.child;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns, mirrors and shrinks pictures. */
final class Turning {
    private Turning() {}

    /** {@return the picture turned clockwise by 0, 90, 180 or 270 degrees} */
    static BufferedImage clockwise(BufferedImage image, int degrees) {
        return switch (Math.floorMod(degrees, 360)) {
            case 90 -> exif(image, 6);
            case 180 -> exif(image, 3);
            case 270 -> exif(image, 8);
            default -> image;
        };
    }

    /** {@return the picture as EXIF's orientation, 1 to 8, says that it should be looked at} */
    static BufferedImage exif(BufferedImage image, int orientation) {
        var w = image.getWidth();
        var h = image.getHeight();
        var transform = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> null;
        };
        if (transform == null) {
            return image;
        }
        var turned = orientation >= 5 ? blank(image, h, w) : blank(image, w, h);
        var graphics = turned.createGraphics();
        graphics.drawImage(image, transform, null);
        graphics.dispose();
        return turned;
    }

    private static BufferedImage blank(BufferedImage like, int width, int height) {
        var gray = like.getColorModel().getNumComponents() == 1 && like.getType() != BufferedImage.TYPE_BYTE_INDEXED;
        return new BufferedImage(width, height, gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    }

    /** {@return the picture on white, at most so many pixels long} */
    static BufferedImage shrunk(BufferedImage image, int longest) {
        var now = image;
        while (Math.max(now.getWidth(), now.getHeight()) > 2 * longest) {
            now = scaled(now, (now.getWidth() + 1) / 2, (now.getHeight() + 1) / 2);
        }
        var side = Math.max(now.getWidth(), now.getHeight());
        var factor = Math.min(1.0, (double) longest / side);
        return scaled(now, Math.max(1, (int) Math.round(now.getWidth() * factor)), Math.max(1, (int)
                Math.round(now.getHeight() * factor)));
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var smaller = blank(image, width, height);
        var graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return smaller;
    }
}
