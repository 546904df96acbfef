package lantai.web.transfer;

import lantai.transfer.Finding;
import lantai.web.text.Text;

/** Puts what was found in a receipt into words. */
final class Findings {
    private Findings() {}

    static String told(Text text, Finding finding) {
        var said =
                text.say("transfer.finding." + finding.code(), finding.values().toArray());
        return finding.row() == 0 ? said : text.say("transfer.finding-row", finding.row(), said);
    }
}
