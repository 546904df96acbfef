package lantai.web.item;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is heard or seen at one moment of a recording (内容时间码).
 *
 * @param seconds from the beginning
 * @param at the moment as it was written
 * @param text what there is
 */
public record TimeCode(int seconds, String at, String text) {
    private static final Pattern LINE =
            Pattern.compile("\\s*((?:(\\d{1,2})[:：])?(\\d{1,3})[:：]([0-5]\\d))[\\s,，、—-]*(\\S.*)");

    /**
     * Understands the element of the description: one moment a line or after a semicolon, as {@code 1:02:30 text} or
     * {@code 02:30 text}.
     *
     * @return in the order in which they stand; lines of another shape are left out
     */
    static List<TimeCode> of(String element) {
        return Stream.of(element.split("[\\n;；]"))
                .flatMap(line -> one(line).stream())
                .toList();
    }

    /** {@return a moment as {@code 2:05}, or {@code 1:02:05} from an hour on} */
    static String clock(long seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static Optional<TimeCode> one(String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var hours = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        var seconds = hours * 3600 + Integer.parseInt(matcher.group(3)) * 60 + Integer.parseInt(matcher.group(4));
        return Optional.of(
                new TimeCode(seconds, matcher.group(1), matcher.group(5).strip()));
    }
}
