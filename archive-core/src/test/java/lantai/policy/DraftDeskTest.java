package lantai.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.database.TestPeople;
import lantai.policy.DraftDesk.Seen;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule changes through two people and on its day, in no other way. */
class DraftDeskTest {
    private static final RuleColumn NAME = RuleColumn.required("name", RuleType.TEXT);
    private static final RuleColumn DAYS = RuleColumn.required("days", RuleType.NUMBER);
    private static final RuleTable TERMS = new RuleTable("terms", "name", List.of(NAME, DAYS));
    private static final String SHIPPED = "{\"terms\":[{\"name\":\"借阅\",\"days\":15},{\"name\":\"续借\",\"days\":10}]}";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Database database;

    private final SignedIn author = TestPeople.person("author", Role.ARCHIVIST);
    private final SignedIn colleague = TestPeople.person("colleague", Role.ARCHIVIST);
    private final SignedIn leader = TestPeople.person("leader", Role.LEADER);

    private Instant now = Instant.parse("2026-11-22T02:00:00Z");
    private Handle handle;
    private PolicyCentre policies;
    private DraftDesk desk;

    /** A rule in which no term is longer than a year. */
    private static final class Terms implements HouseRule {
        @Override
        public String name() {
            return "terms";
        }

        @Override
        public RuleForm form() {
            return new RuleForm(List.of(), List.of(TERMS));
        }

        @Override
        public List<RuleFault> faults(Handle handle, RuleContent content) {
            for (var row = 0; row < content.rows(TERMS); row++) {
                if (Integer.parseInt(content.cell(TERMS, row, DAYS)) > 365) {
                    return List.of(new RuleFault(
                            "/terms/" + row + "/days", PolicyProblem.CELL_NOT_A_CHOICE, List.of("366", "1–365")));
                }
            }
            return List.of();
        }
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void begin() {
        handle = database.jdbi().open();
        handle.begin();
        var audit = new AuditTrail(() -> now);
        policies = new PolicyCentre(audit, () -> now, ZoneId.of("Asia/Shanghai"));
        var rule = new Terms();
        desk = new DraftDesk(
                policies, new HouseRules(List.of(rule, new ApprovalRule(List.of("terms")))), audit, () -> now);
        policies.seed(handle, "terms", SHIPPED);
        policies.seed(handle, ApprovalRule.POLICY, ApprovalRule.SHIPPED);
    }

    @AfterEach
    void undo() {
        handle.rollback();
        handle.close();
    }

    private Seen drafted(int days) {
        var draft = desk.begin(handle, author, "terms", 1);
        var content = RuleContent.parse(draft.content()).withRow(TERMS, 0, Map.of("name", "借阅", "days", "" + days));
        return seen(desk.edit(handle, author, seen(draft), content));
    }

    private Seen submitted(int days, LocalDate from) {
        return seen(desk.submit(handle, author, drafted(days), "样例·馆务会议定", from));
    }

    private static Seen seen(PolicyDraft draft) {
        return new Seen(draft.name(), draft.revision());
    }

    private String days() {
        var content = RuleContent.parse(policies.inForce(handle, "terms").content());
        return content.cell(TERMS, 0, DAYS);
    }

    private static void refused(String problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(Refused.class).hasMessageStartingWith(problem);
    }

    @Test
    void aDraftChangesNothingUntilAnotherPersonApprovesIt() {
        var seen = submitted(30, TODAY);
        assertThat(days()).isEqualTo("15");
        var version = desk.approve(handle, colleague, seen);
        assertThat(days()).isEqualTo("30");
        assertThat(version.version()).isEqualTo(2);
        assertThat(List.of(version.writtenBy(), version.submittedBy(), version.approvedBy()))
                .containsExactly("author", "author", "colleague");
        assertThat(desk.open(handle, "terms")).isEmpty();
    }

