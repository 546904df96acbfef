package lantai.web.policy;

import java.util.Map;
import lantai.account.Right;
import lantai.account.SignedIn;
import lantai.web.frame.Waiting;

/** Counts the drafts of rules that wait for this person's decision. */
public final class PolicyWaiting implements Waiting {
    private final PolicyDoors doors;

    public PolicyWaiting(PolicyDoors doors) {
        this.doors = doors;
    }

    @Override
    public Map<String, Long> count(SignedIn who) {
        if (!who.may(Right.APPROVE_POLICY)) {
            return Map.of();
        }
        var waiting = doors.jdbi()
                .withHandle(handle -> doors.drafts().open(handle).stream()
                        .filter(draft -> doors.drafts().mayDecide(handle, who, draft))
                        .count());
        return Map.of("/policies", waiting);
    }
}
