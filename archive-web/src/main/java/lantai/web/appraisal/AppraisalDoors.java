package lantai.web.appraisal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantai.account.Account;
import lantai.account.AccountOrder;
import lantai.account.AccountRegister;
import lantai.account.Right;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.disposal.AppraisalBoard;
import lantai.disposal.Conclusion;
import lantai.disposal.Deliberation;
import lantai.disposal.DestructionDesk;
import lantai.disposal.DueList;
import lantai.disposal.TermDesk;
import lantai.disposal.Tombstones;
import lantai.hold.HoldDesk;
import lantai.ingest.review.Documents;
import lantai.person.PersonRegister;
import lantai.record.ItemCatalogue;
import lantai.record.ItemRegister;
import lantai.removal.Hindrance;
import lantai.removal.Obstacle;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The doors that the screens of appraisal go through. */
public record AppraisalDoors(
        Jdbi jdbi,
        HoldDesk holds,
        DueList due,
        AppraisalBoard board,
        Deliberation deliberation,
        Conclusion conclusion,
        TermDesk terms,
        DestructionDesk destruction,
        Tombstones tombstones,
        Obstacle obstacles,
        AccountRegister accounts,
        PersonRegister persons,
        ItemRegister items,
        ItemCatalogue catalogue,
        Documents documents,
        AuditTrail audit) {
    static final int SIZE = 50;

    /** {@return the people with a right, by name} */
    List<Account> with(Handle handle, Right right) {
        return accounts.list(handle, AccountRegister.Filter.all(), AccountOrder.DISPLAY_NAME, false, 0).stream()
                .filter(account -> !account.disabled() && account.rights().contains(right))
                .toList();
    }

    /** {@return what stands in the way of destroying these} */
    Map<UUID, List<Hindrance>> hindrances(Handle handle, List<UUID> items) {
        Set<UUID> all = new HashSet<>(items);
        return obstacles.against(handle, all);
    }

    /** Notes that somebody has read what is said of the records of an appraisal or a list. */
    void read(Actor by, Subject subject, int records) {
        jdbi.useTransaction(transaction -> audit.record(
                transaction, by, AuditAction.DISPOSAL_READ, subject, Map.of("shown", Integer.toString(records))));
    }
}
