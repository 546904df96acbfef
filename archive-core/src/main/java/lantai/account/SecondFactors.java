package lantai.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.key.KeyRing;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Second factors of accounts: a code of the moment from a person's own phone (RFC 6238), or a recovery code. The caller brings the
 * transaction; every change is audited in it. Secrets are kept encrypted with the archive's key.
 */
public final class SecondFactors {
    /** How many characters the reason of a reset may have. */
    public static final int LONGEST_REASON = 500;

    private static final int SECRET_BYTES = 20;
    private static final Duration TIME_TO_CONFIRM = Duration.ofMinutes(30);
    /** Steps before and after the present one whose codes are good as well, for clocks that do not agree. */
    private static final int DRIFT = 1;

    private final AuditTrail audit;
    private final KeyRing keys;
    private final InstantSource clock;
    private final FactorDuty duty;
    private final RecoveryCodes recovery;
    private final SecureRandom random = new SecureRandom();

    public SecondFactors(AuditTrail audit, KeyRing keys, InstantSource clock, FactorDuty duty) {
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
        this.duty = duty;
        this.recovery = new RecoveryCodes(keys);
    }

    /** What a person proved a sign-in with beside the password. */
    enum Proof {
        CODE,
        RECOVERY_CODE
    }

    /** {@return how it stands with an account} */
    public FactorState state(Handle handle, Account account) {
        var since = handle.createQuery("select confirmed_at from second_factor where account_id = :id")
                .bind("id", account.id())
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
        return new FactorState(since, recovery.left(handle, account.id()), isDemanded(handle, account));
    }

    /** {@return whether the account must set one up before anything else} */
    boolean isOwed(Handle handle, Account account) {
        return !isSet(handle, account.id()) && isDemanded(handle, account);
    }

    private boolean isDemanded(Handle handle, Account account) {
        return !Collections.disjoint(duty.roles(handle), account.roles());
    }

