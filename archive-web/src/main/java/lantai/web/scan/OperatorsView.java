package lantai.web.scan;

import java.time.LocalDate;
import java.util.List;
import lantai.ingest.scan.HandOverDesk.Count;
import lantai.web.frame.Page;

/** What operators scanned from one day to another. */
public record OperatorsView(Page page, LocalDate from, LocalDate to, List<Count> counts) {
    public OperatorsView {
        counts = List.copyOf(counts);
    }

    /** {@return who scanned, or the way it came} */
    public String who(Count count) {
        return count.operator().isEmpty() ? page.say("inbox.source." + count.source()) : count.operator();
    }

    /** {@return all pages} */
    public int pages() {
        return counts.stream().mapToInt(Count::pages).sum();
    }
}
