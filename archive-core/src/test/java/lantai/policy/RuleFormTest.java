package lantai.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What a form finds wrong in a rule, all of it at once and each at its field. */
class RuleFormTest {
    private static final RuleForm FORM = new RuleForm(
            List.of(
                    RuleColumn.number("certainty", 80, 100),
                    RuleColumn.number("examples", 1, 1000),
                    RuleColumn.number("recheck", 1, 100).orEmpty()),
            List.of());

    @Test
    void everyNumberThatIsOutOfItsRangeIsToldAtItsOwnField() {
        var faults = FORM.faults(RuleContent.parse("{\"certainty\": 79, \"examples\": 0, \"recheck\": 101}"));
        assertThat(faults)
                .extracting(RuleFault::column, fault -> fault.problem().name(), RuleFault::values)
                .containsExactly(
                        Tuple.tuple("certainty", "CELL_OUT_OF_RANGE", List.of("79", 80, 100)),
                        Tuple.tuple("examples", "CELL_OUT_OF_RANGE", List.of("0", 1, 1000)),
                        Tuple.tuple("recheck", "CELL_OUT_OF_RANGE", List.of("101", 1, 100)));
    }

    @Test
    void theEndsOfARangeBelongToItAndAnEmptyOptionalNumberIsNoFault() {
        assertThat(FORM.faults(RuleContent.parse("{\"certainty\": 80, \"examples\": 1000}")))
                .isEmpty();
        assertThat(FORM.faults(RuleContent.parse("{\"certainty\": 100, \"examples\": 1, \"recheck\": 1}")))
                .isEmpty();
    }
}
