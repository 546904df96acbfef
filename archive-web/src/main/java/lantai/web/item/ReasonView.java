package lantai.web.item;

import java.util.Optional;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;

/**
 * The question why a record is taken away.
 *
 * @param hours for how long the answer holds
 * @param typed an answer as typed
 * @param error what is wrong with it
 */
public record ReasonView(Page page, Opened opened, int hours, String typed, Optional<String> error) {
    /** {@return the title of the record, personal numbers masked} */
    public String record() {
        return PersonalNumbers.masked(opened.item().title());
    }
}
