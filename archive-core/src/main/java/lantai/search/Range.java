package lantai.search;

/**
 * A piece of a text, in chars of the Java string.
 *
 * @param start the first char
 * @param end after the last char, above {@code start}
 */
public record Range(int start, int end) {

    public Range {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a range: " + start + " to " + end + ", expected 0 <= start < end");
        }
    }
}
