package lantai.web.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The texts of one feature in one language.
 *
 * @param texts text by key
 */
record Bundle(Map<String, String> texts) {
    Bundle {
        texts = Map.copyOf(texts);
    }

    /** {@return the bundle of a feature, empty when it has none} */
    static Bundle read(String feature, Language language) {
        var path = "/lantai/web/" + feature + "/text_" + language.code() + ".properties";
        try (var in = Bundle.class.getResourceAsStream(path)) {
            if (in == null) {
                return new Bundle(Map.of());
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var texts = new HashMap<String, String>();
            properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            return new Bundle(texts);
        } catch (IOException failure) {
            throw new UncheckedIOException("unreadable: " + path, failure);
        }
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }
}
