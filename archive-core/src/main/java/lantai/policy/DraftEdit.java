package lantai.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The next revision of a draft, in the few ways in which one may differ from the last. */
record DraftEdit(PolicyDraft draft) {
    PolicyDraft content(String content, List<String> authors) {
        return new PolicyDraft(
                draft.id(),
                draft.name(),
                draft.base(),
                draft.revision() + 1,
                draft.state(),
                content,
                authors,
                draft.changedAt(),
                draft.reason(),
                draft.effectiveOn(),
                draft.submittedBy(),
                draft.decidedBy(),
                draft.decision());
    }

    PolicyDraft submitted(String by, String reason, LocalDate effectiveOn) {
        return next(DraftState.SUBMITTED, reason, Optional.of(effectiveOn), Optional.of(by), Optional.empty(), "");
    }

    PolicyDraft decided(DraftState state, String by, String decision) {
        return next(state, draft.reason(), draft.effectiveOn(), draft.submittedBy(), Optional.of(by), decision);
    }

    private PolicyDraft next(
            DraftState state,
            String reason,
            Optional<LocalDate> effectiveOn,
            Optional<String> submittedBy,
            Optional<String> decidedBy,
            String decision) {
        return new PolicyDraft(
                draft.id(),
                draft.name(),
                draft.base(),
                draft.revision() + 1,
                state,
                draft.content(),
                draft.authors(),
                draft.changedAt(),
                reason,
                effectiveOn,
                submittedBy,
                decidedBy,
                decision);
    }
}
