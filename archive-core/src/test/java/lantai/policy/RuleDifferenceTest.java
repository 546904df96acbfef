package lantai.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two versions are compared row by row, and cells are read as they were typed. */
class RuleDifferenceTest {
    private static final RuleColumn CODE = RuleColumn.required("code", RuleType.TEXT);
    private static final RuleColumn WORDS = RuleColumn.optional("words", RuleType.WEIGHTS);
    private static final RuleColumn FORMATS = RuleColumn.optional("formats", RuleType.WORDS);
    private static final RuleColumn NEEDED = RuleColumn.optional("needed", RuleType.YES_NO);
    private static final RuleTable KINDS = new RuleTable("kinds", "code", List.of(CODE, WORDS, FORMATS, NEEDED));
    private static final RuleForm FORM =
            new RuleForm(List.of(RuleColumn.optional("labels/date", RuleType.WEIGHTS)), List.of(KINDS));

    private static RuleContent content(String json) {
        return RuleContent.parse(json.replace('\'', '"'));
    }

    @Test
    void rowsAreMatchedByTheirKeyWhateverTheirOrder() {
        var before = content("{'kinds':[{'code':'a'},{'code':'b','words':{'单':1}}],'x':{'y':[1,2]}}");
        var after = content("{'kinds':[{'code':'b','words':{'单':2}},{'code':'c'},{'code':'a'}],'x':{'y':[1,3]}}");
        assertThat(RuleDifference.between(FORM, before, after))
                .containsExactly(
                        new RuleChange(
                                "kinds",
                                "b",
                                RuleChange.Kind.CHANGED,
                                List.of(new RuleChange.Cell("words", "单 = 1", "单 = 2"))),
                        new RuleChange(
                                "kinds", "c", RuleChange.Kind.ADDED, List.of(new RuleChange.Cell("code", "", "c"))),
                        new RuleChange(
                                "",
                                "",
                                RuleChange.Kind.CHANGED,
                                List.of(new RuleChange.Cell("x/y", "[1,2]", "[1,3]"))));
    }

    @Test
    void theOrderOfRowsIsNoDifference() {
        var before = content("{'kinds':[{'code':'a'},{'code':'b'}]}");
        var after = content("{'kinds':[{'code':'b'},{'code':'a'}]}");
        assertThat(RuleDifference.between(FORM, before, after)).isEmpty();
        assertThat(before.saysTheSame(after)).isFalse();
    }

    @Test
    void whatIsTypedComesBackAsItWasTyped() {
        var typed = Map.of(
                "code", " a ", "words", "参保登记 = 6\r\n登记表＝2.5", "formats", "image/、application/pdf", "needed", "true");
        var written = content("{}").withRow(KINDS, 0, typed);
        assertThat(written.json())
                .isEqualTo("{\"kinds\":[{\"code\":\"a\",\"words\":{\"参保登记\":6,\"登记表\":2.5},"
                        + "\"formats\":[\"image/\",\"application/pdf\"],\"needed\":true}]}");
        assertThat(written.cell(KINDS, 0, WORDS)).isEqualTo("参保登记 = 6\n登记表 = 2.5");
        assertThat(written.cell(KINDS, 0, FORMATS)).isEqualTo("image/、application/pdf");
        assertThat(written.withRow(KINDS, 0, Map.of("code", "a")).json()).isEqualTo("{\"kinds\":[{\"code\":\"a\"}]}");
    }

    @Test
    void whatCannotBeReadIsKeptAndTold() {
        var written = content("{}").withRow(KINDS, 0, Map.of("code", "a", "words", "参保登记 六分"));
        assertThat(written.cell(KINDS, 0, WORDS)).isEqualTo("参保登记 六分");
        assertThat(FORM.faults(written))
                .extracting(RuleFault::path, fault -> fault.row().orElseThrow(), RuleFault::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/kinds/0/words", 0, "words"));
    }

    @Test
    void singleValuesLieInObjects() {
        var written = content("{}").withFields(FORM.fields(), Map.of("labels/date", "日期 = 1"));
        assertThat(written.json()).isEqualTo("{\"labels\":{\"date\":{\"日期\":1}}}");
    }
}
