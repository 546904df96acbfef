package lantai.web.check;

import java.util.List;
import lantai.check.Said;
import lantai.check.Words;
import lantai.web.text.Language;
import lantai.web.text.Text;

/**
 * What a check found, in words.
 *
 * @param text of the language
 */
public record CheckWords(Text text) implements Words {
    /** {@return the words of a language} */
    public static CheckWords in(Language language) {
        return new CheckWords(Text.in(language));
    }

    @Override
    public String of(Said said) {
        return of(said.code(), said.values());
    }

    String of(String code, List<String> values) {
        return text.say("check.said." + code, values.stream().map(this::word).toArray());
    }

    private Object word(String value) {
        return value.startsWith("@") ? text.say("check.word." + value.substring(1)) : value;
    }
}
