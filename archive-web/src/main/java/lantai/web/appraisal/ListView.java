package lantai.web.appraisal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Account;
import lantai.account.Right;
import lantai.disposal.DestructionEntry;
import lantai.disposal.DestructionList;
import lantai.disposal.ListState;
import lantai.disposal.Side;
import lantai.removal.Hindrance;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * One destruction list: its records, its way, and what the reader may do next.
 *
 * @param hindrances what stands in the way of records that are still whole
 * @param error why the last deed could not be done
 */
public record ListView(
        Page page,
        DestructionList list,
        List<DestructionEntry> entries,
        Map<UUID, List<Hindrance>> hindrances,
        Pages pages,
        ListPeople people,
        Optional<String> error) {
    /** The states of the way, in order; a list that was sent back left it. */
    private static final List<ListState> WAY = List.of(
            ListState.DRAFT,
            ListState.SUBMITTED,
            ListState.FILED,
            ListState.APPROVED,
            ListState.SIGNED,
            ListState.EXECUTED,
            ListState.CERTIFIED);

    public ListView {
        entries = List.copyOf(entries);
    }

    /** {@return the states of the way, in order} */
    public List<ListState> way() {
        return WAY;
    }

    /** {@return how a step of the way stands: {@code done}, {@code now} or nothing} */
    public String step(ListState step) {
        var reached = WAY.indexOf(list.state() == ListState.EXECUTING ? ListState.SIGNED : list.state());
        var place = WAY.indexOf(step);
        if (place <= reached) {
            return "done";
        }
        return place == reached + 1 && list.state() != ListState.REFUSED ? "now" : "";
    }

    /** {@return the one who submitted it} */
    public String submitter() {
        return people.of(list.process().submitter());
    }

    /** {@return the one who approved it} */
    public String approver() {
        return people.of(list.process().approver());
    }

    /** {@return the members of the appraisal group, each with his part and what he said} */
    public List<String> group() {
        return people.group().stream()
                .map(member -> Group.told(page.text(), member))
                .toList();
    }

    /** {@return the witness of a side, once there is one} */
    public Optional<DestructionList.Signature> signature(Side side) {
        return list.signatures().stream()
                .filter(signature -> signature.side() == side)
                .findFirst();
    }

    /** {@return the name of a witness} */
    public String name(DestructionList.Signature signature) {
        return people.of(Optional.of(signature.by()));
    }

    /** {@return whether the reader may hand it in} */
    public boolean submits() {
        return list.state() == ListState.DRAFT && page.may(Right.APPRAISE);
    }

    /** {@return whether the reader may note that the authority was told} */
    public boolean notesFiling() {
        return list.state() == ListState.SUBMITTED && page.may(Right.APPRAISE);
    }

    /** {@return whether the reader may approve it} */
    public boolean approves() {
        return list.state() == ListState.FILED
                && page.may(Right.APPROVE_DESTRUCTION)
                && !isReader(list.process().submitter());
    }

    /** {@return whether the reader may send it back} */
    public boolean refuses() {
        return page.may(Right.APPROVE_DESTRUCTION)
                && !isReader(list.process().submitter())
                && switch (list.state()) {
                    case SUBMITTED, FILED, APPROVED, SIGNED -> true;
                    case DRAFT, EXECUTING, EXECUTED, CERTIFIED, REFUSED -> false;
                };
    }

    /** {@return whether the reader may sign for a side} */
    public boolean signs(Side side) {
        return list.state() == ListState.APPROVED
                && page.may(Right.WITNESS_DESTRUCTION)
                && signature(side).isEmpty()
                && page.account().filter(side::has).isPresent()
                && !isReader(list.process().submitter())
                && !isReader(list.process().approver())
                && list.process().witnesses().values().stream().noneMatch(id -> isReader(Optional.of(id)));
    }

    /** {@return whether the reader may begin to destroy} */
    public boolean begins() {
        return list.state() == ListState.SIGNED && page.may(Right.HOLD);
    }

    private boolean isReader(Optional<UUID> account) {
        return account.isPresent() && page.account().map(Account::id).equals(account);
    }

    /** {@return the title of a record, personal numbers masked} */
    public String title(DestructionEntry entry) {
        return PersonalNumbers.masked(entry.title());
    }

    /** {@return what stands in the way of one, or stood when it was spared, in words} */
    public List<String> blocks(DestructionEntry entry) {
        var spared = entry.hindrance().map(List::of).orElse(List.of());
        return Hindrances.told(page, spared.isEmpty() ? hindrances.getOrDefault(entry.item(), List.of()) : spared);
    }

    /** {@return a term in words} */
    public String term(DestructionEntry entry) {
        return Terms.told(page.text(), entry.period());
    }

    /** {@return a moment as desks write it} */
    public String moment(Instant at) {
        return page.moment(at);
    }
}
