package lantai.ingest.seal;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name of a sealed file without what it tells: its first character, the beginning of the file's id, its ending. */
final class MaskedName {
    private static final int SHOWN = 8;
    private static final Pattern ENDING = Pattern.compile(".*(\\.[A-Za-z0-9]{1,5})");

    private MaskedName() {}

    /** @param path with folders, which are left out */
    static String of(String path, UUID file) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var ending = ENDING.matcher(name);
        var first = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
        return first + "＊＊＊-" + file.toString().substring(0, SHOWN)
                + (ending.matches() ? ending.group(1).toLowerCase(Locale.ROOT) : "");
    }

    /** {@return what the name tells: without folders and ending} */
    static String told(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var ending = ENDING.matcher(name);
        return ending.matches() ? name.substring(0, ending.start(1)) : name;
    }
}
