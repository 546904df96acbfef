package lantai.ingest.reader.child;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.Optional;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the outlines of characters, one unit high, y downwards: from the font that the file carries, else from the
 * substitute. The file's own fonts are read in Java, since subsets are often too bare for the font engine.
 */
final class OfdFont {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final @Nullable Carried carried;
    private final Font substitute;

    private OfdFont(@Nullable Carried carried, Font substitute) {
        this.carried = carried;
        this.substitute = substitute;
    }

    static OfdFont of(Optional<byte[]> bytes, Font substitute) {
        return new OfdFont(bytes.map(OfdFont::carried).orElse(null), substitute);
    }

    /** {@return the outline of a character; by its glyph number when the file gives one} */
    Shape outline(String character, @Nullable Integer glyph, int style) {
        if (carried != null) {
            try {
                var number = glyph != null ? glyph : carried.glyphOf(character.codePointAt(0));
                if (number > 0) {
                    return carried.outline(number);
                }
            } catch (IOException | RuntimeException e) {
                // a broken glyph is drawn by the substitute
            }
        }
        return substitute
                .deriveFont(style, 1f)
                .createGlyphVector(CONTEXT, character)
                .getOutline();
    }

    private static @Nullable Carried carried(byte[] bytes) {
        try {
            if (bytes.length > 4 && bytes[0] == 1 && bytes[1] == 0 && bytes[2] <= 4) {
                return new Compact(
                        new CFFParser().parse(new RandomAccessReadBuffer(bytes)).getFirst());
            }
            var outlines = bytes.length > 4 && bytes[0] == 'O' && bytes[1] == 'T';
            var font = outlines
                    ? new OTFParser(true).parse(new RandomAccessReadBuffer(bytes))
                    : new TTFParser(true).parse(new RandomAccessReadBuffer(bytes));
            if (font instanceof OpenTypeFont open && open.isPostScript()) {
                return new PostScript(open.getCFF().getFont(), cmap(font));
            }
            return new TrueType(font, cmap(font), 1.0 / Math.max(1, font.getUnitsPerEm()));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable CmapLookup cmap(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup(false);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private sealed interface Carried {
        int glyphOf(int codePoint);

        Shape outline(int glyph) throws IOException;
    }

    private record TrueType(TrueTypeFont font, @Nullable CmapLookup cmap, double scale) implements Carried {
        @Override
        public int glyphOf(int codePoint) {
            return cmap == null ? 0 : cmap.getGlyphId(codePoint);
        }

        @Override
        public Shape outline(int glyph) throws IOException {
            var data = font.getGlyph().getGlyph(glyph);
            return AffineTransform.getScaleInstance(scale, -scale).createTransformedShape(data.getPath());
        }
    }

    private record PostScript(CFFFont font, @Nullable CmapLookup cmap) implements Carried {
        @Override
        public int glyphOf(int codePoint) {
            return cmap == null ? 0 : cmap.getGlyphId(codePoint);
        }

        @Override
        public Shape outline(int glyph) throws IOException {
            return scaled(font, glyph);
        }
    }

    private record Compact(CFFFont font) implements Carried {
        @Override
        public int glyphOf(int codePoint) {
            return 0;
        }

        @Override
        public Shape outline(int glyph) throws IOException {
            return scaled(font, glyph);
        }
    }

    private static Shape scaled(CFFFont font, int glyph) throws IOException {
        var matrix = font.getFontMatrix();
        var scale =
                matrix == null || matrix.isEmpty() ? 0.001 : matrix.getFirst().doubleValue();
        var id = font.getCharset().getCIDForGID(glyph);
        var path = font.getType2CharString(font.getCharset().isCIDFont() ? id : glyph)
                .getPath();
        return AffineTransform.getScaleInstance(scale, -scale).createTransformedShape(path);
    }
}
