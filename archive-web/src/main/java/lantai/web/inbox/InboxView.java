package lantai.web.inbox;

import java.util.List;
import java.util.Optional;
import lantai.web.frame.Page;

/**
 * The list of batches.
 *
 * @param total how many batches there are
 * @param quarantined how many files are in quarantine
 * @param next the last batch shown, when there are older ones
 * @param later whether newer ones were skipped
 */
public record InboxView(
        Page page, List<BatchLine> batches, int total, int quarantined, Optional<String> next, boolean later) {
    public InboxView {
        batches = List.copyOf(batches);
    }
}
