package lantai.web.inbox;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lantai.ingest.intake.ReceivedFile;
import lantai.web.text.Text;

/** Why a file is in quarantine, in words. */
final class Reasons {
    private static final String PROGRAM = "program";
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?i)\\.(pdf|ofd|jpe?g|png|gif|bmp|tiff?|docx?|xlsx?|pptx?|wps|et|txt|eml|mp[34]|zip|rar|html?|xml|csv)$");
    private static final Set<String> WINDOWS = Set.of(
            "application/x-msdownload", "application/x-dosexec", "application/vnd.microsoft.portable-executable");
    private static final Set<String> PROGRAMS =
            Set.of("application/x-elf", "application/x-executable", "application/x-sharedlib", "application/java-vm");

    private Reasons() {}

    /** {@return why a file is in quarantine in one sentence, nothing when no reason is known} */
    static Optional<String> reason(Text text, ReceivedFile file) {
        return code(file).map(code -> reason(text, code, file.scanFinding()));
    }

    /** {@return what to do about it} */
    static Optional<String> advice(Text text, ReceivedFile file) {
        return code(file).map(code -> text.say("inbox.advice." + (code.startsWith(PROGRAM) ? PROGRAM : code)));
    }

    /** {@return the sentence and what to do} */
    static Optional<String> words(Text text, ReceivedFile file) {
        return reason(text, file)
                .map(reason -> text.say("inbox.why", reason, advice(text, file).orElse("")));
    }

    /** A program has no reader, but more is to be said of it than that. */
    private static Optional<String> code(ReceivedFile file) {
        return file.reason().map(code -> code.equals("unsupported") ? unsupported(file) : code);
    }

    private static String unsupported(ReceivedFile file) {
        var type = file.mime().replaceFirst("\\s*;.*", "");
        if (!WINDOWS.contains(type) && !PROGRAMS.contains(type)) {
            return "unsupported";
        }
        var system = WINDOWS.contains(type) ? "-windows" : "";
        return PROGRAM + system + (DOCUMENT.matcher(file.name()).find() ? "-renamed" : "");
    }

    /**
     * One sentence.
     *
     * @param code of the reading state
     * @param finding what the virus scanner said, if it said something
     */
    static String reason(Text text, String code, Optional<String> finding) {
        return switch (code) {
            case "infected" ->
                finding.map(name -> text.say("inbox.virus-named", name))
                        .orElseGet(() -> text.say("inbox.reason.infected"));
            case "not_scanned" ->
                finding.map(said -> text.say("inbox.not-scanned-because", said))
                        .orElseGet(() -> text.say("inbox.reason.not_scanned"));
            default -> text.say("inbox.reason." + code);
        };
    }

    /** The sentence and what to do. */
    static String words(Text text, String code, Optional<String> finding) {
        return text.say("inbox.why", reason(text, code, finding), text.say("inbox.advice." + code));
    }
}
