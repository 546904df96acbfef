package lantai.web.fonds;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lantai.fonds.Fonds;
import lantai.fonds.FondsKind;
import lantai.fonds.FondsPaper;
import lantai.fonds.PaperKind;
import lantai.web.frame.Page;

/**
 * One fonds.
 *
 * @param papers its descriptive file
 * @param today for days that are usually today
 * @param error why the last try failed
 */
public record FondsView(
        Page page,
        Fonds fonds,
        List<FondsPaper> papers,
        List<FondsKind> kinds,
        List<PaperKind> paperKinds,
        LocalDate today,
        Optional<String> error) {
    public FondsView {
        papers = List.copyOf(papers);
        kinds = List.copyOf(kinds);
        paperKinds = List.copyOf(paperKinds);
    }

    /** {@return whether records may be filed into it today} */
    public boolean isOpen() {
        return fonds.isOpenOn(today);
    }
}
