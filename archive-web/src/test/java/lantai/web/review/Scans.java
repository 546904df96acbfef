package lantai.web.review;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** Small invented scans: wide pages with a few lines in their upper half, so that one sees which way is up. */
public final class Scans {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 800;
    private static final Font FONT = font();

    private Scans() {}

    /** {@return a page with these lines, the first one large} */
    public static BufferedImage page(String... lines) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        var y = 90;
        for (var line : Arrays.asList(lines)) {
            graphics.setFont(FONT.deriveFont(y == 90 ? 48f : 32f));
            graphics.drawString(line, y == 90 ? 260 : 80, y);
            y += 70;
        }
        graphics.dispose();
        return image;
    }

    /** {@return the page as it comes when the sheet lay upside down} */
    static BufferedImage upsideDown(BufferedImage page) {
        var turned = new BufferedImage(page.getWidth(), page.getHeight(), page.getType());
        var graphics = turned.createGraphics();
        graphics.rotate(Math.PI, page.getWidth() / 2.0, page.getHeight() / 2.0);
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        return turned;
    }

    public static byte[] png(BufferedImage page) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(page, "png", out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** {@return one TIFF with these pages, as a feeder delivers a pile} */
    static byte[] tiff(List<BufferedImage> pages) {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (var page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static Font font() {
        try (var in = Scans.class.getResourceAsStream("/lantai/print/font/NotoSansSC-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException failure) {
            throw new AssertionError(failure);
        }
    }
}