    static boolean isSet(Handle handle, UUID account) {
        return handle.createQuery(
                        "select exists (select 1 from second_factor where account_id = :id and confirmed_at is not null)")
                .bind("id", account)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Begins to set one up, with a fresh secret.
     *
     * @throws Refused when the account has one already
     */
    public void begin(Handle transaction, SignedIn who) {
        var account = own(who);
        if (isSet(transaction, account.id())) {
            throw new Refused(AccountProblem.FACTOR_SET_ALREADY);
        }
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        transaction
                .createUpdate("""
                        insert into second_factor (account_id, secret, begun_at) values (:id, :secret, :now)
                        on conflict (account_id) do update
                            set secret = excluded.secret, begun_at = excluded.begun_at, last_step = 0
                            where second_factor.confirmed_at is null
                        """)
                .bind("id", account.id())
                .bind("secret", sealed(account.id(), secret))
                .bind("now", now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** {@return what the person's program must be told, while one is being set up} */
    public Optional<Enrolment> begun(Handle handle, SignedIn who) {
        return handle.createQuery("""
                        select secret from second_factor
                        where account_id = :id and confirmed_at is null and begun_at > :since
                        """)
                .bind("id", who.account().id())
                .bind("since", now().minus(TIME_TO_CONFIRM).atOffset(ZoneOffset.UTC))
                .mapTo(byte[].class)
                .findOne()
                .map(secret -> new Enrolment(
                        Base32.encode(open(who.account().id(), secret)),
                        who.account().name()));
    }

    /**
     * Takes the first code as proof that the program has the secret. From now on a sign-in needs a code.
     *
     * @return the recovery codes, to be shown once
     * @throws Refused when none is being set up, or the code is not that of the moment
     */
    public List<String> confirm(Handle transaction, SignedIn who, String code) {
        var account = own(who);
        if (begun(transaction, who).isEmpty()) {
            throw new Refused(AccountProblem.FACTOR_NOT_BEGUN);
        }
        if (!isCodeOfTheMoment(transaction, account.id(), code)) {
            throw new Refused(AccountProblem.FACTOR_CODE_WRONG);
        }
        transaction
                .createUpdate("update second_factor set confirmed_at = :now where account_id = :id")
                .bind("now", now().atOffset(ZoneOffset.UTC))
                .bind("id", account.id())
                .execute();
        record(transaction, who.actor(), AuditAction.SECOND_FACTOR_SET, account, Map.of());
        return recovery.renew(transaction, account.id());
    }

    /**
     * Makes fresh recovery codes instead of the present ones. The caller has had the person prove it again.
     *
     * @throws Refused when the account has no second factor
     */
    public List<String> renewRecoveryCodes(Handle transaction, SignedIn who) {
        var account = own(who);
        checkSet(transaction, account);
        record(transaction, who.actor(), AuditAction.RECOVERY_CODES_MADE, account, Map.of());
        return recovery.renew(transaction, account.id());
    }

    /**
     * Takes a person's own second factor away. The caller has had the person prove it again.
     *
     * @throws Refused when there is none, or a role of the account must have one
     */
    public void remove(Handle transaction, SignedIn who) {
        var account = own(who);
        checkSet(transaction, account);
        if (isDemanded(transaction, account)) {
            throw new Refused(AccountProblem.FACTOR_DEMANDED);
        }
        drop(transaction, account);
        record(transaction, who.actor(), AuditAction.SECOND_FACTOR_REMOVED, account, Map.of());
    }

    /**
     * Takes another person's second factor away, as when the phone is lost, and ends its sign-ins. The password stays: who resets
     * passwords and who resets second factors are different people.
     *
     * @param reason told in the audit trail
     * @throws Refused for one's own, or when there is none
     * @throws Malformed without a reason
     */
    public void reset(Handle transaction, Actor by, Account account, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Malformed(AccountProblem.FACTOR_RESET_NEEDS_REASON, LONGEST_REASON);
        }
        if (by.id().filter(account.id()::equals).isPresent()) {
            throw new Refused(AccountProblem.FACTOR_OF_ONES_OWN);
        }
        checkSet(transaction, account);
        drop(transaction, account);
        OpenSignIns.endAllBut(transaction, account.id(), "");
        record(transaction, by, AuditAction.SECOND_FACTOR_RESET, account, Map.of("reason", reason.strip()));
    }

    /** {@return by what a code proves the account's second factor, if it does; neither serves a second time} */
    Optional<Proof> proof(Handle transaction, Account account, String code) {
        if (isCodeOfTheMoment(transaction, account.id(), code)) {
            return Optional.of(Proof.CODE);
        }
        if (recovery.use(transaction, account.id(), code, now())) {
            var left = Integer.toString(recovery.left(transaction, account.id()));
            record(
                    transaction,
                    new SignedIn(account, false).actor(),
                    AuditAction.RECOVERY_CODE_USED,
                    account,
                    Map.of("left", left));
            return Optional.of(Proof.RECOVERY_CODE);
        }
        return Optional.empty();
    }

    private boolean isCodeOfTheMoment(Handle transaction, UUID account, String typed) {
        var code = typed.replaceAll("\\s", "");
        var stored = transaction
                .createQuery("select secret from second_factor where account_id = :id for update")
                .bind("id", account)
                .mapTo(byte[].class)
                .findOne();
        if (stored.isEmpty()) {
            return false;
        }
        var secret = open(account, stored.get());
        var present = Totp.step(now());
        return LongStream.rangeClosed(present - DRIFT, present + DRIFT)
                .filter(step -> Totp.USUAL.code(secret, step).equals(code))
                .anyMatch(step -> isNew(transaction, account, step));
    }

    /** Notes the step; one that is not newer than the newest accepted is a replay. */
    private static boolean isNew(Handle transaction, UUID account, long step) {
        return transaction
                        .createUpdate(
                                "update second_factor set last_step = :step where account_id = :id and last_step < :step")
                        .bind("step", step)
                        .bind("id", account)
                        .execute()
                == 1;
    }

    private static Account own(SignedIn who) {
        if (who.atMachine()) {
            throw new Refused(AccountProblem.FACTOR_NOT_BY_TOKEN);
        }
        return who.account();
    }

    private static void checkSet(Handle handle, Account account) {
        if (!isSet(handle, account.id())) {
            throw new Refused(AccountProblem.FACTOR_NOT_SET);
        }
    }

    private static void drop(Handle transaction, Account account) {
        transaction.execute("delete from second_factor where account_id = ?", account.id());
        RecoveryCodes.drop(transaction, account.id());
    }

    private byte[] sealed(UUID account, byte[] secret) {
        return keys.encrypt(account + ":" + Base64.getEncoder().encodeToString(secret));
    }

    /** A secret that was moved to another account's row opens nothing. */
    private byte[] open(UUID account, byte[] sealed) {
        var text = keys.decrypt(sealed);
        if (!text.startsWith(account + ":")) {
            throw new NotFound(AccountProblem.FACTOR_NOT_SET);
        }
        return Base64.getDecoder().decode(text.substring(text.indexOf(':') + 1));
    }

    private void record(Handle transaction, Actor by, AuditAction action, Account account, Map<String, String> detail) {
        var all = new java.util.HashMap<>(detail);
        all.put("name", account.name());
        audit.record(transaction, by, action, Subject.of("account", account.id()), all);
    }

    private Instant now() {
        return clock.instant();
    }
}
