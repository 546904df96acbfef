package lantai.web.item;

import java.util.Optional;
import lantai.record.Item;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;

/**
 * The form for the event from which the term of an item runs.
 *
 * @param day as typed
 * @param error why the last try failed
 */
public record EventView(Page page, Item item, String day, String reason, Optional<String> error) {
    /** {@return the title, personal numbers masked} */
    public String title() {
        return PersonalNumbers.masked(item.title());
    }
}
