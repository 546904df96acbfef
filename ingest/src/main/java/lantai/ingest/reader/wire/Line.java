package lantai.ingest.reader.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One line between the processes: a mark and a JSON value. Jackson escapes line feeds, so a message never spans lines.
 */
public final class Line {
    /** The child is ready for its first job. */
    public static final char READY = '!';

    /** Something worth knowing before the answer. */
    public static final char NEWS = '+';

    /** The answer. */
    public static final char ANSWER = '=';

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
