package lantai.account;

import java.util.Set;
import lantai.audit.Actor;

/**
 * Somebody whose identity is established for this request.
 *
 * @param atMachine whether the sign-in is a token made at the machine; such a one never reads the audit nor approves
 * @param owesFactor whether a second factor must be set up before anything else
 */
public record SignedIn(Account account, boolean atMachine, boolean owesFactor) {
    /** Somebody who owes nothing. */
    public SignedIn(Account account, boolean atMachine) {
        this(account, atMachine, false);
    }

    /** {@return what may be done with this sign-in} */
    public Set<Right> rights() {
        var rights = account.rights();
        if (atMachine) {
            rights.remove(Right.READ_AUDIT);
            rights.remove(Right.MANAGE_ROLES);
            rights.remove(Right.APPROVE_DESTRUCTION);
            rights.remove(Right.WITNESS_DESTRUCTION);
            rights.remove(Right.APPROVE_POLICY);
        }
        return rights;
    }

    /** {@return whether one of the rights is held} */
    public boolean may(Right... any) {
        var mine = rights();
        for (var right : any) {
            if (mine.contains(right)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the name for the audit trail} */
    public Actor actor() {
        return new Actor(java.util.Optional.of(account.id()), account.name(), atMachine);
    }
}
