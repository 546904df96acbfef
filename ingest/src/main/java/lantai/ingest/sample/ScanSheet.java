package lantai.ingest.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A sheet as a scanner delivers it. */
final class ScanSheet implements Sheet {
    private static final double BOLD = 0.035;
    private static final double MILLIMETRES_PER_INCH = 25.4;

    private final PageSize size;
    private final Look look;
    private final BufferedImage image;
    private final Graphics2D graphics;

    ScanSheet(PageSize size, Look look) {
        this.size = size;
        this.look = look;
        var across = pixels(look.quarterTurns() % 2 == 0 ? size.width() : size.height());
        var down = pixels(look.quarterTurns() % 2 == 0 ? size.height() : size.width());
        this.image = new BufferedImage(
                across,
                down,
                look.depth() == Look.Depth.COLOUR ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
        this.graphics = image.createGraphics();
        graphics.setColor(new Color(look.paper(), look.paper(), Math.max(0, look.paper() - (255 - look.paper()) / 3)));
        graphics.fillRect(0, 0, across, down);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.transform(placement());
        if (look.bound()) {
            bind();
        }
    }

    @Override
    public void text(String text, Point baseline, Type type) {
        var before = graphics.getTransform();
        graphics.translate(baseline.x(), baseline.y());
        graphics.rotate(Math.toRadians(type.degrees()));
        graphics.shear(-type.slant(), 0);
        graphics.setColor(type.ink().colour());
        var font = Face.noto().at(type.millimetres());
        if (type.bold()) {
            var outline = font.createGlyphVector(graphics.getFontRenderContext(), text)
                    .getOutline();
            graphics.fill(outline);
            graphics.setStroke(new BasicStroke((float) (type.millimetres() * BOLD)));
            graphics.draw(outline);
        } else {
            graphics.setFont(font);
            graphics.drawString(text, 0, 0);
        }
        graphics.setTransform(before);
    }

    @Override
    public void shape(Shape shape, double weight, Ink ink) {
        graphics.setColor(ink.colour());
        if (weight == 0) {
            graphics.fill(shape);
        } else {
            graphics.setStroke(new BasicStroke((float) weight));
            graphics.draw(shape);
        }
    }

    /** {@return what the scanner delivers; the sheet cannot be drawn on any more} */
    BufferedImage scan() {
        graphics.dispose();
        if (look.noise() > 0) {
            disturb();
        }
        if (look.depth() != Look.Depth.BILEVEL) {
            return image;
        }
        var black = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        var raster = black.getRaster();
        var dots = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                raster.setSample(x, y, 0, (dots[y * image.getWidth() + x] & 0xFF) < 150 ? 0 : 1);
            }
        }
        return black;
    }

    private int pixels(double millimetres) {
        return (int) Math.round(millimetres / MILLIMETRES_PER_INCH * look.dpi());
    }

    /** {@return from millimetres on the upright sheet to dots of the scan} */
    private AffineTransform placement() {
        var scale = look.dpi() / MILLIMETRES_PER_INCH;
        var placement = new AffineTransform();
        placement.translate(image.getWidth() / 2.0, image.getHeight() / 2.0);
        placement.rotate(Math.toRadians(look.skew()));
        placement.quadrantRotate(look.quarterTurns());
        placement.scale(scale, scale);
        placement.translate(-size.width() / 2, -size.height() / 2);
        return placement;
    }

    private void bind() {
        graphics.setColor(new Color(0, 0, 0, 26));
        graphics.setStroke(new BasicStroke(0.4f));
        graphics.draw(new Line2D.Double(0, size.height() / 2, size.width(), size.height() / 2 + 0.6));
        graphics.setColor(new Color(70, 70, 70));
        for (var share : new double[] {0.36, 0.5, 0.64}) {
            graphics.fill(new Ellipse2D.Double(8, size.height() * share, 4.2, 4.2));
        }
    }

    /** Darkens one side a little and lets each dot stray. The multiplier is Knuth's for linear congruences. */
    private void disturb() {
        var dots = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        var channels = image.getRaster().getNumBands();
        var span = 2 * look.noise() + 1;
        var state = look.seed() * 2 + 1;
        for (var y = 0; y < image.getHeight(); y++) {
            var shade = 6 * y / image.getHeight();
            for (var x = 0; x < image.getWidth(); x++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                var stray = (int) ((state >>> 40) % span) - look.noise() - shade;
                var at = (y * image.getWidth() + x) * channels;
                for (var channel = at; channel < at + channels; channel++) {
                    dots[channel] = (byte) Math.clamp((dots[channel] & 0xFF) + (long) stray, 0, 255);
                }
            }
        }
    }
}
