package lantai.web.item;

import java.util.Optional;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;

/**
 * The question why a record is taken away.
 *
 * @param hours for how long the answer holds
 * @param correct the page whose words are to be corrected, 0 when the record is taken away
 * @param typed an answer as typed
 * @param error what is wrong with it
 */
public record ReasonView(Page page, Opened opened, int hours, int correct, String typed, Optional<String> error) {
    /** {@return the title of the record, personal numbers masked} */
    public String record() {
        return PersonalNumbers.masked(opened.item().title());
    }
}
