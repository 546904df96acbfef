package lantai.web.store;

import lantai.storage.Scrub;
import lantai.web.frame.Page;

/** One reading with what was found. */
public record ScrubView(Page page, Scrub.Report report) {
    /** {@return the reading} */
    public Scrub scrub() {
        return report.scrub();
    }
}
