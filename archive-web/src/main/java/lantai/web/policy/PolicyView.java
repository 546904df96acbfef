package lantai.web.policy;

import java.util.List;
import java.util.Optional;
import lantai.policy.Policy;
import lantai.web.frame.Page;

/**
 * One rule.
 *
 * @param shown the version that is looked at
 * @param inForce the number of the version that holds today
 * @param history all versions, newest first
 * @param text what stands in the field: the version in readable lines, or what was typed
 * @param error why what was typed cannot be taken
 */
public record PolicyView(
        Page page, Policy shown, int inForce, List<Policy> history, String text, Optional<String> error) {
    public PolicyView {
        history = List.copyOf(history);
    }
}
