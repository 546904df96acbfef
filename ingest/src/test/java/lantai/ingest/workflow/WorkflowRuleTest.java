package lantai.ingest.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lantai.account.Role;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import org.junit.jupiter.api.Test;

/** The way into the archive as a machine of states: whatever is done, nothing is skipped and nothing leads astray. */
class WorkflowRuleTest {
    private static final long SEED = Long.getLong("seed", 20261122L);
    private static final Deed PASS = new Deed.Pass();
    private static final List<Stage> STAGES = List.of(Stage.values());

    private static WorkflowRule rule(List<Stage> inForce) {
        var stages = Stream.of(Stage.values())
                .map(stage -> "{\"stage\": \"%s\", \"inForce\": %s, \"roles\": [\"ARCHIVIST\"]}"
                        .formatted(stage, inForce.contains(stage)))
                .toList();
        return WorkflowRule.parse("{\"arrangedBy\": \"06-30\", \"stages\": " + stages + "}");
    }

    private static List<Stage> anyInForce(Random random) {
        var stages = new ArrayList<Stage>();
        for (var stage : Stage.values()) {
            if (stage == Stage.FILE || random.nextBoolean()) {
                stages.add(stage);
            }
        }
        return stages;
    }

    @Test
    void whatIsShippedHasEveryStageAndLetsOneHandDoAll() {
        var rule = WorkflowRule.parse(WorkflowRule.SHIPPED);
        assertThat(rule.inForce()).containsExactly(Stage.values());
        assertThat(rule.oneHand()).isTrue();
        assertThat(rule.separate()).isFalse();
        assertThat(rule.stages().values())
                .allSatisfy(stage -> assertThat(stage.roles()).contains(Role.ARCHIVIST));
    }

    @Test
    void aYearIsFiledByTheEndOfJuneOfTheNext() {
        var rule = WorkflowRule.parse(WorkflowRule.SHIPPED);
        assertThat(rule.deadline(2025)).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(WorkflowRule.parse(WorkflowRule.SHIPPED.replace("06-30", "02-29"))
                        .deadline(2026))
                .isEqualTo(LocalDate.of(2027, 2, 28));
    }

