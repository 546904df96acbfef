package lantai.web.code;

import java.util.List;
import java.util.Optional;
import lantai.classification.Category;
import lantai.record.CodeChange;
import lantai.record.Item;
import lantai.web.frame.Page;

/**
 * The form for another number.
 *
 * @param link the business link or class as typed
 * @param group code of the photo group it joins, as typed
 * @param category its category as chosen
 * @param history earlier renumberings
 * @param error why the last try failed
 */
public record RenumberView(
        Page page,
        Item item,
        List<Category> categories,
        String category,
        String link,
        String year,
        String retention,
        String group,
        String reason,
        List<CodeChange> history,
        Optional<String> error) {
    public RenumberView {
        categories = List.copyOf(categories);
        history = List.copyOf(history);
    }
}
