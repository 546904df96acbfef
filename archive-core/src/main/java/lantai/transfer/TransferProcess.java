package lantai.transfer;

import java.util.Optional;
import java.util.UUID;
import lantai.problem.Refused;

/**
 * The rules of a transfer, apart from everything else: who has done what, and which deed may come next. Nobody approves what he
 * submitted himself; what was approved is what is packed; nothing is handed over that was not checked.
 *
 * @param digest of the content, once it is fixed
 */
public record TransferProcess(
        TransferState state, Optional<String> digest, Optional<UUID> submitter, Optional<UUID> approver) {
    /** {@return a list on which nothing has been done} */
    public static TransferProcess drawnUp() {
        return new TransferProcess(TransferState.DRAFT, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Does one deed.
     *
     * @return how it stands afterwards
     * @throws Refused when the deed may not come now or not from this person
     */
    public TransferProcess after(TransferDeed deed) {
        return switch (deed) {
            case TransferDeed.Submit submit -> submitted(submit);
            case TransferDeed.Check(boolean passed) ->
                passed
                        ? in(TransferState.SUBMITTED).to(TransferState.CHECKED)
                        : in(TransferState.SUBMITTED).anew();
            case TransferDeed.Approve approve -> approved(approve);
            case TransferDeed.Return _ -> returned();
            case TransferDeed.Pack(String now, boolean free) ->
                in(TransferState.APPROVED).unchanged(now).free(free).to(TransferState.PACKING);
            case TransferDeed.FinishPacking(boolean whole, String now) ->
                whole
                        ? in(TransferState.PACKING).unchanged(now).to(TransferState.PACKED)
                        : in(TransferState.PACKING).to(TransferState.APPROVED);
            case TransferDeed.HandOver(boolean free) ->
                in(TransferState.PACKED).free(free).to(TransferState.HANDED_OVER);
            case TransferDeed.Receipt _ -> in(TransferState.HANDED_OVER).to(TransferState.RECEIPTED);
            case TransferDeed.Cancel _ -> cancelled();
        };
    }

    private TransferProcess submitted(TransferDeed.Submit deed) {
        in(TransferState.DRAFT).free(deed.free());
        if (deed.undecided() > 0) {
            throw new Refused(TransferProblem.OPINIONS_MISSING, deed.undecided());
        }
        return new TransferProcess(
                TransferState.SUBMITTED, Optional.of(deed.digest()), Optional.of(deed.by()), Optional.empty());
    }

    private TransferProcess approved(TransferDeed.Approve deed) {
        in(TransferState.CHECKED).unchanged(deed.digest());
        if (submitter.equals(Optional.of(deed.by()))) {
            throw new Refused(TransferProblem.SUBMITTER_CANNOT_APPROVE);
        }
        return new TransferProcess(TransferState.APPROVED, digest, submitter, Optional.of(deed.by()));
    }

    private TransferProcess returned() {
        return switch (state) {
            case SUBMITTED, CHECKED, APPROVED, PACKED -> anew();
            case DRAFT, PACKING, HANDED_OVER, RECEIPTED, CANCELLED -> throw new Refused(TransferProblem.NOT_NOW, state);
        };
    }

    private TransferProcess cancelled() {
        return switch (state) {
            case DRAFT, SUBMITTED, CHECKED, APPROVED, PACKING, PACKED -> to(TransferState.CANCELLED);
            case HANDED_OVER, RECEIPTED, CANCELLED -> throw new Refused(TransferProblem.NOT_NOW, state);
        };
    }

    private TransferProcess in(TransferState expected) {
        if (state != expected) {
            throw new Refused(TransferProblem.NOT_NOW, state);
        }
        return this;
    }

    private TransferProcess free(boolean free) {
        if (!free) {
            throw new Refused(TransferProblem.ITEM_BLOCKED, "", 0);
        }
        return this;
    }

    private TransferProcess unchanged(String now) {
        if (!digest.equals(Optional.of(now))) {
            throw new Refused(TransferProblem.LIST_CHANGED);
        }
        return this;
    }

    private TransferProcess anew() {
        return drawnUp();
    }

    private TransferProcess to(TransferState next) {
        return new TransferProcess(next, digest, submitter, approver);
    }
}
