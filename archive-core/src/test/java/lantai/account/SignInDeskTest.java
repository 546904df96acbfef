package lantai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lantai.account.SignInDesk.Outcome;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.key.KeyRing;
import lantai.problem.ArchiveException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with password and code, and signing out from afar. */
class SignInDeskTest {
    private static final String PASSWORD = "paper, ink, one seal";
    private static final Device PHONE = Device.of(
            "203.0.113.77",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Version/18.1 Mobile/15E148 Safari/604.1");
    private static final Device DESK = Device.of(
            "2001:db8:1:2:3:4:5:6",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
                    + " Safari/537.36 Edg/142.0.0.0");

    @TempDir
    private Path keys;

    private Instant now = Instant.parse("2026-11-20T01:02:03Z");
    private final InstantSource clock = () -> now;
    private final AuditTrail audit = new AuditTrail(clock);
    private final AccountRegister accounts = new AccountRegister(audit, clock);
    private final OpenSignIns open = new OpenSignIns(audit, clock, SignInSettings.usual());
    private Set<Role> demanded = Set.of();
    private Database database;
    private SecondFactors factors;
    private SignInDesk desk;
    private SignedIn wang;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        factors = new SecondFactors(audit, KeyRing.open(keys), clock, _ -> demanded);
        desk = new SignInDesk(database.jdbi(), audit, clock, SignInSettings.usual(), factors);
        wang = new SignedIn(add("wangfang", Role.ARCHIVIST), false);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Account add(String name, Role role) {
        return in(transaction -> accounts.add(
                        transaction,
                        Actor.SYSTEM,
                        new NewAccount(
                                name,
                                "样例·" + name,
                                Optional.empty(),
                                Set.of(role),
                                Optional.empty(),
                                Optional.of(PASSWORD))))
                .account();
    }

    /** Sets up the factor of 王芳 and gives back what her phone knows. */
    private Phone setUp() {
        database.jdbi().useTransaction(transaction -> factors.begin(transaction, wang));
        var secret = in(handle -> factors.begun(handle, wang).orElseThrow().secret());
        var phone = new Phone(secret);
        var codes = in(transaction -> factors.confirm(transaction, wang, phone.code()));
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z2-9]{4}(-[a-z2-9]{4}){2}"));
        now = now.plusSeconds(60);
        return new Phone(secret, codes);
    }

    private final class Phone {
        private final byte[] secret;
        private final List<String> recovery;

        Phone(String base32) {
            this(base32, List.of());
        }

        Phone(String base32, List<String> recovery) {
            this.recovery = recovery;
            var bits = new StringBuilder();
            for (var letter : base32.getBytes(StandardCharsets.US_ASCII)) {
                var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
                bits.append(Integer.toBinaryString(32 + value).substring(1));
            }
            secret = new byte[bits.length() / 8];
            for (var i = 0; i < secret.length; i++) {
                secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
            }
        }

        String code() {
            return Totp.USUAL.code(secret, Totp.step(now));
        }

        /** No code of the steps that are good now. */
        String wrong() {
            for (var guess = 100_000; ; guess++) {
                var text = Integer.toString(guess);
                var step = Totp.step(now);
                if (List.of(step - 1, step, step + 1).stream()
                        .noneMatch(each -> Totp.USUAL.code(secret, each).equals(text))) {
                    return text;
                }
            }
        }
    }

    private <R> R in(HandleCallback<R, RuntimeException> deed) {
        return database.jdbi().inTransaction(deed);
    }

    private String half() {
        return ((Outcome.CodeNeeded) desk.signIn("wangfang", PASSWORD, PHONE)).token();
    }

    private List<String> audited() {
        return in(handle -> handle.createQuery("select action from audit_entry order by id")
                .mapTo(String.class)
                .list());
    }

