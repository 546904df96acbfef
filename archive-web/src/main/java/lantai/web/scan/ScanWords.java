package lantai.web.scan;

import java.util.Arrays;
import java.util.stream.Collectors;
import lantai.ingest.reader.PageMeasure.Mode;
import lantai.ingest.scan.ScanCheck;
import lantai.ingest.scan.ScanFinding;
import lantai.web.text.Text;

/** What was found on a page, in words. */
final class ScanWords {
    private ScanWords() {}

    /** {@return the name of a check} */
    static String name(Text text, ScanCheck check) {
        return text.say("scan.check." + check.name());
    }

    /** {@return one sentence on what was found} */
    static String told(Text text, ScanFinding finding) {
        return text.say(
                "scan.told." + finding.check().name(),
                value(text, finding.check(), finding.value()),
                value(text, finding.check(), finding.bound()),
                finding.other()
                        .map(other -> text.say("scan.place", other.path(), other.page()))
                        .orElse(""));
    }

    private static String value(Text text, ScanCheck check, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (check) {
            case UNREAD -> text.say("inbox.reason." + value);
            case MIXED ->
                Arrays.stream(value.split(" ")).map(part -> part(text, part)).collect(Collectors.joining(" "));
            case LOW_DPI,
                    NO_DPI,
                    SKEW,
                    BLUR,
                    BLANK,
                    DARK,
                    BORDER,
                    CUT,
                    DUPLICATE,
                    GAP,
                    TWICE,
                    ORDER,
                    FILE_GAP,
                    SAMPLE,
                    PASS -> value;
        };
    }

    private static String part(Text text, String part) {
        return Arrays.stream(Mode.values()).anyMatch(mode -> mode.name().equals(part))
                ? text.say("scan.mode." + part)
                : text.say("scan.dpi", part);
    }
}
