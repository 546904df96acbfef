package lantai.web.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lantai.problem.Malformed;
import lantai.web.security.SoundJson;
import org.jspecify.annotations.Nullable;

/** What a sender says of a file, beside its bytes. */
final class Metadata {
    private static final ObjectMapper JSON = SoundJson.mapper();
    private static final Set<String> NOT_OURS = Set.of("lang");
    private static final int MOST = 100;
    private static final int LONGEST = 20_000;

    private Metadata() {}

    /**
     * Reads what came in the header and in the query; the header wins.
     *
     * @param header a JSON object of strings and numbers: with {@code \\u} escapes, as UTF-8, or percent-encoded
     * @throws Malformed when it is something else
     */
    static Map<String, String> read(@Nullable String header, MultivaluedMap<String, String> query) {
        var all = new TreeMap<String, String>();
        query.forEach((name, values) -> {
            if (!NOT_OURS.contains(name) && !values.isEmpty()) {
                all.put(name, values.getFirst());
            }
        });
        if (header != null && !header.isBlank()) {
            all.putAll(object(plain(header)));
        }
        return checked(all);
    }

    /** Checks what came as JSON already. */
    static Map<String, String> checked(Map<String, String> all) {
        if (all.size() > MOST || all.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            throw new Malformed(InboxProblem.METADATA_WRONG);
        }
        return all;
    }

    private static Map<String, String> object(String json) {
        var all = new TreeMap<String, String>();
        try {
            var tree = JSON.readTree(json);
            if (!tree.isObject() || !tree.properties().stream().allMatch(one -> isPlain(one.getValue()))) {
                throw new Malformed(InboxProblem.METADATA_WRONG);
            }
            tree.properties()
                    .forEach(one -> all.put(one.getKey(), one.getValue().asText()));
            return all;
        } catch (JsonProcessingException notJson) {
            throw new Malformed(InboxProblem.METADATA_WRONG);
        }
    }

    private static boolean isPlain(JsonNode node) {
        return node.isValueNode() && !node.isNull();
    }

    /** A header is bytes to HTTP; senders write UTF-8 into it, which arrives as one character for each byte. */
    private static String plain(String header) {
        var text = header.strip();
        if (text.startsWith("%7B") || text.startsWith("%7b")) {
            return decoded(text);
        }
        var isBytes = text.chars().allMatch(character -> character < 256)
                && text.chars().anyMatch(character -> character > 127);
        return isBytes ? new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8) : text;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new Malformed(InboxProblem.METADATA_WRONG);
        }
    }
}
