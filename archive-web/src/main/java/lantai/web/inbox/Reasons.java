package lantai.web.inbox;

import java.util.Optional;
import lantai.web.text.Text;

/** Why a file is in quarantine, in words. */
final class Reasons {
    private Reasons() {}

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
