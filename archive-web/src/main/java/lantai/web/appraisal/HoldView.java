package lantai.web.appraisal;

import java.util.List;
import java.util.Optional;
import lantai.hold.Hold;
import lantai.record.Item;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;

/**
 * One hold.
 *
 * @param scope what it covers, in words
 * @param items the first records it covers
 * @param error why it could not be ended
 */
public record HoldView(Page page, Hold hold, String scope, List<Item> items, Optional<String> error) {
    public HoldView {
        items = List.copyOf(items);
    }

    /** {@return the title of a record, personal numbers masked} */
    public String title(Item item) {
        return PersonalNumbers.masked(item.title());
    }
}
