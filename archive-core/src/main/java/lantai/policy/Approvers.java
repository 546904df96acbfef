package lantai.policy;

import java.util.List;
import java.util.Optional;
import lantai.account.Right;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** Who may approve which rule, as the rule {@link ApprovalRule} says today. */
final class Approvers {
    private final PolicyCentre policies;

    Approvers(PolicyCentre policies) {
        this.policies = policies;
    }

    /** {@return the names of the roles that may approve a rule: its own row, else the row for all} */
    List<String> roles(Handle handle, String rule) {
        var content =
                RuleContent.parse(policies.inForce(handle, ApprovalRule.POLICY).content());
        return ApprovalRule.roles(content, rule)
                .or(() -> ApprovalRule.roles(content, ApprovalRule.ALL))
                .orElse(List.of());
    }

    boolean mayApprove(Handle handle, SignedIn who, String rule) {
        var allowed = roles(handle, rule);
        return who.may(Right.APPROVE_POLICY)
                && who.account().roles().stream().map(Role::name).anyMatch(allowed::contains);
    }

    void require(Handle handle, SignedIn who, String rule) {
        if (!mayApprove(handle, who, rule)) {
            throw new Refused(
                    PolicyProblem.ROLE_MAY_NOT_APPROVE,
                    String.join(
                            "、",
                            roles(handle, rule).stream().map(Approvers::chinese).toList()));
        }
    }

    private static String chinese(String role) {
        return Optional.of(role).map(Role::valueOf).map(Role::chinese).orElse(role);
    }
}
