package lantai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.account.AccountRegister.Filter;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of accounts: three administrators, nobody for himself, nobody lost. */
class AccountRegisterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T01:02:03Z");

    private final AuditTrail audit = new AuditTrail(() -> NOW);
    private final AccountRegister accounts = new AccountRegister(audit, () -> NOW);
    private final PersonTies ties = new PersonTies(accounts, audit);
    private Database database;
    private Handle handle;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        handle = database.jdbi().open();
    }

    @AfterEach
    void close() {
        handle.close();
        database.close();
    }

    private Account add(String name, Role... roles) {
        return accounts.add(
                        handle,
                        Actor.SYSTEM,
                        new NewAccount(
                                name,
                                "样例·" + name,
                                Optional.empty(),
                                Set.of(roles),
                                Optional.empty(),
                                Optional.empty()))
                .account();
    }

    private static Actor by(Account account) {
        return new SignedIn(account, false).actor();
    }

    private static void refused(AccountProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    private List<String> audited() {
        return handle.createQuery("select action from audit_entry order by id")
                .mapTo(String.class)
                .list();
    }

    private void signIn(Account account) {
        handle.execute(
                "insert into sign_in (token_hash, account_id, at_machine, created_at, seen_at, expires_at)"
                        + " values (decode(md5(random()::text), 'hex'), ?, false, now(), now(), now())",
                account.id());
    }

    private int signIns(Account account) {
        return handle.createQuery("select count(*) from sign_in where account_id = :id")
                .bind("id", account.id())
                .mapTo(Integer.class)
                .one();
    }

    @Test
    void aNewAccountMayDoNothingAndHasAFirstPasswordToBeChanged() {
        var account = add("wangfang");
        assertThat(account.rights()).isEmpty();
        assertThat(account.mustChangePassword()).isTrue();
        assertThat(accounts.named(handle, "wangfang")).contains(account);
        assertThat(audited()).containsExactly("ACCOUNT_ADDED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "Wang", "1wang", "wang fang", "王芳", "w!", "abcdefghijabcdefghijabcdefghijabcdefghijx"})
    void aNameThatIsNotWellFormedIsRefused(String name) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> add(name));
    }

    @Test
    void aNameIsGivenOnce() {
        add("wangfang");
        refused(AccountProblem.NAME_TAKEN, () -> add("wangfang"));
    }

    @Test
    void noTwoOfTheThreeAdministratorsAreOnePersonAndNoneHasAnotherDuty() {
        refused(
                AccountProblem.ADMINISTRATORS_MUST_BE_DIFFERENT_PEOPLE,
                () -> add("both", Role.SYSTEM_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR));
        var security = add("secadmin", Role.SECURITY_ADMINISTRATOR);
        var colleague = add("colleague", Role.ARCHIVIST);
        refused(
                AccountProblem.ADMINISTRATORS_MUST_BE_DIFFERENT_PEOPLE,
                () -> accounts.assignRoles(
                        handle, by(security), colleague.id(), Set.of(Role.ARCHIVIST, Role.AUDIT_ADMINISTRATOR)));
        assertThat(accounts.get(handle, colleague.id()).roles()).containsExactly(Role.ARCHIVIST);
    }

    @Test
    void nobodyGivesHimselfARoleOrDisablesHimself() {
        add("other", Role.SECURITY_ADMINISTRATOR);
        var security = add("secadmin", Role.SECURITY_ADMINISTRATOR);
        refused(
                AccountProblem.NOBODY_GIVES_HIMSELF_A_ROLE,
                () -> accounts.assignRoles(handle, by(security), security.id(), Set.of(Role.ARCHIVIST)));
        refused(AccountProblem.NOBODY_DISABLES_HIMSELF, () -> accounts.disable(handle, by(security), security.id()));
    }

    @Test
    void theLastEnabledAdministratorOfAKindStays() {
        var system = add("sysadmin", Role.SYSTEM_ADMINISTRATOR);
        var security = add("secadmin", Role.SECURITY_ADMINISTRATOR);
        refused(
                AccountProblem.LAST_ADMINISTRATOR_OF_ITS_KIND,
                () -> accounts.disable(handle, by(system), security.id()));
        refused(
                AccountProblem.LAST_ADMINISTRATOR_OF_ITS_KIND,
                () -> accounts.assignRoles(handle, by(security), system.id(), Set.of(Role.ARCHIVIST)));
        var second = add("second", Role.SECURITY_ADMINISTRATOR);
        accounts.disable(handle, by(system), second.id());
        refused(
                AccountProblem.LAST_ADMINISTRATOR_OF_ITS_KIND,
                () -> accounts.disable(handle, by(system), security.id()));
        accounts.enable(handle, by(system), second.id());
        accounts.disable(handle, by(system), security.id());
        assertThat(accounts.get(handle, security.id()).disabled()).isTrue();
    }

    @Test
    void rolesNeedAtLeastOneAndEndTheSignIns() {
        var security = add("secadmin", Role.SECURITY_ADMINISTRATOR);
        var colleague = add("colleague", Role.ARCHIVIST);
        refused(
                AccountProblem.ROLE_MISSING,
                () -> accounts.assignRoles(handle, by(security), colleague.id(), Set.of()));
        signIn(colleague);
        accounts.assignRoles(handle, by(security), colleague.id(), Set.of(Role.REVIEWER, Role.APPRAISER));
        assertThat(signIns(colleague)).isZero();
        assertThat(accounts.get(handle, colleague.id()).rights())
                .contains(Right.REVIEW, Right.SEARCH)
                .doesNotContain(Right.FILE);
    }

    @Test
    void whoIsDisabledOrGetsANewPasswordIsOutAtOnce() {
        var system = add("sysadmin", Role.SYSTEM_ADMINISTRATOR);
        var colleague = add("colleague", Role.ARCHIVIST);
        signIn(colleague);
        accounts.disable(handle, by(system), colleague.id());
        assertThat(signIns(colleague)).isZero();
        accounts.enable(handle, by(system), colleague.id());
        signIn(colleague);
        var reset = accounts.resetPassword(handle, by(system), colleague.id());
        assertThat(signIns(colleague)).isZero();
        assertThat(reset.account().mustChangePassword()).isTrue();
        assertThat(reset.toString()).doesNotContain(reset.password());
        var who = new SignedIn(reset.account(), false);
        accounts.changePassword(handle, who, reset.password(), "paper, ink, one seal");
        assertThat(accounts.get(handle, colleague.id()).mustChangePassword()).isFalse();
    }

    @Test
    void noAdministratorGetsIntoTheDutyOfAnotherByANewPassword() {
        var system = add("sysadmin", Role.SYSTEM_ADMINISTRATOR);
        var security = add("secadmin", Role.SECURITY_ADMINISTRATOR);
        refused(
                AccountProblem.ADMINISTRATOR_RESET_AT_THE_MACHINE,
                () -> accounts.resetPassword(handle, by(system), security.id()));
        var atMachine = new Actor(Optional.empty(), "operator", true);
        assertThat(accounts.resetPassword(handle, atMachine, security.id())
                        .account()
                        .mustChangePassword())
                .isTrue();
    }

    @Test
    void aPasswordIsChangedOnlyWithTheOldOneAndToAnotherGoodOne() {
        var added = accounts.add(
                handle,
                Actor.SYSTEM,
                new NewAccount(
                        "wangfang", "样例", Optional.empty(), Set.of(), Optional.empty(), Optional.of("ten letters")));
        var who = new SignedIn(added.account(), false);
        refused(
                AccountProblem.OLD_PASSWORD_WRONG,
                () -> accounts.changePassword(handle, who, "eleven letters", "twelve letters"));
        refused(
                AccountProblem.PASSWORD_IS_THE_OLD_ONE,
                () -> accounts.changePassword(handle, who, "ten letters", "ten letters"));
        refused(
                AccountProblem.PASSWORD_TOO_SHORT,
                () -> accounts.changePassword(handle, who, "ten letters", "nine lett"));
        refused(
                AccountProblem.PASSWORD_HOLDS_THE_NAME,
                () -> accounts.changePassword(handle, who, "ten letters", "it is WangFang"));
    }

    @Test
    void aPasswordIsKeptAsASlowSaltedHash() {
        var one = add("one");
        var other = add("other");
        var hashes = handle.createQuery("select password_hash from account where id in (:one, :other)")
                .bind("one", one.id())
                .bind("other", other.id())
                .mapTo(String.class)
                .list();
        assertThat(hashes).hasSize(2).doesNotHaveDuplicates().allSatisfy(hash -> {
            var parts = hash.split("\\$", -1);
            assertThat(Integer.parseInt(parts[0])).isGreaterThanOrEqualTo(210_000);
            assertThat(java.util.Base64.getDecoder().decode(parts[1])).hasSize(16);
            assertThat(java.util.Base64.getDecoder().decode(parts[2])).hasSize(32);
        });
    }

    @Test
    void aLongPasswordServes() {
        var passwords = new Passwords();
        var longest = "一句只有我知道的话 ".repeat(20);
        passwords.checkChosen(longest, "wangfang");
        var hash = passwords.hash(longest);
        assertThat(passwords.matches(longest, hash)).isTrue();
        assertThat(passwords.matches(longest.substring(0, longest.length() - 1), hash))
                .isFalse();
    }

    @Test
    void openWorkChangesHandsAndFiledWorkStays() {
        var system = add("sysadmin", Role.SYSTEM_ADMINISTRATOR);
        var giver = add("giver", Role.ARCHIVIST);
        var taker = add("taker", Role.ARCHIVIST);
        var open = batch(giver, "PROPOSED");
        var done = batch(giver, "FILED");
        assertThat(accounts.handOver(handle, by(system), giver.id(), taker.id()))
                .isEqualTo(2);
        assertThat(holder(open)).isEqualTo(taker.id());
        assertThat(holder(done)).isEqualTo(giver.id());
        assertThat(accounts.handOver(handle, by(system), giver.id(), taker.id()))
                .isZero();
        refused(AccountProblem.HAND_OVER_TO_SELF, () -> accounts.handOver(handle, by(system), giver.id(), giver.id()));
        accounts.disable(handle, by(system), giver.id());
        refused(
                AccountProblem.HAND_OVER_TO_DISABLED,
                () -> accounts.handOver(handle, by(system), taker.id(), giver.id()));
    }

    private UUID batch(Account by, String state) {
        var batch = UUID.randomUUID();
        handle.execute(
                "insert into batch (id, title, source, created_by, created_at, state)"
                        + " values (?, '样例', 'SCREEN', ?, now(), 'OPEN')",
                batch,
                by.id());
        handle.execute(
                "insert into document (id, batch_id, position, state, fields, changed_at, changed_by)"
                        + " values (?, ?, 1, ?, '{}', now(), ?)",
                UUID.randomUUID(),
                batch,
                state,
                by.id());
        return batch;
    }

    private UUID holder(UUID batch) {
        return handle.createQuery("select created_by from batch where id = :id")
                .bind("id", batch)
                .mapTo(UUID.class)
                .one();
    }

    @Test
    void onlyAnInsuredPersonsAccountIsTiedToAPersonAndOnePersonHasOne() {
        var system = add("sysadmin", Role.SYSTEM_ADMINISTRATOR);
        var person = UUID.randomUUID();
        handle.execute(
                "insert into insured_person (id, name, id_hash, id_cipher, id_masked, registered_at)"
                        + " values (?, '样例甲', 'a', 'b', '', now())",
                person);
        var colleague = add("colleague", Role.ARCHIVIST);
        refused(AccountProblem.NOT_AN_INSURED_PERSON, () -> ties.tie(handle, by(system), colleague.id(), person));
        var insured = add("insured", Role.INSURED_PERSON);
        signIn(insured);
        assertThat(ties.tie(handle, by(system), insured.id(), person).insuredPersonId())
                .contains(person);
        assertThat(signIns(insured)).isZero();
        var second = add("second", Role.INSURED_PERSON);
        refused(AccountProblem.PERSON_HAS_ACCOUNT, () -> ties.tie(handle, by(system), second.id(), person));
        assertThat(ties.untie(handle, by(system), insured.id()).insuredPersonId())
                .isEmpty();
        ties.tie(handle, by(system), second.id(), person);
        assertThat(audited()).contains("PERSON_TIED", "PERSON_UNTIED");
    }

    @Test
    void listsAreNarrowedSortedAndPaged() {
        add("b1", Role.ARCHIVIST);
        add("a1", Role.LEADER);
        var off = add("c1", Role.ARCHIVIST);
        accounts.disable(handle, Actor.SYSTEM, off.id());
        assertThat(accounts.list(handle, Filter.all()))
                .extracting(Account::name)
                .containsExactly("a1", "b1", "c1");
        assertThat(accounts.list(handle, Filter.all(), AccountOrder.NAME, true, 1))
                .extracting(Account::name)
                .containsExactly("b1", "a1");
        assertThat(accounts.list(handle, Filter.all(), AccountOrder.STATE, true, 0))
                .extracting(Account::name)
                .containsExactly("c1", "a1", "b1");
        var archivists = new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Role.ARCHIVIST),
                Optional.of(false),
                Optional.empty(),
                1);
        assertThat(accounts.list(handle, archivists)).extracting(Account::name).containsExactly("b1");
        assertThat(accounts.count(handle, archivists)).isEqualTo(1);
        var after = new Filter(
                Optional.of("样例"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("a1"), 1);
        assertThat(accounts.list(handle, after)).extracting(Account::name).containsExactly("b1");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> accounts.get(handle, UUID.randomUUID()));
        assertThat(accounts.named(handle, "nobody")).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> {
            add("once");
            add("once");
        });
    }
}
