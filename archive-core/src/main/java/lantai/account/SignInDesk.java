package lantai.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where people prove who they are. A sign-in is a random token whose hash is kept in the database, so that every node
 * knows it and ending it takes effect at once.
 */
public final class SignInDesk {
    /** How an attempt to sign in ended. */
    public sealed interface Outcome {
        /**
         * The person is in.
         *
         * @param token for the cookie; known to nobody else
         */
        record Welcome(String token, SignedIn signedIn) implements Outcome {}

        /** Name or password is wrong, or the account is disabled: which one is not told. */
        record Wrong() implements Outcome {}

        /** Too many failures. */
        record Locked(Instant until) implements Outcome {}
    }

    private final Jdbi jdbi;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final SignInSettings settings;
    private final Passwords passwords = new Passwords();
    private final SecureRandom random = new SecureRandom();

    public SignInDesk(Jdbi jdbi, AuditTrail audit, InstantSource clock, SignInSettings settings) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Checks a name and a password, in a transaction of its own.
     *
     * @param origin the address it comes from, for the audit
     */
    public Outcome signIn(String name, String password, String origin) {
        var normal = name.strip().toLowerCase(Locale.ROOT);
        var found = jdbi.withHandle(handle -> candidate(handle, normal));
        if (found.isEmpty()) {
            passwords.matchNobody(password);
            return failed(Optional.empty(), normal, origin);
        }
        var candidate = found.get();
        if (candidate.account().locked()) {
            return new Outcome.Locked(candidate.lockedUntil().toInstant());
        }
        if (!passwords.matches(password, candidate.passwordHash())
                || candidate.account().disabled()) {
            return failed(Optional.of(candidate.account()), normal, origin);
        }
        return jdbi.inTransaction(transaction -> welcome(transaction, candidate.account(), origin));
    }

    /**
     * Finds out whom a token belongs to and notes that the person is still there.
     *
     * @return nothing when the token is unknown, expired, idle for too long or its account disabled
     */
    public Optional<SignedIn> resolve(String token) {
        var now = clock.instant();
        return jdbi.inTransaction(transaction -> {
            var found = transaction
                    .createQuery("select " + AccountRows.COLUMNS + """
                            , s.at_machine, s.seen_at from sign_in s join account a on a.id = s.account_id
                            where s.token_hash = :hash and s.expires_at > :now and s.seen_at > :idleSince
                              and not a.disabled
                            """)
                    .bind("hash", hash(token))
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("idleSince", now.minus(settings.idle()).atOffset(ZoneOffset.UTC))
                    .map((row, _) -> new Seen(
                            new SignedIn(AccountRows.account(row, now), row.getBoolean("at_machine")),
                            row.getObject("seen_at", OffsetDateTime.class)))
                    .findOne();
            found.filter(seen -> Duration.between(seen.at().toInstant(), now).compareTo(Duration.ofMinutes(1)) > 0)
                    .ifPresent(_ -> transaction
                            .createUpdate("update sign_in set seen_at = :now where token_hash = :hash")
                            .bind("now", now.atOffset(ZoneOffset.UTC))
                            .bind("hash", hash(token))
                            .execute());
            return found.map(Seen::signedIn);
        });
    }

    /**
     * Has a person who is signed in prove it again, as before a signature. Failures count as those of a sign-in do.
     *
     * @param origin the address it comes from, for the audit
     * @return whether the password was right and the account is neither locked nor disabled
     */
    public boolean proves(SignedIn who, String password, String origin) {
        if (who.atMachine()) {
            return false;
        }
        var found = jdbi.withHandle(handle -> candidate(handle, who.account().name()));
        if (found.isEmpty() || found.get().account().locked()) {
            return false;
        }
        var right = passwords.matches(password, found.get().passwordHash())
                && !found.get().account().disabled();
        if (!right) {
            failed(Optional.of(found.get().account()), who.account().name(), origin);
        }
        return right;
    }

    /** Ends all sign-ins of a person but this one, as after a change of password. */
    public void endOthers(Handle transaction, SignedIn who, String token) {
        transaction
                .createUpdate("delete from sign_in where account_id = :account and token_hash <> :hash")
                .bind("account", who.account().id())
                .bind("hash", hash(token))
                .execute();
    }

