package lantai.ingest.workflow;

import java.util.Set;
import lantai.account.Role;

/**
 * The rule on one stage.
 *
 * @param roles who may do it
 * @param limitDays how long a batch may wait at it; 0 for no limit
 * @param alertDays after how many days more the next are told as well; 0 for never
 * @param next who they are
 */
public record StageRule(Stage stage, boolean inForce, Set<Role> roles, int limitDays, int alertDays, Set<Role> next) {
    public StageRule {
        roles = Set.copyOf(roles);
        next = Set.copyOf(next);
    }
}