    @Test
    void anApprovedVersionHoldsFromItsDayInShanghai() {
        desk.approve(handle, leader, submitted(30, LocalDate.of(2027, 1, 1)));
        now = Instant.parse("2026-12-31T15:59:59Z");
        assertThat(days()).isEqualTo("15");
        now = Instant.parse("2026-12-31T16:00:00Z");
        assertThat(days()).isEqualTo("30");
    }

    @Test
    void aDayThatPassedWhileTheDraftWaitedBecomesTheDayOfApproval() {
        var seen = submitted(30, TODAY);
        now = Instant.parse("2026-12-24T02:00:00Z");
        assertThat(desk.approve(handle, leader, seen).effectiveOn()).isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @Test
    void nobodyApprovesWhatHeWroteOrSubmitted() {
        var seen = submitted(30, TODAY);
        refused("NOBODY_APPROVES_HIS_OWN", () -> desk.approve(handle, author, seen));
        refused("NOBODY_APPROVES_HIS_OWN", () -> desk.sendBack(handle, author, seen, "自己退自己"));
        var own = desk.get(handle, "terms");
        assertThat(desk.mayDecide(handle, author, own)).isFalse();
        assertThat(desk.mayDecide(handle, colleague, own)).isTrue();
    }

    @Test
    void whoWroteADraftThatAnotherSubmittedDoesNotApproveItEither() {
        var seen = seen(desk.submit(handle, colleague, drafted(30), "样例", TODAY));
        refused("NOBODY_APPROVES_HIS_OWN", () -> desk.approve(handle, author, seen));
        assertThat(desk.approve(handle, leader, seen).submittedBy()).isEqualTo("colleague");
    }

    @Test
    void onlyTheRolesOfTheApprovalRuleApprove() {
        var seen = submitted(30, TODAY);
        refused("ROLE_MAY_NOT_APPROVE", () -> desk.approve(handle, TestPeople.person("a", Role.COLLECTOR), seen));
        var atMachine = new SignedIn(leader.account(), true);
        refused("ROLE_MAY_NOT_APPROVE", () -> desk.approve(handle, atMachine, seen));
        assertThat(desk.approvingRoles(handle, ApprovalRule.POLICY)).containsExactly("LEADER");
        assertThat(desk.approvingRoles(handle, "terms")).containsExactly("ARCHIVIST", "REVIEWER", "LEADER");
    }

    @Test
    void aReturnedDraftIsMendedAndSubmittedAgain() {
        var returned = desk.sendBack(handle, leader, submitted(300, TODAY), "太长了");
        assertThat(returned.decision()).isEqualTo("太长了");
        var mended = desk.edit(
                handle,
                author,
                seen(returned),
                RuleContent.parse(returned.content()).withRow(TERMS, 0, Map.of("name", "借阅", "days", "20")));
        desk.approve(handle, leader, seen(desk.submit(handle, author, seen(mended), "改为 20 天", TODAY)));
        assertThat(days()).isEqualTo("20");
    }

    @Test
    void aSubmittedDraftIsNotWrittenIn() {
        var seen = submitted(30, TODAY);
        var content = RuleContent.parse(desk.get(handle, "terms").content());
        refused("DRAFT_NOT_EDITABLE", () -> desk.edit(handle, author, seen, content));
    }

    @Test
    void whoSawAnOlderRevisionCanNeitherWriteNorDecide() {
        var draft = desk.begin(handle, author, "terms", 1);
        var seen = seen(draft);
        desk.edit(handle, colleague, seen, RuleContent.parse(SHIPPED).withoutRow(TERMS, 1));
        refused(
                "DRAFT_CHANGED_BY_ANOTHER",
                () -> desk.edit(handle, author, seen, RuleContent.parse(SHIPPED).withoutRow(TERMS, 0)));
        refused("DRAFT_CHANGED_BY_ANOTHER", () -> desk.approve(handle, leader, seen));
    }

    @Test
    void aRuleHasOneOpenDraft() {
        drafted(30);
        refused("DRAFT_OPEN_ALREADY", () -> desk.begin(handle, colleague, "terms", 1));
        desk.withdraw(handle, colleague, seen(desk.get(handle, "terms")), "不改了");
        assertThat(desk.closed(handle, "terms"))
                .extracting(PolicyDraft::state, PolicyDraft::decision)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(DraftState.WITHDRAWN, "不改了"));
        assertThat(desk.begin(handle, colleague, "terms", 1).authors()).containsExactly("colleague");
    }

