package lantai.web.policy;

import java.util.List;
import java.util.Optional;
import lantai.policy.Policy;
import lantai.policy.PolicyDraft;
import lantai.web.frame.Page;

/**
 * One rule.
 *
 * @param shown the version that is looked at
 * @param inForce the number of the version that holds today
 * @param history all versions, newest first
 * @param draft the open draft
 * @param closed drafts that were withdrawn, newest first
 * @param text the version as JSON in readable lines
 * @param remarks where it does not agree with other rules; nothing for a rule that is compared with no other
 * @param error why what was tried cannot be done
 */
public record PolicyView(
        Page page,
        Policy shown,
        int inForce,
        List<Policy> history,
        Optional<PolicyDraft> draft,
        List<PolicyDraft> closed,
        Sheet sheet,
        String text,
        Optional<List<String>> remarks,
        Optional<String> error) {
    public PolicyView {
        history = List.copyOf(history);
        closed = List.copyOf(closed);
    }

    /** {@return whether the version looked at will hold from a later day} */
    public boolean isComing() {
        return history.stream()
                .filter(policy -> policy.version() == inForce)
                .anyMatch(now -> shown.effectiveOn().isAfter(now.effectiveOn()));
    }
}
