package lantai.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A self-inspection asks every point, and a finding waits until it is mended. */
class InspectionDeskTest {
    private static final Actor ARCHIVIST = new Actor(Optional.empty(), "archivist", false);
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    private static Database database;

    private final InspectionDesk desk = new InspectionDesk(
            new PolicyCentre(new AuditTrail(() -> NOW), () -> NOW, java.time.ZoneId.of("Asia/Shanghai")),
            new AuditTrail(() -> NOW),
            () -> NOW);
    private Handle handle;

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
        desk.seed(handle);
    }

    @AfterEach
    void undo() {
        handle.rollback();
        handle.close();
    }

    private Inspection allSound() {
        var inspection = desk.open(handle, ARCHIVIST, "样例自查");
        for (var answer : inspection.answers()) {
            inspection = desk.answer(
                    handle, ARCHIVIST, inspection.id(), answer.point().number(), Found.SOUND);
        }
        return inspection;
    }

    @Test
    void itIsClosedOnlyWhenEveryPointHasItsAnswer() {
        var inspection = desk.open(handle, ARCHIVIST, "样例自查");
        var points = inspection.answers().size();
        assertThat(inspection.count(Verdict.OPEN)).isEqualTo(points).isPositive();
        assertThatThrownBy(() -> desk.close(handle, ARCHIVIST, inspection.id()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        failure -> assertThat(failure.values().getFirst()).isEqualTo(points));
        var answered = allSound();
        var closed = desk.close(handle, ARCHIVIST, answered.id());
        assertThat(closed.closedBy()).contains("archivist");
        assertThatThrownBy(() -> desk.answer(handle, ARCHIVIST, closed.id(), "1.1", Found.SOUND))
                .isInstanceOf(Refused.class);
        assertThat(desk.page(handle, 0, 10)).hasSize(2);
    }

    @Test
    void aFindingNeedsAnOwnerAndADayAndWaitsUntilItIsMended() {
        var id = allSound().id();
        assertThatThrownBy(() -> desk.answer(
                        handle, ARCHIVIST, id, "2.1", new Found(Verdict.FINDING, "样例：灭火器过期", "", Optional.of(DUE))))
                .isInstanceOf(Malformed.class);
        var found = new Found(Verdict.FINDING, "样例：灭火器过期", "样例·保管员", Optional.of(DUE));
        assertThat(desk.answer(handle, ARCHIVIST, id, "2.1", found).waiting()).isEqualTo(1);
        assertThat(desk.waiting(handle)).isEqualTo(1);
        var answer = desk.close(handle, ARCHIVIST, id).answers().stream()
                .filter(Answer::waits)
                .findFirst()
                .orElseThrow();
        assertThat(answer.isLate(DUE)).isFalse();
        assertThat(answer.isLate(DUE.plusDays(1))).isTrue();
        assertThat(desk.mend(handle, ARCHIVIST, id, "2.1", "样例：已换新").waiting()).isZero();
        assertThatThrownBy(() -> desk.mend(handle, ARCHIVIST, id, "2.1", "再改一次"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.mend(handle, ARCHIVIST, id, "1.1", "没有问题"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatDoesNotApplyNeedsAReasonAndATitleIsNeeded() {
        var id = desk.open(handle, ARCHIVIST, "样例自查").id();
        assertThatThrownBy(() -> desk.answer(
                        handle, ARCHIVIST, id, "6.1", new Found(Verdict.NOT_APPLICABLE, " ", "", Optional.empty())))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> desk.open(handle, ARCHIVIST, "  ")).isInstanceOf(Malformed.class);
    }
}
