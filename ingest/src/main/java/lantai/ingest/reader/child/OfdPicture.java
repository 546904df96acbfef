package lantai.ingest.reader.child;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lantai.ingest.reader.PageMeasure.Mode;

/** Draws a page of an OFD file with its annotations and seals. */
final class OfdPicture {
    private static final int DPI = 200;

    private final Fonts fonts;
    private final int depth;

    OfdPicture(Fonts fonts) {
        this(fonts, 0);
    }

    private OfdPicture(Fonts fonts, int depth) {
        this.fonts = fonts;
        this.depth = depth;
    }

    Rendered render(Path file, int number, long mostPixels) throws IOException, Unreadable {
        try (var parts = OfdPackage.open(file)) {
            var document = OfdDocument.open(parts);
            var page = document.page(number);
            var box = page.box();
            var dots = Math.min(DPI, Math.sqrt(mostPixels / (box.getWidth() * box.getHeight())) * 25.4);
            var scale = dots / 25.4;
            var image = new BufferedImage(
                    Math.max(1, (int) Math.round(box.getWidth() * scale)),
                    Math.max(1, (int) Math.round(box.getHeight() * scale)),
                    BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(scale, scale);
            graphics.translate(-box.getX(), -box.getY());
            var canvas = new OfdCanvas(document, fonts, graphics);
            for (var layer : page.layers()) {
                canvas.layer(layer);
            }
            for (var appearance : document.annotations(page.id())) {
                canvas.appearance(appearance);
            }
            for (var seal : OfdSeals.onPage(document, parts, page.id())) {
                seal(canvas, seal);
            }
            graphics.dispose();
            var dpi = (int) Math.round(dots);
            var capture = new Rendered.Capture(image.getWidth(), image.getHeight(), dpi, Mode.UNKNOWN);
            return new Rendered(image, image.getWidth(), image.getHeight(), dpi, capture);
        }
    }

    private void seal(OfdCanvas canvas, OfdSeals.Seal seal) throws Unreadable {
        try {
            canvas.seal(
                    seal.type().equals("ofd")
                            ? nested(seal.bytes().array())
                            : OfdCanvas.decode(seal.bytes().array()),
                    seal);
        } catch (IOException e) {
            // a seal that cannot be drawn leaves the page as it is
        }
    }

    /** A seal may itself be an OFD file. */
    private BufferedImage nested(byte[] bytes) throws IOException, Unreadable {
        if (depth > 0) {
            throw new IOException("a seal within a seal");
        }
        var file = Files.createTempFile("seal", ".ofd");
        try {
            Files.write(file, bytes);
            var drawn =
                    new OfdPicture(fonts, depth + 1).render(file, 1, 4_000_000).image();
            return OfdCanvas.withoutWhite(drawn);
        } finally {
            Files.delete(file);
        }
    }
}
