package lantai.web.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Account;
import lantai.disposal.DueItem;
import lantai.removal.Hindrance;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * The records whose term has ended.
 *
 * @param hindrances what stands in the way of destroying some of them
 * @param people who may sit in an appraisal group
 * @param error why no appraisal could be opened
 */
public record DueView(
        Page page,
        DueQuery query,
        List<DueItem> items,
        Map<UUID, List<Hindrance>> hindrances,
        Pages pages,
        LocalDate today,
        List<Account> people,
        Optional<String> error) {
    public DueView {
        items = List.copyOf(items);
        people = List.copyOf(people);
    }

    /** {@return the title of a record, personal numbers masked} */
    public String title(DueItem item) {
        return PersonalNumbers.masked(item.title());
    }

    /** {@return what stands in the way of one, in words} */
    public List<String> blocks(DueItem item) {
        return Hindrances.told(page, hindrances.getOrDefault(item.id(), List.of()));
    }

    /** {@return a term in words} */
    public String term(DueItem item) {
        return Terms.told(page.text(), item.period());
    }

    /** {@return the roles of an account, in words} */
    public String roles(Account account) {
        return Group.roles(page, account);
    }
}