    /** Seeded: from any stage, passing on goes through each stage in force exactly once, in order, and ends at filing. */
    @Test
    void passingOnSkipsNothing() {
        var random = new Random(SEED);
        for (var turn = 0; turn < 500; turn++) {
            var inForce = anyInForce(random);
            var rule = rule(inForce);
            var stage = rule.from(Stage.CAPTURE);
            var gone = new ArrayList<>(List.of(stage));
            while (stage != Stage.FILE) {
                stage = rule.after(stage, PASS);
                gone.add(stage);
            }
            assertThat(gone).as("seed %d", SEED).isEqualTo(inForce);
            assertThatThrownBy(() -> rule.after(Stage.FILE, PASS))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem()).isEqualTo(WorkflowProblem.NOTHING_AFTER_FILING));
        }
    }

    /** Seeded: after any deeds a batch stands at a stage in force; giving back leads to an earlier one in force or is refused. */
    @Test
    void whateverIsDoneABatchStandsAtAStageInForce() {
        var random = new Random(SEED);
        for (var turn = 0; turn < 500; turn++) {
            var inForce = anyInForce(random);
            var rule = rule(inForce);
            var stage = rule.from(Stage.CAPTURE);
            for (var step = 0; step < 30; step++) {
                var to = STAGES.get(random.nextInt(STAGES.size()));
                Deed deed = random.nextBoolean() ? PASS : new Deed.GiveBack(to, "样例");
                var before = stage;
                try {
                    stage = rule.after(stage, deed);
                    assertThat(inForce).as("seed %d", SEED).contains(stage);
                    assertThat(
                                    deed instanceof Deed.Pass
                                            ? stage.compareTo(before) > 0
                                            : stage == to && stage.compareTo(before) < 0)
                            .as("seed %d: %s from %s to %s", SEED, deed, before, stage)
                            .isTrue();
                } catch (Refused refused) {
                    assertThat(stage).isEqualTo(before);
                    assertThat(
                                    deed instanceof Deed.Pass
                                            ? before == Stage.FILE
                                            : to.compareTo(before) >= 0 || !inForce.contains(to))
                            .as("seed %d: refused %s at %s", SEED, deed, before)
                            .isTrue();
                }
            }
        }
    }

    /** Seeded: when a stage goes out of force, a batch at it goes on to the next one that is. */
    @Test
    void aStageThatGoesOutOfForceLeadsForward() {
        var random = new Random(SEED);
        for (var turn = 0; turn < 200; turn++) {
            var inForce = anyInForce(random);
            var rule = rule(inForce);
            for (var stage : Stage.values()) {
                var from = rule.from(stage);
                assertThat(inForce).contains(from);
                assertThat(from).isGreaterThanOrEqualTo(stage);
                assertThat(inForce.stream().filter(other -> other.compareTo(stage) >= 0 && other.compareTo(from) < 0))
                        .as("seed %d", SEED)
                        .isEmpty();
            }
        }
    }

    @Test
    void aRuleThatCannotWorkIsRefused() {
        assertThatThrownBy(() -> rule(List.of(Stage.CAPTURE)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        fault -> assertThat(fault.problem()).isEqualTo(WorkflowProblem.FILING_NOT_IN_FORCE));
        assertThatThrownBy(() -> WorkflowRule.parse(WorkflowRule.SHIPPED.replace("06-30", "06-31")))
                .isInstanceOfSatisfying(
                        Malformed.class, fault -> assertThat(fault.problem()).isEqualTo(WorkflowProblem.DAY_MALFORMED));
        assertThatThrownBy(() -> WorkflowRule.parse(
                        WorkflowRule.SHIPPED.replace("\"roles\": [\"APPRAISER\", \"ARCHIVIST\"],", "")))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        fault -> assertThat(fault.problem()).isEqualTo(WorkflowProblem.STAGE_WITHOUT_ROLE));
        assertThatThrownBy(() ->
                        WorkflowRule.parse(WorkflowRule.SHIPPED.replace("\"limitDays\": 30", "\"limitDays\": -3")))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aRuleIsReadAsItStands() {
        var shipped = WorkflowRule.parse(WorkflowRule.SHIPPED);
        assertThat(shipped.of(Stage.CAPTURE).limitDays()).isEqualTo(30);
        assertThat(shipped.of(Stage.CHECK).alertDays()).isEqualTo(15);
        assertThat(shipped.of(Stage.FILE).roles()).containsExactly(Role.ARCHIVIST);
        assertThat(shipped.of(Stage.FILE).next()).containsExactly(Role.LEADER);
        assertThat(shipped.of(Stage.FILE).inForce()).isTrue();

        var bare = rule(List.of(Stage.CAPTURE, Stage.FILE));
        assertThat(bare.oneHand()).isFalse();
        assertThat(bare.of(Stage.FILE).limitDays()).isZero();
        assertThat(bare.of(Stage.FILE).next()).isEmpty();
        assertThat(bare.of(Stage.CHECK).inForce()).isFalse();
        assertThat(WorkflowRule.parse(WorkflowRule.SHIPPED.replace("\"oneHand\": true", "\"separate\": true"))
                        .separate())
                .isTrue();
        assertThatThrownBy(() -> WorkflowRule.parse("{\"arrangedBy\": \"06-30\", \"stages\": []}"))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        fault -> assertThat(fault.problem()).isEqualTo(WorkflowProblem.FILING_NOT_IN_FORCE));
    }

    /** A stage out of force needs nobody; one in force that is left out of the rule is not in force. */
    @Test
    void aStageOutOfForceNeedsNobody() {
        var rule = WorkflowRule.parse("""
                {"arrangedBy": "06-30", "stages": [{"stage": "CHECK", "inForce": false},
                 {"stage": "FILE", "inForce": true, "roles": ["ARCHIVIST"]}]}
                """);
        assertThat(rule.inForce()).containsExactly(Stage.FILE);
        assertThat(rule.of(Stage.CHECK).roles()).isEmpty();
    }

    @Test
    void aStageIsKnownByItsNameAndToldInChinese() {
        assertThat(STAGES)
                .allSatisfy(stage -> assertThat(Stage.of(stage.name())).contains(stage));
        assertThat(Stage.of("SHELVE")).isEmpty();
        assertThat(STAGES).extracting(Stage::chinese).containsExactly("收集", "整理", "鉴定", "检测", "登记", "归档");
    }
}
