package lantai.web.item;

import java.util.Map;
import lantai.access.Viewer;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.search.PersonalNumbers;

/**
 * Asks a member of staff why a record that tells of persons is taken away, or its words are looked at unmasked. The answer stands in the audit trail, and holds
 * there for that record for as many hours as the policy {@code disclosure} says. Nobody is asked about the own record.
 */
public final class ExportReasons {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    private final ItemDoors doors;

    public ExportReasons(ItemDoors doors) {
        this.doors = doors;
    }

    /** {@return whether the person has to give a reason before taking the record away} */
    public boolean isMissing(SignedIn who, Opened opened) {
        return Viewer.isStaff(who)
                && opened.item().isPersonal()
                && !doors.jdbi()
                        .withHandle(handle -> doors.audit()
                                .hasDone(
                                        handle,
                                        who.account().id(),
                                        AuditAction.EXPORT_REASONED,
                                        subject(opened),
                                        doors.clock()
                                                .instant()
                                                .minus(doors.disclosure().rule().reasonHolds())));
    }

    /** {@return for how many hours a reason holds} */
    int hours() {
        return doors.disclosure().rule().reasonHours();
    }

    /**
     * Lets through who needs no reason or has given one.
     *
     * @throws Refused when it is missing
     */
    public void require(SignedIn who, Opened opened) {
        if (isMissing(who, opened)) {
            throw new Refused(ItemProblem.REASON_NEEDED);
        }
    }

    /**
     * Writes a reason down, personal numbers in it masked.
     *
     * @throws Malformed when it is too short or too long
     */
    public void give(SignedIn who, Opened opened, String reason) {
        var clean = PersonalNumbers.masked(reason.strip());
        if (clean.length() < SHORTEST || clean.length() > LONGEST) {
            throw new Malformed(ItemProblem.REASON_MISSING);
        }
        doors.jdbi()
                .useTransaction(transaction -> doors.audit()
                        .record(
                                transaction,
                                who.actor(),
                                AuditAction.EXPORT_REASONED,
                                subject(opened),
                                Map.of("reason", clean)));
    }

    private static Subject subject(Opened opened) {
        return Subject.of("item", opened.item().id());
    }
}
