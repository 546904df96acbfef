package lantai.web.inbox;

import java.util.List;
import lantai.ingest.filing.FilingDesk;
import lantai.web.frame.Page;

/**
 * What filing the accepted documents of a batch would do.
 *
 * @param ranges the numbers that would be given next
 * @param toReview how many documents would stay at the review desk
 */
public record FilingView(Page page, BatchLine batch, List<FilingDesk.Range> ranges, int toReview) {
    public FilingView {
        ranges = List.copyOf(ranges);
    }

    /** {@return how many documents would be filed} */
    public int number() {
        return ranges.stream().mapToInt(FilingDesk.Range::number).sum();
    }
}
