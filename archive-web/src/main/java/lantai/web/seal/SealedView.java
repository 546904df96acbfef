package lantai.web.seal;

import java.util.List;
import java.util.Optional;
import lantai.ingest.seal.SealState;
import lantai.ingest.seal.SealedPaper;
import lantai.web.frame.Page;

/**
 * The sealed papers.
 *
 * @param number of the page, from 1
 * @param total how many papers there are on all pages
 * @param error what was wrong with what was sent, in words
 */
public record SealedView(Page page, List<SealedPaper> papers, int number, long total, Optional<String> error) {
    public SealedView {
        papers = List.copyOf(papers);
    }

    /** {@return whether where it went can be said, or said otherwise} */
    public static boolean mayBeDeclared(SealedPaper paper) {
        return paper.state() == SealState.SEALED || paper.state() == SealState.DECLARED;
    }

    /** {@return whether the reader is not the person who declared where it went} */
    public boolean isSecond(SealedPaper paper) {
        return paper.state() == SealState.DECLARED
                && !paper.declared()
                        .map(SealedPaper.Deed::by)
                        .equals(page.account().map(one -> one.name()));
    }

    /** {@return ok, wait or fault} */
    public static String tone(SealedPaper paper) {
        return switch (paper.state()) {
            case SEALED -> "fault";
            case DECLARED, HANDED_OVER -> "wait";
            case CLEARED -> "ok";
        };
    }

    public boolean hasNext() {
        return (long) number * SealDoors.SIZE < total;
    }
}