    @Test
    void aBadDraftIsSavedButNotSubmittedAndEachFaultHasItsPlace() {
        var draft = desk.begin(handle, author, "terms", 1);
        var bad = RuleContent.parse(
                "{\"terms\":[{\"name\":\"借阅\",\"days\":\"半月\"},{\"days\":1},{\"name\":\"借阅\",\"days\":1}]}");
        assertThat(desk.faults(handle, "terms", bad))
                .extracting(RuleFault::path, fault -> fault.problem().name())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/terms/0/days", "CELL_NOT_A_NUMBER"),
                        org.assertj.core.groups.Tuple.tuple("/terms/1/name", "CELL_MISSING"),
                        org.assertj.core.groups.Tuple.tuple("/terms/2/name", "ROW_TWICE"));
        var saved = desk.edit(handle, author, seen(draft), bad);
        refused("DRAFT_NOT_VALID", () -> desk.submit(handle, author, seen(saved), "样例", TODAY));
    }

    @Test
    void theOwnersOwnCheckIsAsked() {
        var seen = drafted(366);
        refused("DRAFT_NOT_VALID", () -> desk.submit(handle, author, seen, "样例", TODAY));
    }

    @Test
    void aDraftNeedsAReasonAChangeAndADayThatIsNotPast() {
        var seen = drafted(30);
        assertThatThrownBy(() -> desk.submit(handle, author, seen, " ", TODAY)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> desk.submit(handle, author, seen, "样例", TODAY.minusDays(1)))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("DAY_IN_THE_PAST");
        var same = desk.edit(handle, author, seen, RuleContent.parse(SHIPPED));
        refused("DRAFT_CHANGES_NOTHING", () -> desk.submit(handle, author, seen(same), "样例", TODAY));
    }

    @Test
    void aVersionOfTheHouseIsNotReplacedByTheProduct() {
        desk.approve(handle, leader, submitted(30, TODAY));
        policies.seed(handle, "terms", "{\"terms\":[{\"name\":\"借阅\",\"days\":99}]}");
        assertThat(days()).isEqualTo("30");
        assertThat(policies.history(handle, "terms"))
                .extracting(Policy::version)
                .containsExactly(2, 1);
    }

    @Test
    void aVersionIsNeverAltered() {
        assertThatThrownBy(() -> handle.execute("update policy set content = '{}'"))
                .hasMessageContaining("append-only");
    }

    @Test
    void eachStepIsInTheAuditTrail() {
        desk.approve(handle, leader, submitted(30, TODAY));
        assertThat(handle.createQuery(
                                "select action from audit_entry where subject_id = 'terms' and actor_name <> 'system' order by id")
                        .mapTo(String.class)
                        .list())
                .containsExactly(
                        "POLICY_DRAFTED", "POLICY_DRAFTED", "POLICY_SUBMITTED", "POLICY_APPROVED", "POLICY_CHANGED");
    }

    @Test
    void theApprovalRuleNeedsARowForAllAndKnowsItsRules() {
        var draft = desk.begin(handle, author, ApprovalRule.POLICY, 1);
        var changed = RuleContent.parse("{\"approvers\":[{\"rule\":\"nonsense\",\"roles\":[\"LEADER\"]}]}");
        assertThat(desk.faults(handle, draft.name(), changed))
                .extracting(fault -> fault.problem().name())
                .containsExactly("RULE_UNKNOWN", "RULE_FOR_ALL_MISSING");
    }
}
