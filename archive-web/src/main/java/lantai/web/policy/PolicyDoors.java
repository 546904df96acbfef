package lantai.web.policy;

import java.util.List;
import java.util.Optional;
import lantai.policy.DraftDesk;
import lantai.policy.Policy;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleContent;
import lantai.policy.RuleFault;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the screens of the rules go through. */
public record PolicyDoors(Jdbi jdbi, PolicyCentre policies, DraftDesk drafts) {
    /** {@return the version that is meant: the one with this number, or the one in force when the number is 0} */
    Policy version(Handle handle, String rule, int version) {
        var name = drafts.rules().get(rule).name();
        return version == 0 ? policies.inForce(handle, name) : policies.version(handle, name, version);
    }

    /** {@return where a version does not agree with other rules; nothing when it is compared with no other} */
    Optional<List<RuleFault>> remarks(Handle handle, String rule, RuleContent content) {
        return drafts.rules().get(rule).remarks(handle, content);
    }

    /** {@return the version that will hold next, if one is approved already} */
    Optional<Policy> coming(Handle handle, String rule) {
        var now = policies.inForce(handle, rule);
        return policies.history(handle, rule).stream()
                .filter(policy -> policy.effectiveOn().isAfter(now.effectiveOn()))
                .min(java.util.Comparator.comparing(Policy::effectiveOn));
    }
}
