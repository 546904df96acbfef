package lantai.web.insight;

import java.util.List;
import java.util.UUID;
import lantai.web.frame.Page;

/**
 * A question and its answer.
 *
 * @param question as typed, empty for the whole holdings
 * @param total records that answer it
 * @param years records of each year, the oldest first
 * @param categories records of each category, the largest first
 * @param records the newest of them
 */
public record InsightView(
        Page page, String question, long total, List<Bar> years, List<Bar> categories, List<Entry> records) {
    public InsightView {
        years = List.copyOf(years);
        categories = List.copyOf(categories);
        records = List.copyOf(records);
    }

    /** One number: what it counts and where the records behind it lie. */
    public record Bar(String label, long count, long most, String link) {}

    /** One record. */
    public record Entry(UUID id, String code, String title, String day, String kind) {}
}
