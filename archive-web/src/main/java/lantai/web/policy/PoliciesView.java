package lantai.web.policy;

import java.util.List;
import lantai.policy.Policy;
import lantai.web.frame.Page;

/**
 * All rules.
 *
 * @param policies the version of each that holds today
 */
public record PoliciesView(Page page, List<Policy> policies) {
    public PoliciesView {
        policies = List.copyOf(policies);
    }
}
