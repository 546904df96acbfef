package lantai.web.policy;

import java.util.List;
import java.util.Optional;
import lantai.policy.Policy;
import lantai.policy.PolicyDraft;
import lantai.web.frame.Page;

/** All rules. */
public record PoliciesView(Page page, List<Line> rules) {
    /**
     * One rule.
     *
     * @param inForce the version that holds today
     * @param coming the version that will hold next
     * @param draft its open draft
     * @param mine whether the draft waits for the reader's decision
     * @param unconfirmed how many rows the agency must still confirm
     */
    public record Line(
            Policy inForce, Optional<Policy> coming, Optional<PolicyDraft> draft, boolean mine, long unconfirmed) {}

    public PoliciesView {
        rules = List.copyOf(rules);
    }
}
