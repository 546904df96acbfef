package lantai.ingest.reader.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One line from a child: a mark, a JSON value, and an end mark that JSON never holds, so that neither a line cut off by the
 * child's death nor a word of the virtual machine is taken for a message.
 */
public final class Line {
    /** The child is ready for its first job. */
    public static final char READY = '!';

    /** Something worth knowing before the answer. */
    public static final char NEWS = '+';

    /** The answer. */
    public static final char ANSWER = '=';

    private static final char END = '\u0004';

    private static final ObjectMapper JSON = new ObjectMapper();

    private Line() {}

    /** {@return the value as one line of JSON, without line feed} */
    public static String of(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message: " + value, e);
        }
    }

    /** {@return a message as it goes over the pipe, with its line feed} */
    public static String framed(char mark, String json) {
        return mark + json + END + '\n';
    }

    /** {@return whether a line is a whole message} */
    public static boolean isWhole(String line) {
        return line.length() > 2
                && line.charAt(line.length() - 1) == END
                && (line.charAt(0) == READY || line.charAt(0) == NEWS || line.charAt(0) == ANSWER);
    }

    /** {@return the JSON of a whole message} */
    public static String json(String whole) {
        return whole.substring(1, whole.length() - 1);
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException when the line is no such message
     */
    public static <T> T to(Class<T> type, String json) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + json, e);
        }
    }
}