    /** Ends one sign-in. */
    public void signOut(SignedIn who, String token) {
        jdbi.useTransaction(transaction -> {
            transaction
                    .createUpdate("delete from sign_in where token_hash = :hash")
                    .bind("hash", hash(token))
                    .execute();
            audit.record(
                    transaction,
                    who.actor(),
                    AuditAction.SIGNED_OUT,
                    Subject.of("account", who.account().id()),
                    Map.of());
        });
    }

    /**
     * Makes a bearer token for the operator at this machine. It carries no audit or role right and is marked in the audit.
     *
     * @throws Refused when the account is disabled
     */
    public String issueToken(Handle transaction, Account account, Duration validity) {
        if (account.disabled()) {
            throw new Refused(AccountProblem.TOKEN_NEEDS_ENABLED_ACCOUNT, account.name());
        }
        var token = store(transaction, account.id(), true, validity);
        audit.record(
                transaction,
                new Actor(Optional.empty(), "operator", true),
                AuditAction.TOKEN_ISSUED,
                Subject.of("account", account.id()),
                Map.of("name", account.name(), "minutes", Long.toString(validity.toMinutes())));
        return token;
    }

    private Optional<Candidate> candidate(Handle handle, String name) {
        return handle.createQuery(
                        "select " + AccountRows.COLUMNS + ", a.password_hash from account a where a.name = :name")
                .bind("name", name)
                .map((row, _) -> new Candidate(
                        AccountRows.account(row, clock.instant()),
                        row.getString("password_hash"),
                        row.getObject("locked_until", OffsetDateTime.class)))
                .findOne();
    }

    private Outcome welcome(Handle transaction, Account account, String origin) {
        transaction
                .createUpdate("update account set failed_sign_ins = 0, locked_until = null where id = :id")
                .bind("id", account.id())
                .execute();
        transaction
                .createUpdate("delete from sign_in where expires_at < :now")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        var token = store(transaction, account.id(), false, settings.longest());
        var signedIn = new SignedIn(account, false);
        audit.record(
                transaction,
                signedIn.actor(),
                AuditAction.SIGNED_IN,
                Subject.of("account", account.id()),
                Map.of("origin", origin));
        return new Outcome.Welcome(token, signedIn);
    }

    private Outcome failed(Optional<Account> account, String name, String origin) {
        return jdbi.inTransaction(transaction -> {
            audit.record(
                    transaction,
                    new Actor(Optional.empty(), "anonymous", false),
                    AuditAction.SIGN_IN_FAILED,
                    new Subject(
                            "account",
                            account.map(known -> known.id().toString()).orElse("unknown")),
                    Map.of("origin", origin, "known", Boolean.toString(account.isPresent())));
            if (account.isEmpty()) {
                return new Outcome.Wrong();
            }
            var lockUntil = clock.instant().plus(settings.lock());
            var locked = transaction
                    .createUpdate("""
                            update account set
                                failed_sign_ins = case when failed_sign_ins + 1 >= :limit then 0
                                                       else failed_sign_ins + 1 end,
                                locked_until = case when failed_sign_ins + 1 >= :limit then :until else locked_until end
                            where name = :name returning locked_until
                            """)
                    .bind("limit", settings.failuresBeforeLock())
                    .bind("until", lockUntil.atOffset(ZoneOffset.UTC))
                    .bind("name", name)
                    .executeAndReturnGeneratedKeys("locked_until")
                    .mapTo(OffsetDateTime.class)
                    .findOne();
            return locked.map(OffsetDateTime::toInstant)
                    .filter(until -> until.isAfter(clock.instant()))
                    .<Outcome>map(Outcome.Locked::new)
                    .orElseGet(Outcome.Wrong::new);
        });
    }

    private String store(Handle transaction, UUID accountId, boolean atMachine, Duration validity) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        transaction
                .createUpdate("""
                        insert into sign_in (token_hash, account_id, at_machine, created_at, seen_at, expires_at)
                        values (:hash, :account, :atMachine, :now, :now, :expires)
                        """)
                .bind("hash", hash(token))
                .bind("account", accountId)
                .bind("atMachine", atMachine)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("expires", now.plus(validity).atOffset(ZoneOffset.UTC))
                .execute();
        return token;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Candidate(Account account, String passwordHash, OffsetDateTime lockedUntil) {}

    private record Seen(SignedIn signedIn, OffsetDateTime at) {}
}
