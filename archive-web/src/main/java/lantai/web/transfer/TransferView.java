package lantai.web.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Account;
import lantai.account.Right;
import lantai.check.CheckRun;
import lantai.check.Report;
import lantai.removal.Hindrance;
import lantai.search.PersonalNumbers;
import lantai.transfer.Answer;
import lantai.transfer.Finding;
import lantai.transfer.OpenOpinion;
import lantai.transfer.Receipt;
import lantai.transfer.TransferEntry;
import lantai.transfer.TransferList;
import lantai.transfer.TransferRules;
import lantai.transfer.TransferState;
import lantai.web.appraisal.Hindrances;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * One transfer list: its records, its way, and what the reader may do next.
 *
 * @param open whether only records without an opinion are shown
 * @param hindrances what stands in the way of records that are not handed over
 * @param hints what the machine hints at, by record
 * @param early which of the records are not due
 * @param run the check while it is on its way
 * @param report on the last check
 * @param files paths of the packed files
 * @param people shown name by account
 * @param error why the last deed could not be done
 */
public record TransferView(
        Page page,
        TransferList list,
        List<TransferEntry> entries,
        boolean open,
        Pages pages,
        Map<UUID, List<Hindrance>> hindrances,
        Map<UUID, OpenOpinion> hints,
        List<TransferRules.Reason> reasons,
        Early early,
        Optional<CheckRun> run,
        Optional<Report> report,
        List<Receipt> receipts,
        List<String> files,
        Map<UUID, String> people,
        Optional<String> error) {
    /** The states of the way, in order; a list that was given up left it. */
    private static final List<TransferState> WAY = List.of(
            TransferState.DRAFT,
            TransferState.CHECKED,
            TransferState.APPROVED,
            TransferState.PACKED,
            TransferState.HANDED_OVER,
            TransferState.RECEIPTED);

    public TransferView {
        entries = List.copyOf(entries);
        receipts = List.copyOf(receipts);
    }

    /** {@return the states of the way, in order} */
    public List<TransferState> way() {
        return WAY;
    }

    /** {@return how a step of the way stands: {@code done}, {@code now} or nothing} */
    public String step(TransferState step) {
        var reached = switch (list.state()) {
            case SUBMITTED -> WAY.indexOf(TransferState.DRAFT);
            case PACKING -> WAY.indexOf(TransferState.APPROVED);
            case CANCELLED -> -1;
            case DRAFT, CHECKED, APPROVED, PACKED, HANDED_OVER, RECEIPTED -> WAY.indexOf(list.state());
        };
        var place = WAY.indexOf(step);
        if (place <= reached) {
            return "done";
        }
        return place == reached + 1 && list.state() != TransferState.CANCELLED ? "now" : "";
    }

    /** {@return whether it works by itself, so that the page looks again} */
    public boolean isWorking() {
        return list.state() == TransferState.SUBMITTED || list.state() == TransferState.PACKING;
    }

    /** {@return how much of the work is done, in hundredths} */
    public int percent() {
        return list.state() == TransferState.PACKING
                ? (list.records() == 0 ? 100 : 100 * list.packed() / list.records())
                : run.map(CheckRun::percent).orElse(0);
    }

    /** {@return whether the reader prepares lists} */
    public boolean prepares() {
        return page.may(Right.TRANSFER);
    }

    /** {@return whether the reader may give opinions} */
    public boolean decides() {
        return list.state() == TransferState.DRAFT && page.may(Right.TRANSFER, Right.APPRAISE);
    }

    /** {@return whether the reader may approve it} */
    public boolean approves() {
        return list.state() == TransferState.CHECKED
                && page.may(Right.APPROVE_TRANSFER)
                && !isReader(list.process().submitter());
    }

    /** {@return whether the reader may send it back} */
    public boolean returns() {
        return page.may(Right.TRANSFER, Right.APPROVE_TRANSFER)
                && switch (list.state()) {
                    case SUBMITTED, CHECKED, APPROVED, PACKED -> true;
                    case DRAFT, PACKING, HANDED_OVER, RECEIPTED, CANCELLED -> false;
                };
    }

    /** {@return whether the reader may give it up} */
    public boolean cancels() {
        return prepares()
                && switch (list.state()) {
                    case DRAFT, SUBMITTED, CHECKED, APPROVED, PACKING, PACKED -> true;
                    case HANDED_OVER, RECEIPTED, CANCELLED -> false;
                };
    }

    /** {@return whether it is in a state} */
    public boolean is(TransferState state) {
        return list.state() == state;
    }

    private boolean isReader(Optional<UUID> account) {
        return account.isPresent() && page.account().map(Account::id).equals(account);
    }

    /** {@return the name of somebody who had a hand in it} */
    public String name(Optional<UUID> account) {
        return account.map(id -> people.getOrDefault(id, "")).orElse("");
    }

    /** {@return the title of a record, personal numbers masked} */
    public String title(TransferEntry entry) {
        return PersonalNumbers.masked(entry.title());
    }

    /** {@return a term in words} */
    public String term(TransferEntry entry) {
        return Terms.told(page.text(), entry.period());
    }

    /** {@return what stands in the way of one, in words} */
    public List<String> blocks(TransferEntry entry) {
        return Hindrances.told(page, hindrances.getOrDefault(entry.item(), List.of()));
    }

    /** {@return why a record is not due yet, in words; empty when it is} */
    public String early(TransferEntry entry) {
        return early.told(page.text(), entry.year(), entry.period());
    }

    /** {@return what the machine hints at for one} */
    public Optional<OpenOpinion> hint(TransferEntry entry) {
        return Optional.ofNullable(hints.get(entry.item()));
    }

    /** {@return whether a record is opened against what the machine hints at, which who approves should see} */
    public boolean against(TransferEntry entry) {
        return hint(entry).isPresent()
                && entry.opinion()
                        .filter(opened -> opened.opinion() == OpenOpinion.OPEN)
                        .isPresent();
    }

    /** {@return an opinion in words} */
    public String opinion(OpenOpinion opinion) {
        return page.say("transfer.opinion." + opinion.name());
    }

    /** {@return the tone of an opinion's badge} */
    public static String tone(OpenOpinion opinion) {
        return opinion == OpenOpinion.OPEN ? "ok" : "wait";
    }

    /** {@return the drawing of an opinion's badge} */
    public static String icon(OpenOpinion opinion) {
        return opinion == OpenOpinion.OPEN ? "eye" : "lock";
    }

    /** {@return the tone of an answer's badge} */
    public static String tone(Answer answer) {
        return answer == Answer.REFUSED ? "fault" : "ok";
    }

    /** {@return the drawing of an answer's badge} */
    public static String icon(Answer answer) {
        return answer == Answer.REFUSED ? "undo" : "hand-over";
    }

    /** {@return bytes in words} */
    public static String size(long bytes) {
        return Sizes.told(bytes);
    }

    /** {@return what was found in a receipt, in words} */
    public String told(Finding finding) {
        return Findings.told(page.text(), finding);
    }
}
