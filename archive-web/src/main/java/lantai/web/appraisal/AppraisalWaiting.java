package lantai.web.appraisal;

import java.util.Map;
import lantai.account.Right;
import lantai.account.SignedIn;
import lantai.disposal.DestructionDesk;
import lantai.disposal.ListState;
import lantai.web.frame.Waiting;
import org.jdbi.v3.core.Jdbi;

/** Counts the destruction lists that wait for an approval or a signature of the reader. */
public final class AppraisalWaiting implements Waiting {
    private final Jdbi jdbi;
    private final DestructionDesk destruction;

    public AppraisalWaiting(Jdbi jdbi, DestructionDesk destruction) {
        this.jdbi = jdbi;
        this.destruction = destruction;
    }

    @Override
    public Map<String, Long> count(SignedIn who) {
        var approves = who.may(Right.APPROVE_DESTRUCTION);
        var signs = who.may(Right.WITNESS_DESTRUCTION);
        if (!approves && !signs) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> Map.of(
                "/appraisal",
                (approves ? destruction.count(handle, ListState.FILED) : 0)
                        + (signs ? destruction.count(handle, ListState.APPROVED) : 0)));
    }
}
