package lantai.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Ties accounts to the identities that people have at an identity provider, one for each account. Nobody comes in by an identity
 * that is tied to none. The caller brings the transaction.
 */
public final class IdentityTies {
    private static final int LONGEST = 255;

    private final AccountRegister accounts;
    private final AuditTrail audit;
    private final InstantSource clock;

    public IdentityTies(AccountRegister accounts, AuditTrail audit, InstantSource clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@return what an account is tied to} */
    public Optional<OutsideIdentity> of(Handle handle, UUID account) {
        return handle.createQuery("select issuer, subject from outside_identity where account_id = :account")
                .bind("account", account)
                .map((row, _) -> new OutsideIdentity(row.getString("issuer"), row.getString("subject")))
                .findOne();
    }

    static Optional<Account> account(Handle handle, OutsideIdentity identity, Instant now) {
        return handle.createQuery("select " + AccountRows.COLUMNS + """
                         from outside_identity o join account a on a.id = o.account_id
                        where o.issuer = :issuer and o.subject = :subject
                        """)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .map((row, _) -> AccountRows.account(row, now))
                .findOne();
    }

    /**
     * Ties an account to an identity, in place of the one it was tied to, and ends its sign-ins.
     *
     * @throws Malformed when the subject is empty or longer than 255 characters (OpenID Connect Core 1.0, 2)
     * @throws Refused when the account is one's own or that of an administrator, or the identity is tied to another
     */
    public void tie(Handle transaction, Actor by, UUID id, OutsideIdentity identity) {
        var account = accounts.get(transaction, id);
        if (identity.subject().isBlank() || identity.subject().length() > LONGEST) {
            throw new Malformed(AccountProblem.IDENTITY_MALFORMED, LONGEST);
        }
        if (by.id().filter(id::equals).isPresent()) {
            throw new Refused(AccountProblem.IDENTITY_OF_ONES_OWN);
        }
        if (account.isAdministrator()) {
            throw new Refused(AccountProblem.IDENTITY_OF_ADMINISTRATOR);
        }
        account(transaction, identity, clock.instant())
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> {
                    throw new Refused(AccountProblem.IDENTITY_TAKEN, other.name());
                });
        transaction.execute("delete from outside_identity where account_id = ?", id);
        transaction.execute(
                "insert into outside_identity (issuer, subject, account_id, tied_at, tied_by) values (?, ?, ?, ?, ?)",
                identity.issuer(),
                identity.subject(),
                id,
                clock.instant().atOffset(ZoneOffset.UTC),
                by.name());
        record(transaction, by, AuditAction.IDENTITY_TIED, account, identity);
    }

    /** Takes the tie away, if there is one, and ends the account's sign-ins. */
    public void untie(Handle transaction, Actor by, UUID id) {
        var account = accounts.get(transaction, id);
        of(transaction, id).ifPresent(identity -> {
            transaction.execute("delete from outside_identity where account_id = ?", id);
            record(transaction, by, AuditAction.IDENTITY_UNTIED, account, identity);
        });
    }

    private void record(Handle transaction, Actor by, AuditAction action, Account account, OutsideIdentity identity) {
        OpenSignIns.endAllBut(transaction, account.id(), "");
        audit.record(
                transaction,
                by,
                action,
                Subject.of("account", account.id()),
                Map.of("name", account.name(), "issuer", identity.issuer(), "subject", identity.subject()));
    }
}
