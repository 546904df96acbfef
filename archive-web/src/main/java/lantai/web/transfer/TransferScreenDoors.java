package lantai.web.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lantai.account.AccountRegister;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.check.CheckDesk;
import lantai.fonds.FondsRegister;
import lantai.transfer.Candidates;
import lantai.transfer.DrawingUp;
import lantai.transfer.PackageFiles;
import lantai.transfer.ReceiptDesk;
import lantai.transfer.TransferDesk;
import lantai.transfer.TransferList;
import lantai.transfer.TransferPapers;
import lantai.transfer.TransferRules;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The doors that the screens of transfer go through. */
public record TransferScreenDoors(
        Jdbi jdbi,
        TransferDesk desk,
        DrawingUp drawing,
        Candidates candidates,
        ReceiptDesk receipts,
        PackageFiles files,
        TransferRules rules,
        TransferPapers papers,
        CheckDesk checks,
        FondsRegister fonds,
        AccountRegister accounts,
        AuditTrail audit) {
    static final int SIZE = 50;

    /** Notes that somebody has read what is said of the records of a list. */
    void read(Actor by, UUID list, int records) {
        jdbi.useTransaction(transaction -> audit.record(
                transaction,
                by,
                AuditAction.DISPOSAL_READ,
                Subject.of("transfer-list", list),
                Map.of("shown", Integer.toString(records))));
    }

    /** Notes that somebody took something of a list away. */
    void taken(Handle transaction, Actor by, TransferList list, String what) {
        audit.record(
                transaction,
                by,
                AuditAction.COPY_EXPORTED,
                Subject.of("transfer-list", list.id()),
                Map.of("list", list.number(), "what", what));
    }

    /** {@return the shown names of those who had a hand in a list, by account} */
    Map<UUID, String> people(Handle handle, TransferList list) {
        var names = new HashMap<UUID, String>();
        Stream.of(list.process().submitter(), list.process().approver())
                .flatMap(Optional::stream)
                .forEach(id -> names.put(id, accounts.get(handle, id).displayName()));
        return names;
    }
}
