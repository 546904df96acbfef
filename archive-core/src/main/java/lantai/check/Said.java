package lantai.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * One sentence about a target: why it failed, or why it was not looked at.
 *
 * @param code names the sentence in the message bundles, for example {@code too-long}
 * @param values what the sentence quotes; one that begins with @ is itself a word of the bundles, such as {@code @register}
 */
public record Said(String code, List<String> values) {
    private static final int LONGEST = 200;

    public Said {
        values = List.copyOf(values);
    }

    /** {@return the sentence with this code and these values; long ones are cut} */
    public static Said of(String code, Object... values) {
        return new Said(
                code,
                Stream.of(values)
                        .map(Object::toString)
                        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) + '…' : text)
                        .toList());
    }
}
