package lantai.web.portal;

import java.util.List;
import java.util.UUID;
import lantai.web.frame.Page;

/**
 * The own records of an insured person.
 *
 * @param name who it is
 * @param total records in all
 * @param years the newest first, years without any record between the first and the last among them
 */
public record TimelineView(Page page, String name, int total, List<Year> years) {
    public TimelineView {
        years = List.copyOf(years);
    }

    /** One year of a life. */
    public record Year(int number, List<Entry> entries) {
        public Year {
            entries = List.copyOf(entries);
        }
    }

    /** One record: what it is, in words people use. */
    public record Entry(UUID id, String day, String title, String kind, String code, int pages) {}
}
