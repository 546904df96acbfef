package lantai.ocr.sample;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fonts of one series that were found.
 *
 * @param byName fonts by file name, one point high
 * @param missing names of fonts that were not found
 */
public record Typefaces(Map<String, Font> byName, List<String> missing) {

    public Typefaces {
        byName = Map.copyOf(byName);
        missing = List.copyOf(missing);
    }

    /**
     * Looks for the fonts of {@code series} below {@code folders}.
     *
     * @throws IOException when none of them is there, or when one cannot be read
     */
    public static Typefaces find(Series series, List<Path> folders) throws IOException {
        Map<String, Font> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : series.fonts()) {
            List<Path> files = files(name, folders);
            if (files.isEmpty()) {
                missing.add(name);
            } else {
                found.put(name, font(files.getFirst()));
            }
        }
        if (found.isEmpty()) {
            throw new IOException("none of the fonts " + series.fonts() + " was found in " + folders);
        }
        return new Typefaces(found, missing);
    }

    /** The names of the fonts that were found, in the order of the alphabet. */
    List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    Font font(String name) {
        Font font = byName.get(name);
        if (font == null) {
            throw new IllegalArgumentException("no font \"" + name + '"');
        }
        return font;
    }

    private static List<Path> files(String name, List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (var walk = Files.walk(folder)) {
                    walk.filter(file -> file.getFileName().toString().matches(name + "\\.(ttf|ttc|otf)"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    /** The first font of the file, or of a collection the one with the shapes of the mainland. */
    private static Font font(Path file) throws IOException {
        try {
            Font[] fonts = Font.createFonts(file.toFile());
            for (Font font : fonts) {
                if (font.getFamily().endsWith(" SC") || font.getFamily().endsWith(" CN")) {
                    return font;
                }
            }
            return fonts[0];
        } catch (FontFormatException e) {
            throw new IOException("not a font: \"" + file + '"', e);
        }
    }
}
