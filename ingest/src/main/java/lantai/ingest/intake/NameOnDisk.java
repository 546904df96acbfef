package lantai.ingest.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;

/** The name of a file from its bytes on the disk, which the URI form keeps whatever the locale of the process is. */
public final class NameOnDisk {
    private NameOnDisk() {}

    /** {@return the last part of a path, read as UTF-8 where that fits, else as GB 18030} */
    public static String of(Path path) {
        var raw = path.toUri().getRawPath();
        var whole = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        return DeliveredName.decode(bytes(whole.substring(whole.lastIndexOf('/') + 1)));
    }

    /** {@return the parts of a path below a folder, parted by {@code /}, each read as in {@link #of}} */
    public static String below(Path folder, Path path) {
        var parts = new ArrayList<String>();
        for (var part = path; part != null && !part.equals(folder); part = part.getParent()) {
            parts.addFirst(of(part));
        }
        return String.join("/", parts);
    }

    private static byte[] bytes(String escaped) {
        var bytes = new byte[escaped.length()];
        var length = 0;
        for (var i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes[length++] = (byte) Integer.parseInt(escaped, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) escaped.charAt(i);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
