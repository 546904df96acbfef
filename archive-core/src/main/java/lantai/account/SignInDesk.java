package lantai.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final SignInTokens tokens;

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
        this.tokens = new SignInTokens(clock);
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
                        ? new Outcome.CodeNeeded(tokens.storeHalf(
                                transaction, candidate.account().id(), false, TIME_FOR_CODE))
                        : welcome(transaction, candidate.account(), device, new Means("none", false)));
    }

    /**
     * Lets somebody in for whom an identity provider vouches, in a transaction of its own; who has a second factor here is asked for
     * it as after a password.
     *
     * @return {@link Outcome.Wrong} when the identity opens no account: it is tied to none, to one that is disabled, or to that of an
     *     administrator
     */
    public Outcome vouched(OutsideIdentity identity, Device device) {
        return jdbi.inTransaction(transaction -> {
            var account = IdentityTies.account(transaction, identity, clock.instant())
                    .filter(tied -> !tied.disabled() && !tied.isAdministrator());
            if (account.isEmpty()) {
                audit.record(
                        transaction,
                        new Actor(Optional.empty(), "anonymous", false),
                        AuditAction.SIGN_IN_FAILED,
                        new Subject("identity", identity.subject()),
                        Map.of("origin", device.address(), "issuer", identity.issuer()));
                return new Outcome.Wrong();
            }
            var id = account.get().id();
            if (account.get().locked()) {
                return new Outcome.Locked(candidate(transaction, account.get().name())
                        .orElseThrow()
                        .lockedUntil()
                        .toInstant());
            }
            return SecondFactors.isSet(transaction, id)
                    ? new Outcome.CodeNeeded(tokens.storeHalf(transaction, id, true, TIME_FOR_CODE))
                    : welcome(transaction, account.get(), device, new Means("none", true));
        });
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
                    .filter(_ -> transaction.execute(
                                    "delete from half_sign_in where token_hash = ?", SignInTokens.hash(token))
                            == 1)
                    .<Outcome>map(proof -> welcome(
                            transaction,
                            account,
                            device,
                            new Means(proof.name(), found.get().vouched())))
                    .orElseGet(
                            () -> switch (failed(transaction, Optional.of(account), account.name(), device.address())) {
                                case Outcome.Locked locked -> locked;
                                default -> new Outcome.WrongCode(account.name());
                            });
        });
    }

    private Optional<Candidate> halfIn(Handle handle, String token) {
        return handle.createQuery("select " + AccountRows.COLUMNS + """
                        , h.vouched from half_sign_in h join account a on a.id = h.account_id
                        where h.token_hash = :hash and h.expires_at > :now and not a.disabled
                        for update of a
                        """)
                .bind("hash", SignInTokens.hash(token))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map((row, _) -> new Candidate(
                        AccountRows.account(row, clock.instant()),
                        "",
                        row.getObject("locked_until", OffsetDateTime.class),
                        row.getBoolean("vouched")))
                .findOne();
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
                            , s.at_machine, s.vouched, s.seen_at from sign_in s join account a on a.id = s.account_id
                            where s.token_hash = :hash and s.expires_at > :now and s.seen_at > :idleSince
                              and not a.disabled
                            """)
                    .bind("hash", SignInTokens.hash(token))
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("idleSince", now.minus(settings.idle()).atOffset(ZoneOffset.UTC))
                    .map((row, _) -> new Seen(
                            signedIn(
                                    transaction,
                                    AccountRows.account(row, now),
                                    row.getBoolean("at_machine"),
                                    row.getBoolean("vouched")),
                            row.getObject("seen_at", OffsetDateTime.class)))
                    .findOne();
            found.filter(seen -> Duration.between(seen.at().toInstant(), now).compareTo(Duration.ofMinutes(1)) > 0)
                    .ifPresent(_ -> transaction
                            .createUpdate("update sign_in set seen_at = :now where token_hash = :hash")
                            .bind("now", now.atOffset(ZoneOffset.UTC))
                            .bind("hash", SignInTokens.hash(token))
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

    private SignedIn signedIn(Handle handle, Account account, boolean atMachine, boolean vouched) {
        return new SignedIn(
                vouched ? account.withoutPasswordToChange() : account,
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

    /** Ends one sign-in. {@return whether an identity provider had vouched for it, and may still do so for whoever comes next} */
    public boolean signOut(SignedIn who, String token) {
        return jdbi.inTransaction(transaction -> {
            var vouched = tokens.end(transaction, token);
            audit.record(
                    transaction,
                    who.actor(),
                    AuditAction.SIGNED_OUT,
                    Subject.of("account", who.account().id()),
                    Map.of());
            return vouched;
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
        var token = tokens.store(transaction, account.id(), true, false, validity, new Device("", ""));
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
                        row.getObject("locked_until", OffsetDateTime.class),
                        false))
                .findOne();
    }

    private Outcome welcome(Handle transaction, Account account, Device device, Means means) {
        transaction
                .createUpdate("update account set failed_sign_ins = 0, locked_until = null where id = :id")
                .bind("id", account.id())
                .execute();
        transaction
                .createUpdate("delete from sign_in where expires_at < :now")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        var token = tokens.store(transaction, account.id(), false, means.vouched(), settings.longest(), device);
        var signedIn = signedIn(transaction, account, false, means.vouched());
        audit.record(
                transaction,
                signedIn.actor(),
                AuditAction.SIGNED_IN,
                Subject.of("account", account.id()),
                Map.of(
                        "origin",
                        device.address(),
                        "factor",
                        means.factor(),
                        "by",
                        means.vouched() ? "provider" : "password"));
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

    private record Candidate(Account account, String passwordHash, OffsetDateTime lockedUntil, boolean vouched) {}

    /**
     * How somebody came in.
     *
     * @param factor what was the second factor
     * @param vouched whether an identity provider vouched, instead of a password
     */
    private record Means(String factor, boolean vouched) {}

    private record Seen(SignedIn signedIn, OffsetDateTime at) {}
}
