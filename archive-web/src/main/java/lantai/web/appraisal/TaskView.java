package lantai.web.appraisal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Account;
import lantai.disposal.Appraisal;
import lantai.disposal.AppraisalState;
import lantai.disposal.AppraisedItem;
import lantai.disposal.Member;
import lantai.disposal.Opinion;
import lantai.removal.Hindrance;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * One appraisal.
 *
 * @param group the accounts of its members
 * @param members what they say of the proposal
 * @param open whether only records without an opinion are shown
 * @param error why the last deed could not be done
 */
public record TaskView(
        Page page,
        Appraisal appraisal,
        List<Account> group,
        List<Member> members,
        List<AppraisedItem> items,
        Map<UUID, List<Hindrance>> hindrances,
        boolean open,
        Pages pages,
        Optional<String> error) {
    public TaskView {
        group = List.copyOf(group);
        members = List.copyOf(members);
        items = List.copyOf(items);
    }

    /** {@return whether the reader may give opinions now} */
    public boolean decides() {
        return appraisal.state() == AppraisalState.OPEN
                && Group.reader(page, members).isPresent();
    }

    /** {@return whether the reader may say now what he thinks of the proposal} */
    public boolean speaks() {
        return decides() && isComplete();
    }

    /** {@return the members whose absence the reader may note} */
    public List<Member> missing() {
        return decides() && Group.reader(page, members).filter(Member::leads).isPresent()
                ? members.stream().filter(member -> member.stance().isEmpty()).toList()
                : List.of();
    }

    /** {@return a member's name, with his part} */
    public String name(Member member) {
        return Group.name(page.text(), member);
    }

    /** {@return what a member says of the proposal} */
    public String stance(Member member) {
        return Group.stance(page.text(), member);
    }

    /** {@return whether every record has an opinion} */
    public boolean isComplete() {
        return appraisal.decided() == appraisal.items();
    }

    /** {@return the title of a record, personal numbers masked} */
    public String title(AppraisedItem item) {
        return PersonalNumbers.masked(item.title());
    }

    /** {@return what stands in the way of destroying one, in words} */
    public List<String> blocks(AppraisedItem item) {
        return Hindrances.told(page, hindrances.getOrDefault(item.id(), List.of()));
    }

    /** {@return a term in words} */
    public String term(AppraisedItem item) {
        return Terms.told(page.text(), item.period());
    }

    /** {@return an opinion in words, with what belongs to it} */
    public String opinion(AppraisedItem item) {
        return item.opinion()
                .map(opinion -> Group.opinion(page.text(), opinion, item.term()))
                .orElse("");
    }

    /** {@return the tone of an opinion's badge} */
    public String tone(AppraisedItem item) {
        return item.opinion().equals(Optional.of(Opinion.DESTROY)) ? "fault" : "info";
    }

    /** {@return the drawing of an opinion's badge} */
    public String icon(AppraisedItem item) {
        return item.opinion().equals(Optional.of(Opinion.DESTROY)) ? "trash" : "archive";
    }

    /** {@return the roles of a member, in words} */
    public String roles(Account account) {
        return Group.roles(page, account);
    }
}
