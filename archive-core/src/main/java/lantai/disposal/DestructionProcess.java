package lantai.disposal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.problem.Refused;

/**
 * The rules of a destruction, apart from everything else: who has done what, and which deed may come next. One person alone can
 * never destroy: submitter, approver and two witnesses of different sides are four people, and each approved and signed the same
 * content.
 *
 * @param digest of the content, once it is fixed
 */
public record DestructionProcess(
        ListState state,
        Optional<String> digest,
        Optional<UUID> submitter,
        Optional<UUID> approver,
        Map<Side, UUID> witnesses) {
    public DestructionProcess {
        witnesses = Map.copyOf(witnesses);
    }

    /** {@return a list on which nothing has been done} */
    public static DestructionProcess drawnUp() {
        return new DestructionProcess(ListState.DRAFT, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * Does one deed.
     *
     * @return how it stands afterwards
     * @throws Refused when the deed may not come now or not from this person
     */
    public DestructionProcess after(ListDeed deed) {
        return switch (deed) {
            case ListDeed.Submit submit -> submitted(submit);
            case ListDeed.NoteFiling _ -> in(ListState.SUBMITTED).to(ListState.FILED);
            case ListDeed.Approve approve -> approved(approve);
            case ListDeed.Refuse refuse -> refused(refuse);
            case ListDeed.Sign sign -> signed(sign);
            case ListDeed.Begin begin -> begun(begin);
            case ListDeed.Finish _ -> in(ListState.EXECUTING).to(ListState.EXECUTED);
            case ListDeed.Certify(boolean clean) ->
                in(ListState.EXECUTED).to(clean ? ListState.CERTIFIED : ListState.EXECUTED);
        };
    }

    private DestructionProcess submitted(ListDeed.Submit deed) {
        in(ListState.DRAFT);
        return new DestructionProcess(
                ListState.SUBMITTED, Optional.of(deed.digest()), Optional.of(deed.by()), Optional.empty(), Map.of());
    }

    private DestructionProcess approved(ListDeed.Approve deed) {
        in(ListState.FILED).unchanged(deed.digest());
        if (submitter.equals(Optional.of(deed.by()))) {
            throw new Refused(DisposalProblem.SUBMITTER_CANNOT_APPROVE);
        }
        return new DestructionProcess(ListState.APPROVED, digest, submitter, Optional.of(deed.by()), Map.of());
    }

    private DestructionProcess refused(ListDeed.Refuse deed) {
        switch (state) {
            case SUBMITTED, FILED, APPROVED, SIGNED -> {}
            case DRAFT, EXECUTING, EXECUTED, CERTIFIED, REFUSED -> throw new Refused(DisposalProblem.NOT_NOW, state);
        }
        if (submitter.equals(Optional.of(deed.by()))) {
            throw new Refused(DisposalProblem.SUBMITTER_CANNOT_APPROVE);
        }
        return to(ListState.REFUSED);
    }

    private DestructionProcess signed(ListDeed.Sign deed) {
        in(ListState.APPROVED).unchanged(deed.digest());
        var by = Optional.of(deed.by());
        if (by.equals(submitter) || by.equals(approver)) {
            throw new Refused(DisposalProblem.WITNESS_TOOK_PART);
        }
        if (witnesses.containsValue(deed.by())) {
            throw new Refused(DisposalProblem.WITNESS_SIGNED_ALREADY);
        }
        if (witnesses.containsKey(deed.side())) {
            throw new Refused(DisposalProblem.SIDE_SIGNED_ALREADY);
        }
        var both = new EnumMap<Side, UUID>(Side.class);
        both.putAll(witnesses);
        both.put(deed.side(), deed.by());
        var complete = both.size() == Side.values().length;
        return new DestructionProcess(
                complete ? ListState.SIGNED : ListState.APPROVED, digest, submitter, approver, both);
    }

    private DestructionProcess begun(ListDeed.Begin deed) {
        in(ListState.SIGNED).unchanged(deed.digest());
        if (!deed.free()) {
            throw new Refused(DisposalProblem.ITEM_BLOCKED, "", 0);
        }
        return to(ListState.EXECUTING);
    }

    private DestructionProcess in(ListState expected) {
        if (state != expected) {
            throw new Refused(DisposalProblem.NOT_NOW, state);
        }
        return this;
    }

    private DestructionProcess unchanged(String now) {
        if (!digest.equals(Optional.of(now))) {
            throw new Refused(DisposalProblem.LIST_CHANGED);
        }
        return this;
    }

    private DestructionProcess to(ListState next) {
        return new DestructionProcess(next, digest, submitter, approver, witnesses);
    }
}
