package lantai.web.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;

/**
 * JSON as others send it. An escape may name half of a character, such as {@code \}{@code ud800} alone (RFC 8259, 8.2); no database
 * keeps that, so it is refused with its place instead of becoming a question mark.
 */
public final class SoundJson {
    private SoundJson() {}

    /** {@return a mapper that refuses halves of characters} */
    public static ObjectMapper mapper() {
        return new ObjectMapper(new Factory());
    }

    private static final class Factory extends JsonFactory {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public JsonParser createParser(InputStream in) throws IOException {
            return new Parser(super.createParser(in));
        }

        @Override
        public JsonParser createParser(String text) throws IOException {
            return new Parser(super.createParser(text));
        }
    }

    private static final class Parser extends JsonParserDelegate {
        private Parser(JsonParser parser) {
            super(parser);
        }

        @Override
        public String getText() throws IOException {
            return sound(super.getText());
        }

        @Override
        public String currentName() throws IOException {
            return sound(super.currentName());
        }

        private String sound(String text) throws IOException {
            if (text != null && text.chars().anyMatch(unit -> Character.isSurrogate((char) unit)) && isBroken(text)) {
                throw new JsonParseException(this, "half of a character", currentTokenLocation());
            }
            return text;
        }

        private static boolean isBroken(String text) {
            return text.codePoints()
                    .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        }
    }
}
