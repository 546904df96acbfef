package lantai.photo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a stored description. */
final class Said {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private Said() {}

    /** {@return values by the code of the element; none where nothing is stored} */
    static Map<String, String> parse(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(json, VALUES);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("a stored description", foreign);
        }
    }
}
