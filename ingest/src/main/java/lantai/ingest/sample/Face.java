package lantai.ingest.sample;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The one typeface of the samples, Noto Sans SC, with the widths of its characters. Safe for threads. */
final class Face {
    private static final String RESOURCE = "/lantai/print/font/NotoSansSC-Regular.ttf";
    private static final float MEASURE = 1000;

    private final byte[] bytes;
    private final Font font;
    private final Font measured;
    private final FontRenderContext context = new FontRenderContext(null, true, true);
    private final Map<Integer, Double> widths = new ConcurrentHashMap<>();

    private Face(byte[] bytes) throws IOException, FontFormatException {
        this.bytes = bytes;
        this.font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
        this.measured = font.deriveFont(MEASURE);
    }

    /** {@return the typeface, loaded once} */
    static Face noto() {
        return Loaded.FACE;
    }

    /** {@return the file of the font; not to be written to} */
    byte[] bytes() {
        return bytes;
    }

    /** {@return the font for drawing at this size} */
    Font at(double size) {
        return font.deriveFont((float) size);
    }

    /** {@return the width of a text in millimetres} */
    double width(String text, Type type) {
        return text.codePoints().mapToDouble(this::ems).sum() * type.millimetres();
    }

    /** {@return the width of a character as a share of the size of the font} */
    double ems(int codePoint) {
        return widths.computeIfAbsent(
                codePoint,
                point -> measured.createGlyphVector(context, Character.toString(point))
                                .getGlyphMetrics(0)
                                .getAdvanceX()
                        / (double) MEASURE);
    }

    /** Loaded when first asked for. */
    private static final class Loaded {
        static final Face FACE = load();

        private static Face load() {
            try (var stream = Face.class.getResourceAsStream(RESOURCE)) {
                if (stream == null) {
                    throw new IllegalStateException("the font is missing: " + RESOURCE);
                }
                return new Face(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the font cannot be read: " + RESOURCE, e);
            }
        }
    }
}
