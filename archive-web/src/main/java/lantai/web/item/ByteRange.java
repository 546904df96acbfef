package lantai.web.item;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a file is asked for. */
sealed interface ByteRange {
    /** All of it. */
    record Whole() implements ByteRange {}

    /**
     * A piece.
     *
     * @param first the first byte
     * @param last the last byte, within the file
     */
    record Part(long first, long last) implements ByteRange {}

    /** Nothing that the file has. */
    record Outside() implements ByteRange {}

    /** One range; lists of ranges are allowed to be answered with the whole file. */
    Pattern ONE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    /** {@return what a {@code Range} header asks of a file of this size} */
    static ByteRange parse(@Nullable String header, long size) {
        var range = ONE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Whole();
        }
        if (range.group(1).isEmpty()) {
            var length = Math.min(size, number(range.group(2)));
            return length == 0 ? new Outside() : new Part(size - length, size - 1);
        }
        var first = number(range.group(1));
        var last = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, number(range.group(2)));
        if (!range.group(2).isEmpty() && number(range.group(2)) < first) {
            return new Whole();
        }
        return first >= size ? new Outside() : new Part(first, last);
    }

    /** A number beyond any file is as good as the greatest one. */
    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            return Long.MAX_VALUE;
        }
    }
}
