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

        /**
         * The password was right; the code of the second factor is still to come.
         *
         * @param token for a cookie of its own, good for {@link #TIME_FOR_CODE}
         */
        record CodeNeeded(String token) implements Outcome {}

        /** The code is wrong or was used before. */
        record WrongCode(String name) implements Outcome {}

        /** The code came too late, or without a password before it. */
        record TooLate() implements Outcome {}

        /** Too many failures. */
        record Locked(Instant until) implements Outcome {}
    }

    /** How long one has, after the right password, to give the code. */
    public static final Duration TIME_FOR_CODE = Duration.ofMinutes(5);

    private final Jdbi jdbi;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final SignInSettings settings;
    private final Optional<SecondFactors> factors;
    private final Passwords passwords = new Passwords();
    private final SecureRandom random = new SecureRandom();

    public SignInDesk(
            Jdbi jdbi, AuditTrail audit, InstantSource clock, SignInSettings settings, SecondFactors factors) {
        this(jdbi, audit, clock, settings, Optional.of(factors));
    }

    private SignInDesk(
            Jdbi jdbi,
            AuditTrail audit,
            InstantSource clock,
            SignInSettings settings,
            Optional<SecondFactors> factors) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
        this.factors = factors;
    }

    /** {@return a desk that issues tokens at the machine; who has a second factor is not let in by it} */
    public static SignInDesk forTokens(Jdbi jdbi, AuditTrail audit, InstantSource clock) {
        return new SignInDesk(jdbi, audit, clock, SignInSettings.usual(), Optional.empty());
    }

    /**
     * Checks a name and a password, in a transaction of its own.
     *
     * @param device from where it comes, for the audit and the list of devices
     */
    public Outcome signIn(String name, String password, Device device) {
        var normal = name.strip().toLowerCase(Locale.ROOT);
        var found = jdbi.withHandle(handle -> candidate(handle, normal));
        if (found.isEmpty()) {
            passwords.matchNobody(password);
            return failed(Optional.empty(), normal, device.address());
        }
        var candidate = found.get();
        if (candidate.account().locked()) {
            return new Outcome.Locked(candidate.lockedUntil().toInstant());
        }
        if (!passwords.matches(password, candidate.passwordHash())
                || candidate.account().disabled()) {
            return failed(Optional.of(candidate.account()), normal, device.address());
        }
        return jdbi.inTransaction(transaction ->
                SecondFactors.isSet(transaction, candidate.account().id())
                        ? new Outcome.CodeNeeded(half(transaction, candidate.account()))
                        : welcome(transaction, candidate.account(), device, "none"));
    }

    /**
     * Checks the code that follows a right password, in a transaction of its own. Wrong codes count as wrong passwords do.
     *
     * @param token of {@link Outcome.CodeNeeded}
     * @param code from the person's phone, or a recovery code
     */
    public Outcome giveCode(String token, String code, Device device) {
        return jdbi.inTransaction(transaction -> {
            // one try at a time for an account, so that many at once count as many
            var found = halfIn(transaction, token);
            if (found.isEmpty() || factors.isEmpty()) {
                return new Outcome.TooLate();
            }
            var account = found.get().account();
            if (account.locked()) {
                return new Outcome.Locked(found.get().lockedUntil().toInstant());
            }
            return factors.get()
                    .proof(transaction, account, code)
                    .filter(_ -> transaction.execute("delete from half_sign_in where token_hash = ?", hash(token)) == 1)
                    .<Outcome>map(proof -> welcome(transaction, account, device, proof.name()))
                    .orElseGet(
                            () -> switch (failed(transaction, Optional.of(account), account.name(), device.address())) {
                                case Outcome.Locked locked -> locked;
                                default -> new Outcome.WrongCode(account.name());
                            });
        });
    }

    private Optional<Candidate> halfIn(Handle handle, String token) {
        return handle.createQuery("select " + AccountRows.COLUMNS + " " + """
                        from half_sign_in h join account a on a.id = h.account_id
                        where h.token_hash = :hash and h.expires_at > :now and not a.disabled
                        for update of a
                        """)
                .bind("hash", hash(token))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map((row, _) -> new Candidate(
                        AccountRows.account(row, clock.instant()),
                        "",
                        row.getObject("locked_until", OffsetDateTime.class)))
                .findOne();
    }

    private String half(Handle transaction, Account account) {
        var token = freshToken();
        transaction.execute(
                "delete from half_sign_in where expires_at < ?", clock.instant().atOffset(ZoneOffset.UTC));
        transaction.execute(
                "insert into half_sign_in (token_hash, account_id, expires_at) values (?, ?, ?)",
                hash(token),
                account.id(),
                clock.instant().plus(TIME_FOR_CODE).atOffset(ZoneOffset.UTC));
        return token;
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
                            signedIn(transaction, AccountRows.account(row, now), row.getBoolean("at_machine")),
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

    private SignedIn signedIn(Handle handle, Account account, boolean atMachine) {
        return new SignedIn(
                account,
                atMachine,
                !atMachine
                        && factors.filter(each -> each.isOwed(handle, account)).isPresent());
    }

    /**
     * Has a person who is signed in prove the second factor again, as before it is taken away. Failures count as those of a sign-in
     * do.
     *
     * @param origin the address it comes from, for the audit
     */
    public boolean provesCode(SignedIn who, String code, String origin) {
        if (factors.isEmpty() || who.atMachine()) {
            return false;
        }
        return jdbi.inTransaction(transaction -> {
            transaction.execute(
                    "select 1 from account where id = ? for update",
                    who.account().id());
            var account = candidate(transaction, who.account().name())
                    .map(Candidate::account)
                    .filter(known -> !known.locked() && !known.disabled());
            if (account.isEmpty()) {
                return false;
            }
            var right = factors.get().proof(transaction, account.get(), code).isPresent();
            if (!right) {
                failed(transaction, account, who.account().name(), origin);
            }
            return right;
        });
    }

    /** Ends all sign-ins of a person but this one, as after a change of password. */
    public void endOthers(Handle transaction, SignedIn who, String token) {
        OpenSignIns.endAllBut(transaction, who.account().id(), token);
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
        var token = store(transaction, account.id(), true, validity, new Device("", ""));
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

    private Outcome welcome(Handle transaction, Account account, Device device, String factor) {
        transaction
                .createUpdate("update account set failed_sign_ins = 0, locked_until = null where id = :id")
                .bind("id", account.id())
                .execute();
        transaction
                .createUpdate("delete from sign_in where expires_at < :now")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        var token = store(transaction, account.id(), false, settings.longest(), device);
        var signedIn = signedIn(transaction, account, false);
        audit.record(
                transaction,
                signedIn.actor(),
                AuditAction.SIGNED_IN,
                Subject.of("account", account.id()),
                Map.of("origin", device.address(), "factor", factor));
        return new Outcome.Welcome(token, signedIn);
    }

    private Outcome failed(Optional<Account> account, String name, String origin) {
        return jdbi.inTransaction(transaction -> failed(transaction, account, name, origin));
    }

    private Outcome failed(Handle transaction, Optional<Account> account, String name, String origin) {
        audit.record(
                transaction,
                new Actor(Optional.empty(), "anonymous", false),
                AuditAction.SIGN_IN_FAILED,
                new Subject(
                        "account", account.map(known -> known.id().toString()).orElse("unknown")),
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
    }

    private String freshToken() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String store(Handle transaction, UUID accountId, boolean atMachine, Duration validity, Device device) {
        var token = freshToken();
        var now = clock.instant();
        transaction
                .createUpdate("""
                        insert into sign_in (token_hash, account_id, at_machine, created_at, seen_at, expires_at,
                                             browser, masked_address)
                        values (:hash, :account, :atMachine, :now, :now, :expires, :browser, :address)
                        """)
                .bind("hash", hash(token))
                .bind("account", accountId)
                .bind("atMachine", atMachine)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("expires", now.plus(validity).atOffset(ZoneOffset.UTC))
                .bind("browser", device.browser())
                .bind("address", device.address().isEmpty() ? "" : device.maskedAddress())
                .execute();
        return token;
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Candidate(Account account, String passwordHash, OffsetDateTime lockedUntil) {}

    private record Seen(SignedIn signedIn, OffsetDateTime at) {}
}
