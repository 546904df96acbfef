package lantai.web.policy;

import java.util.List;
import lantai.policy.Policy;
import lantai.web.frame.Page;

/**
 * Two versions of a rule beside each other.
 *
 * @param history all versions, newest first
 * @param changes what differs
 */
public record ComparisonView(Page page, Policy before, Policy after, List<Policy> history, List<ChangeLine> changes) {
    public ComparisonView {
        history = List.copyOf(history);
        changes = List.copyOf(changes);
    }
}
