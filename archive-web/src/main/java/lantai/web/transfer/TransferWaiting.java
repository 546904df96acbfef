package lantai.web.transfer;

import java.util.Map;
import lantai.account.Right;
import lantai.account.SignedIn;
import lantai.transfer.TransferDesk;
import lantai.transfer.TransferState;
import lantai.web.frame.Waiting;
import org.jdbi.v3.core.Jdbi;

/** Counts the transfer lists that wait for an approval, a package, or the way to the archives. */
public final class TransferWaiting implements Waiting {
    private final Jdbi jdbi;
    private final TransferDesk desk;

    public TransferWaiting(Jdbi jdbi, TransferDesk desk) {
        this.jdbi = jdbi;
        this.desk = desk;
    }

    @Override
    public Map<String, Long> count(SignedIn who) {
        var approves = who.may(Right.APPROVE_TRANSFER);
        var prepares = who.may(Right.TRANSFER);
        if (!approves && !prepares) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> Map.of(
                "/transfers",
                (approves ? desk.count(handle, TransferState.CHECKED) : 0)
                        + (prepares
                                ? desk.count(handle, TransferState.APPROVED) + desk.count(handle, TransferState.PACKED)
                                : 0)));
    }
}
