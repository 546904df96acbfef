package lantai.ocr;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Pages for tests. */
public final class Samples {

    private Samples() {}

    /** Folder of four pages with truth, as {@code OcrBench} wants them. */
    public static Path pages() {
        return Path.of("src/test/resources/pages");
    }

    /** The larger folder beside the checkout; it may be absent. */
    public static Path corpus() {
        String shared = System.getProperty("lantai.shared", System.getenv("lantai.shared"));
        return Path.of(shared == null ? "../../shared" : shared, "corpus", "ocr-dev");
    }

    /** Lines of Latin letters at 200 dpi in any font that there is. */
    public static BufferedImage page(List<String> lines) throws IOException {
        var page = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        int y = 300;
        for (String line : lines) {
            graphics.drawString(line, 200, y);
            y += 90;
        }
        graphics.dispose();
        return page;
    }

    /** The page turned clockwise, as someone might have laid it on the glass. */
    public static BufferedImage turned(BufferedImage page, int degrees) {
        boolean onSide = degrees % 180 != 0;
        int width = onSide ? page.getHeight() : page.getWidth();
        int height = onSide ? page.getWidth() : page.getHeight();
        var turned = new BufferedImage(width, height, page.getType());
        Graphics2D graphics = turned.createGraphics();
        graphics.translate(width / 2.0, height / 2.0);
        graphics.rotate(Math.toRadians(degrees));
        graphics.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        return turned;
    }
}