    private static void refused(AccountProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    @Test
    void withoutASecondFactorThePasswordOpens() {
        assertThat(desk.signIn("wangfang", PASSWORD, PHONE)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void withOneThePasswordAloneOpensNothing() {
        var phone = setUp();
        var half = half();
        assertThat(desk.resolve(half)).isEmpty();
        assertThat(desk.giveCode(half, phone.wrong(), PHONE)).isEqualTo(new Outcome.WrongCode("wangfang"));
        var outcome = desk.giveCode(half, phone.code().replaceFirst("(...)", "$1 "), PHONE);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Welcome.class,
                        welcome -> assertThat(desk.resolve(welcome.token())).isPresent());
        assertThat(desk.giveCode(half, phone.code(), PHONE)).isInstanceOf(Outcome.TooLate.class);
        assertThat(audited()).contains("SECOND_FACTOR_SET").endsWith("SIGN_IN_FAILED", "SIGNED_IN");
    }

    @Test
    void aDeskThatKnowsNoSecretsLetsNobodyInWhoHasASecondFactor() {
        setUp();
        var other = SignInDesk.forTokens(database.jdbi(), audit, clock);
        var outcome = (Outcome.CodeNeeded) other.signIn("wangfang", PASSWORD, PHONE);
        assertThat(other.giveCode(outcome.token(), "000000", PHONE)).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void aCodeIsGoodOnceAndNotAfterANewerOne() {
        var phone = setUp();
        var old = phone.code();
        assertThat(desk.giveCode(half(), old, PHONE)).isInstanceOf(Outcome.Welcome.class);
        assertThat(desk.giveCode(half(), old, PHONE)).isInstanceOf(Outcome.WrongCode.class);
        now = now.plusSeconds(Totp.STEP_SECONDS);
        var older = phone.code();
        now = now.plusSeconds(Totp.STEP_SECONDS);
        assertThat(desk.giveCode(half(), phone.code(), PHONE)).isInstanceOf(Outcome.Welcome.class);
        assertThat(desk.giveCode(half(), older, PHONE)).isInstanceOf(Outcome.WrongCode.class);
    }

    @Test
    void theCodeThatConfirmedTheFactorOpensNothing() {
        database.jdbi().useTransaction(transaction -> factors.begin(transaction, wang));
        var phone =
                new Phone(in(handle -> factors.begun(handle, wang).orElseThrow().secret()));
        refused(
                AccountProblem.FACTOR_CODE_WRONG,
                () -> database.jdbi().useTransaction(transaction -> factors.confirm(transaction, wang, phone.wrong())));
        assertThat(desk.signIn("wangfang", PASSWORD, PHONE)).isInstanceOf(Outcome.Welcome.class);
        database.jdbi().useTransaction(transaction -> factors.confirm(transaction, wang, phone.code()));
        assertThat(desk.giveCode(half(), phone.code(), PHONE)).isInstanceOf(Outcome.WrongCode.class);
    }

    @Test
    void clocksMayDifferByOneStepAndNoMore() {
        var phone = setUp();
        now = now.plusSeconds(300);
        var code = phone.code();
        now = now.plusSeconds(2L * Totp.STEP_SECONDS);
        assertThat(desk.giveCode(half(), code, PHONE)).isInstanceOf(Outcome.WrongCode.class);
        now = now.minusSeconds(Totp.STEP_SECONDS);
        assertThat(desk.giveCode(half(), code, PHONE)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void aRecoveryCodeIsGoodOnce() {
        var code = setUp().recovery.getFirst();
        assertThat(desk.giveCode(half(), code.replace("-", "").toUpperCase(java.util.Locale.ROOT), PHONE))
                .isInstanceOf(Outcome.Welcome.class);
        assertThat(desk.giveCode(half(), code, PHONE)).isInstanceOf(Outcome.WrongCode.class);
        assertThat(this.<FactorState>in(handle -> factors.state(handle, wang.account())))
                .satisfies(state -> assertThat(state.recoveryCodes()).isEqualTo(9))
                .satisfies(state -> assertThat(state.since()).isPresent());
        assertThat(audited()).contains("RECOVERY_CODE_USED");
    }

    @Test
    void wrongCodesLockTheAccountAlsoWhenTheRightPasswordComesBetween() {
        var phone = setUp();
        for (var i = 0; i < 4; i++) {
            assertThat(desk.giveCode(half(), phone.wrong(), PHONE)).isInstanceOf(Outcome.WrongCode.class);
        }
        var last = half();
        assertThat(desk.giveCode(last, phone.wrong(), PHONE)).isInstanceOf(Outcome.Locked.class);
        assertThat(desk.giveCode(last, phone.code(), PHONE)).isInstanceOf(Outcome.Locked.class);
        assertThat(desk.signIn("wangfang", PASSWORD, PHONE)).isInstanceOf(Outcome.Locked.class);
    }

    @Test
    void codesTriedAtTheSameTimeCountAsManyTries() throws Exception {
        var phone = setUp();
        var half = half();
        var wrong = phone.wrong();
        try (var many = Executors.newFixedThreadPool(8)) {
            var outcomes = many.invokeAll(Collections.nCopies(24, () -> desk.giveCode(half, wrong, PHONE))).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(outcomes).filteredOn(Outcome.WrongCode.class::isInstance).hasSizeLessThanOrEqualTo(4);
            assertThat(outcomes).filteredOn(Outcome.Locked.class::isInstance).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void theCodeHasToFollowWithinFiveMinutes() {
        var phone = setUp();
        var half = half();
        now = now.plus(SignInDesk.TIME_FOR_CODE);
        assertThat(desk.giveCode(half, phone.code(), PHONE)).isInstanceOf(Outcome.TooLate.class);
        assertThat(desk.giveCode("no such token", phone.code(), PHONE)).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void whoMustHaveOneOwesItUntilItIsSet() {
        demanded = Set.of(Role.ARCHIVIST);
        var welcome = (Outcome.Welcome) desk.signIn("wangfang", PASSWORD, PHONE);
        assertThat(desk.resolve(welcome.token()).orElseThrow().owesFactor()).isTrue();
        var token = in(transaction -> desk.issueToken(transaction, wang.account(), Duration.ofMinutes(5)));
        assertThat(desk.resolve(token).orElseThrow().owesFactor())
                .as("a token of the operator at the machine")
                .isFalse();
        setUp();
        assertThat(desk.resolve(welcome.token()).orElseThrow().owesFactor()).isFalse();
        refused(
                AccountProblem.FACTOR_DEMANDED,
                () -> database.jdbi().useTransaction(transaction -> factors.remove(transaction, wang)));
        demanded = Set.of(Role.LEADER);
        database.jdbi().useTransaction(transaction -> factors.remove(transaction, wang));
        assertThat(desk.signIn("wangfang", PASSWORD, PHONE)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void anotherPersonResetsItWithAReasonAndThePasswordStays() {
        setUp();
        var by = new SignedIn(add("secadmin", Role.SECURITY_ADMINISTRATOR), false).actor();
        refused(
                AccountProblem.FACTOR_RESET_NEEDS_REASON,
                () -> database.jdbi()
                        .useTransaction(transaction -> factors.reset(transaction, by, wang.account(), " ")));
        refused(
                AccountProblem.FACTOR_OF_ONES_OWN,
                () -> database.jdbi()
                        .useTransaction(
                                transaction -> factors.reset(transaction, wang.actor(), wang.account(), "手机丢失")));
        var half = half();
        database.jdbi().useTransaction(transaction -> factors.reset(transaction, by, wang.account(), "手机丢失"));
        assertThat(desk.giveCode(half, "000000", PHONE)).isInstanceOf(Outcome.TooLate.class);
        assertThat(desk.signIn("wangfang", PASSWORD, PHONE)).isInstanceOf(Outcome.Welcome.class);
        assertThat(this.<String>in(handle -> handle.createQuery(
                                "select detail ->> 'reason' from audit_entry where action = 'SECOND_FACTOR_RESET'")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("手机丢失");
    }

    @Test
    void theSecretStandsNowhereInClear() {
        database.jdbi().useTransaction(transaction -> factors.begin(transaction, wang));
        var secret = in(handle -> factors.begun(handle, wang).orElseThrow());
        assertThat(secret.groups().replace(" ", "")).isEqualTo(secret.secret()).hasSize(32);
        assertThat(secret.address("兰台"))
                .isEqualTo("otpauth://totp/%E5%85%B0%E5%8F%B0:wangfang?secret=" + secret.secret()
                        + "&issuer=%E5%85%B0%E5%8F%B0&algorithm=SHA1&digits=6&period=30");
        assertThat(secret.toString()).doesNotContain(secret.secret());
        var phone = new Phone(secret.secret());
        var inClear = java.util.HexFormat.of().formatHex(phone.secret);
        database.jdbi().useHandle(handle -> {
            var stored = handle.createQuery("select secret from second_factor")
                    .mapTo(byte[].class)
                    .one();
            assertThat(java.util.HexFormat.of().formatHex(stored)).doesNotContain(inClear);
            assertThat(handle.createQuery(
                                    "select count(*) from kept_register where name in ('second_factor', 'recovery_code', 'sign_in', 'half_sign_in')")
                            .mapTo(Integer.class)
                            .one())
                    .as("registers that the journal carries to the store")
                    .isZero();
            assertThat(handle.createQuery(
                                    "select count(*) from register_change where cast(line as text) like '%' || :secret || '%'")
                            .bind("secret", secret.secret())
                            .mapTo(Integer.class)
                            .one())
                    .isZero();
        });
    }

    @Test
    void aSecretOfAnotherAccountsRowOpensNothing() {
        var phone = setUp();
        var other = new SignedIn(add("other", Role.ARCHIVIST), false);
        database.jdbi().useTransaction(transaction -> factors.begin(transaction, other));
        database.jdbi()
                .useTransaction(transaction -> transaction.execute(
                        "update second_factor set secret = (select secret from second_factor where account_id = ?)"
                                + " where account_id = ?",
                        wang.account().id(),
                        other.account().id()));
        refused(
                AccountProblem.FACTOR_NOT_SET,
                () -> database.jdbi().useTransaction(transaction -> factors.confirm(transaction, other, phone.code())));
    }

    @Test
    void devicesAreListedWithTheirBrowserAndHalfAnAddress() {
        var phone = (Outcome.Welcome) desk.signIn("wangfang", PASSWORD, PHONE);
        now = now.plusSeconds(120);
        var atDesk = (Outcome.Welcome) desk.signIn("wangfang", PASSWORD, DESK);
        now = now.plusSeconds(120);
        assertThat(desk.resolve(atDesk.token())).isPresent();
        var list = in(handle -> open.list(handle, wang.account().id(), phone.token()));
        assertThat(list).extracting(OpenSignIn::browser).containsExactly("Safari 18 · iOS", "Edge 142 · Windows");
        assertThat(list).extracting(OpenSignIn::maskedAddress).containsExactly("203.0.113.*", "2001:db8:1:2:*");
        assertThat(list).extracting(OpenSignIn::present).containsExactly(true, false);
        assertThat(list.getLast().lastSeen()).isEqualTo(now);
        assertThat(list.getLast().since()).isEqualTo(now.minusSeconds(120));
    }

    @Test
    void aSignInEndsAfterTwelveHoursHoweverBusyOneIs() {
        var token = ((Outcome.Welcome) desk.signIn("wangfang", PASSWORD, DESK)).token();
        for (var quarters = 0; quarters < 47; quarters++) {
            now = now.plus(Duration.ofMinutes(15));
            assertThat(desk.resolve(token)).isPresent();
        }
        now = now.plus(Duration.ofMinutes(15));
        assertThat(desk.resolve(token)).isEmpty();
    }

    @Test
    void aDeviceThatIsSignedOutIsAStrangerAtItsNextRequest() {
        var here = ((Outcome.Welcome) desk.signIn("wangfang", PASSWORD, DESK)).token();
        var lost = ((Outcome.Welcome) desk.signIn("wangfang", PASSWORD, PHONE)).token();
        var third = ((Outcome.Welcome) desk.signIn("wangfang", PASSWORD, PHONE)).token();
        var id = wang.account().id();
        var other = add("other", Role.ARCHIVIST);
        database.jdbi().useTransaction(transaction -> {
            var device = open.list(transaction, id, lost).getFirst().id();
            refused(
                    AccountProblem.NO_SUCH_SIGN_IN,
                    () -> open.end(transaction, new SignedIn(other, false).actor(), other.id(), device));
            open.end(transaction, wang.actor(), id, device);
        });
        assertThat(desk.resolve(lost)).isEmpty();
        assertThat(desk.resolve(here)).isPresent();
        assertThat(this.<Integer>in(transaction -> open.endOthers(transaction, wang.actor(), id, here)))
                .isEqualTo(1);
        assertThat(desk.resolve(third)).isEmpty();
        assertThat(desk.resolve(here)).isPresent();
        assertThat(audited()).endsWith("SIGN_INS_ENDED", "SIGN_INS_ENDED");
    }

    @Test
    void anUnknownBrowserHasNoNameAndIdlePeopleAreNotListed() {
        assertThat(Device.of("::1", "").browser()).isEmpty();
        assertThat(Device.of("::1", "").maskedAddress()).isEqualTo("::*");
        assertThat(Device.of("10.1.2.3", "curl/8.5").browser()).isEmpty();
        assertThat(Device.of("10.1.2.3", "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0")
                        .browser())
                .isEqualTo("Firefox 144 · Linux");
        desk.signIn("wangfang", PASSWORD, PHONE);
        now = now.plus(SignInSettings.usual().idle());
        assertThat(this.<List<OpenSignIn>>in(
                        handle -> open.list(handle, wang.account().id(), "")))
                .isEmpty();
    }
}
