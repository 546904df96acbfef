package lantai.account;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;

/** The devices that people are signed in on, and how they are signed out from afar. The caller brings the transaction. */
public final class OpenSignIns {
    private final AuditTrail audit;
    private final InstantSource clock;
    private final SignInSettings settings;

    public OpenSignIns(AuditTrail audit, InstantSource clock, SignInSettings settings) {
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * The devices of an account on which it is signed in now, the one that asks first, then by last use.
     *
     * @param token of the sign-in that asks; empty when another person asks
     */
    public List<OpenSignIn> list(Handle handle, UUID account, String token) {
        var now = clock.instant();
        return handle.createQuery("""
                        select id, browser, masked_address, at_machine, created_at, seen_at, token_hash = :hash as present
                        from sign_in where account_id = :account and expires_at > :now and seen_at > :idleSince
                        order by present desc, seen_at desc, id
                        """)
                .bind("hash", SignInTokens.hash(token))
                .bind("account", account)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("idleSince", now.minus(settings.idle()).atOffset(ZoneOffset.UTC))
                .map((row, _) -> new OpenSignIn(
                        row.getObject("id", UUID.class),
                        row.getString("browser"),
                        row.getString("masked_address"),
                        row.getBoolean("at_machine"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("present")))
                .list();
    }

    /**
     * Signs one device out; its next request is that of a stranger.
     *
     * @throws NotFound when the account is not signed in there (any more)
     */
    public void end(Handle transaction, Actor by, UUID account, UUID signIn) {
        var ended = transaction.execute("delete from sign_in where id = ? and account_id = ?", signIn, account);
        if (ended == 0) {
            throw new NotFound(AccountProblem.NO_SUCH_SIGN_IN);
        }
        record(transaction, by, account, ended);
    }

    /**
     * Signs all devices of an account out but the one that asks.
     *
     * @param token of the sign-in that asks; empty when another person asks, and all end
     * @return how many
     */
    public int endOthers(Handle transaction, Actor by, UUID account, String token) {
        var ended = endAllBut(transaction, account, token);
        record(transaction, by, account, ended);
        return ended;
    }

    /**
     * Ends all sign-ins of an account but one, and those that still wait for their code.
     *
     * @param token of the one that stays; empty when none does
     * @return how many sign-ins ended
     */
    static int endAllBut(Handle transaction, UUID account, String token) {
        transaction.execute("delete from half_sign_in where account_id = ?", account);
        return transaction.execute(
                "delete from sign_in where account_id = ? and token_hash <> ?", account, SignInTokens.hash(token));
    }

    private void record(Handle transaction, Actor by, UUID account, int ended) {
        audit.record(
                transaction,
                by,
                AuditAction.SIGN_INS_ENDED,
                Subject.of("account", account),
                Map.of("number", Integer.toString(ended)));
    }
}
