package lantai.web.item;

import lantai.disposal.Tombstone;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;

/** What remains of a destroyed record. */
public record TombstoneView(Page page, Tombstone stone) {
    /** {@return the title it had, personal numbers masked} */
    public String title() {
        return PersonalNumbers.masked(stone.title());
    }
}
