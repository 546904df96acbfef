package lantai.ingest.reader.child;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Fonts for drawing pages that do not carry their own: one Chinese TrueType font, else the logical ones of Java. */
final class Fonts {
    private static final Font SANS = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

    private final @Nullable Path chinese;
    private final Map<String, Font> loaded = new ConcurrentHashMap<>();

    private Fonts(@Nullable Path chinese) {
        this.chinese = chinese;
    }

    static Fonts of(@Nullable String chineseFont) {
        var path = chineseFont == null ? null : Path.of(chineseFont);
        if (path != null) {
            PdfFonts.install(path);
        }
        return new Fonts(path);
    }

    /** {@return the font for text without a font of its own, one unit high} */
    Font substitute() {
        var file = chinese;
        if (file == null) {
            return SANS;
        }
        return loaded.computeIfAbsent(file.toString(), _ -> {
            try {
                return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
            } catch (FontFormatException | IOException e) {
                return SANS;
            }
        });
    }
}
