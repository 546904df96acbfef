package lantai.web.frame;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A path with the state of the page in its query.
 *
 * @param path the part before the question mark
 * @param values one value by name, in order
 */
public record Query(String path, Map<String, String> values) {
    public Query {
        values = new LinkedHashMap<>(values);
    }

    static Query of(String pathAndQuery) {
        var mark = pathAndQuery.indexOf('?');
        if (mark < 0) {
            return new Query(pathAndQuery, Map.of());
        }
        var values = new LinkedHashMap<String, String>();
        for (var pair : pathAndQuery.substring(mark + 1).split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Query(pathAndQuery.substring(0, mark), values);
    }

    /** {@return the same with one value changed, or without it when the value is empty} */
    public Query with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Query(path, changed);
    }

    /** {@return path and query for a link} */
    public String link() {
        return values.isEmpty()
                ? path
                : values.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + '=' + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", path + '?', ""));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            return text;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
