package lantai.ingest.propose;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the mark of a state secret at the head of a page, as GB/T 9704-2012 §7.2.2 has it printed: 绝密, 机密 or 秘密, alone or with
 * a star and a term.
 */
final class SecrecyFinder {
    private static final Pattern MARK = Pattern.compile("(?:密级[:：]?)?(绝密|机密|秘密)(?:[★☆*＊].{0,12})?(?:启用前)?");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final double HEAD = 0.35;
    private static final int FIRST_LINES = 6;
    private static final double PRINTED = 0.9;

    private SecrecyFinder() {}

    static List<Suggestion> find(Scene scene) {
        var candidates = new Candidates(Field.SECRECY_MARK);
        for (Sheet sheet : scene.layout().sheets()) {
            var head = scene.layout().placed()
                    ? sheet.strips().stream()
                            .filter(strip -> strip.level().bottom() < sheet.height() * HEAD)
                            .toList()
                    : sheet.strips().stream().limit(FIRST_LINES).toList();
            for (Strip strip : head) {
                var text = BLANK.matcher(strip.printed()).replaceAll("");
                if (MARK.matcher(text).matches()) {
                    candidates.add(text, strip.whole(), PRINTED, "secrecy-mark");
                }
            }
        }
        return candidates.list();
    }
}
