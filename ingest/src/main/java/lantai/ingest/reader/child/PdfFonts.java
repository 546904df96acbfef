package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/** Gives PDFBox a font for Chinese text whose own font is not embedded; all else goes to PDFBox's own choice. */
final class PdfFonts implements FontMapper {
    private static final Set<String> CHINESE = Set.of("GB1", "CNS1", "Japan1", "Korea1", "KR", "UCS", "Identity");

    private final FontMapper usual;
    private final Path file;
    private @Nullable TrueTypeFont chinese;
    private boolean tried;

    private PdfFonts(FontMapper usual, Path file) {
        this.usual = usual;
        this.file = file;
    }

    static void install(Path file) {
        FontMappers.set(new PdfFonts(FontMappers.instance(), file));
    }

    private synchronized @Nullable TrueTypeFont chinese() {
        if (!tried) {
            tried = true;
            try {
                chinese = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
            } catch (IOException e) {
                System.err.println("not a font: " + file.getFileName());
            }
        }
        return chinese;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        return usual.getTrueTypeFont(name, descriptor);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        return usual.getFontBoxFont(name, descriptor);
    }

    @Override
    public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo collection) {
        var found = usual.getCIDFont(name, descriptor, collection);
        var wanted = collection == null || CHINESE.contains(collection.getOrdering());
        var ours = wanted && (found == null || found.isFallback()) ? chinese() : null;
        return ours == null ? found : new CIDFontMapping(null, ours, true);
    }
}
