package lantai.web;

import java.util.UUID;
import lantai.account.SignedIn;
import lantai.web.appraisal.AppraisalDoors;
import org.jdbi.v3.core.Handle;

/** Members of an appraisal group who agree with what is proposed. */
final class Agreement {
    private Agreement() {}

    static void of(AppraisalDoors doors, Handle transaction, UUID task, SignedIn... members) {
        for (var member : members) {
            doors.deliberation().agree(transaction, member.actor(), task);
        }
    }
}
