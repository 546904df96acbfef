package lantai.exchange;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Paths as the files of a bag write them. */
final class BagPath {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private BagPath() {}

    /** {@return whether a path stays within the bag on every system; a backslash does not, on some} */
    static boolean isSafe(String path) {
        return !path.isEmpty()
                && !path.startsWith("/")
                && !path.startsWith("~")
                && path.indexOf('\\') < 0
                && path.indexOf('\0') < 0
                && !DRIVE.matcher(path).matches()
                && Arrays.stream(path.split("/", -1)).noneMatch(part -> part.equals("..") || part.isEmpty());
    }

    /** {@return a path with the three letters set right that a line cannot hold (RFC 8493 §2.1.3)} */
    static String decoded(String written) {
        return written.replaceAll("(?i)%0A", "\n").replaceAll("(?i)%0D", "\r").replace("%25", "%");
    }

    /** {@return a path as a line of a bag holds it} */
    static String encoded(String path) {
        return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }
}
