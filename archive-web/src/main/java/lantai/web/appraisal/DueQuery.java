package lantai.web.appraisal;

import java.util.Optional;
import lantai.disposal.DueFilter;

/**
 * Which records that are due are wanted, as it stands in the address.
 *
 * @param term code of a term
 * @param until formed in this year or before
 * @param page from 1
 */
public record DueQuery(String category, String term, String until, int page) {
    DueFilter filter() {
        return new DueFilter(
                Optional.of(category).filter(text -> !text.isBlank()),
                Optional.of(term).filter(text -> !text.isBlank()),
                Optional.of(until).filter(text -> text.matches("[12]\\d{3}")).map(Integer::valueOf));
    }

    /** {@return whether anything narrows the list} */
    public boolean isNarrow() {
        return !(category.isBlank() && term.isBlank() && until.isBlank());
    }
}
