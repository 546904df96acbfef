package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The person and the identity number of a document, in all the ways they are printed. */
class PersonTest {
    private static final String NUMBER = "990101198506141239";

    @Test
    void inATableTheValueStandsRightOfItsLabel() {
        Proposal proposal = new Paper()
                .title(200, "城乡居民参保登记表")
                .row(500, "姓名", "钱样本", "性别", "男", "民族", "汉族")
                .row(620, "公民身份号码", "", NUMBER, "", "出生日期", "1985-06-14")
                .row(740, "经办人", "赵样例", "联系电话", "0000-0000000", "备注", "")
                .proposal();
        assertThat(proposal.best(Field.PERSON_NAME)).hasValueSatisfying(best -> {
            assertThat(best.value()).isEqualTo("钱样本");
            assertThat(best.confidence()).isGreaterThan(0.9);
            assertThat(best.evidence()).hasValueSatisfying(place -> {
                assertThat(place.page()).isEqualTo(1);
                assertThat(place.box().top()).isEqualTo(500);
                assertThat(place.box().left()).isBetween(590.0, 600.0);
            });
        });
        assertThat(proposal.best(Field.PERSON_ID)).hasValueSatisfying(best -> {
            assertThat(best.value()).isEqualTo(NUMBER);
            assertThat(best.confidence()).isGreaterThan(0.97);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "姓名：钱样本　性别：男　身份证号：990101198506141239",
                "姓名 钱样本 性别 男 身份证号 990101198506141239",
                "姓名钱样本性别男身份证号990101198506141239",
                "患者姓名:钱样本,男,证件号码:990101 19850614 1239",
                "姓 名：钱 样 本　　公民身份号码：９９０１０１１９８５０６１４１２３９"
            })
    void inRunningTextItStandsBehindItsLabel(String line) {
        Proposal proposal = new Paper().title(200, "门诊病历").line(240, 500, line).proposal();
        assertThat(proposal.value(Field.PERSON_NAME)).contains("钱样本");
        assertThat(proposal.value(Field.PERSON_ID)).contains(NUMBER);
    }

    @Test
    void aListOfManyPersonsIsAboutNoneOfThem() {
        var paper = new Paper()
                .title(200, "职工参保人员增减变动表")
                .line(240, 350, "单位名称：样例县供水有限公司")
                .row(500, "序号", "姓名", "公民身份号码", "", "增减类型");
        List<String> names = List.of("王甲样", "李乙样", "张丙样", "刘丁样");
        List<String> numbers =
                List.of("990101198506141239", "990101201202290045", "990101195201013312", "990101197811110565");
        for (int i = 0; i < 4; i++) {
            paper.row(600 + 90 * i, "" + (i + 1), names.get(i), numbers.get(i), "", "新增");
        }
        Proposal proposal = paper.proposal();
        assertThat(proposal.candidates().get(Field.PERSON_NAME))
                .hasSize(4)
                .allSatisfy(name -> assertThat(name.confidence()).isLessThan(0.5));
        assertThat(proposal.candidates().get(Field.PERSON_ID))
                .hasSize(4)
                .allSatisfy(number -> assertThat(number.confidence()).isLessThan(0.5));
        assertThat(proposal.value(Field.KIND)).contains("staff-changes");
    }

    @Test
    void aTableOfRelativesDoesNotHideThePerson() {
        Proposal proposal = new Paper()
                .title(200, "城乡居民参保登记表")
                .row(500, "姓名", "钱样本", "性别", "男")
                .row(600, "公民身份号码", NUMBER, "联系电话", "0000-0000000")
                .row(700, "家庭成员", "姓名", "关系", "公民身份号码")
                .row(800, "1", "孙样一", "配偶", "990101197811110565")
                .row(900, "2", "钱样二", "子女", "990101201202290045")
                .proposal();
        assertThat(proposal.best(Field.PERSON_NAME))
                .hasValueSatisfying(best -> assertThat(best.confidence()).isGreaterThan(0.85));
        assertThat(proposal.value(Field.PERSON_NAME)).contains("钱样本");
        assertThat(proposal.value(Field.PERSON_ID)).contains(NUMBER);
        assertThat(proposal.best(Field.PERSON_ID))
                .hasValueSatisfying(best -> assertThat(best.confidence()).isGreaterThan(0.9));
    }

    @Test
    void clerksAreNotThePerson() {
        Proposal proposal = new Paper()
                .title(200, "异地就医备案登记表")
                .row(500, "经办人", "赵样例", "审核人", "周样例")
                .row(600, "经办人姓名", "吴样例", "代办人姓名", "郑样例")
                .proposal();
        assertThat(proposal.best(Field.PERSON_NAME)).isEmpty();
        assertThat(proposal.doubtful(0.5)).contains(Field.PERSON_NAME, Field.PERSON_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99O101198506141239", "9901011985o6l41239", "99010l198506141239", "990101I98506141239"})
    void aMisreadLetterIsMendedWhenTheCheckDigitThenFits(String read) {
        Proposal proposal = new Paper().line(240, 500, "身份证号：" + read).proposal();
        assertThat(proposal.best(Field.PERSON_ID)).hasValueSatisfying(best -> {
            assertThat(best.value()).isEqualTo(NUMBER);
            assertThat(best.reason()).contains("repaired");
        });
    }

    @Test
    void aNumberWhoseCheckDigitDiffersIsDoubtful() {
        Proposal proposal = new Paper()
                .title(200, "城乡居民参保登记表")
                .line(240, 500, "身份证号：990101198506141230")
                .proposal();
        assertThat(proposal.best(Field.PERSON_ID)).hasValueSatisfying(best -> {
            assertThat(best.confidence()).isLessThan(0.5);
            assertThat(best.reason()).contains("check-digit-differs");
        });
        assertThat(new Paper()
                        .line(240, 500, "身份证号：99O1O1l98506141230")
                        .proposal()
                        .best(Field.PERSON_ID))
                .isEmpty();
    }

    @Test
    void aBirthDateThatDiffersMakesTheNumberLessSure() {
        Proposal proposal =
                new Paper().row(500, "身份证号", NUMBER, "出生日期", "1986-06-14").proposal();
        assertThat(proposal.best(Field.PERSON_ID)).hasValueSatisfying(best -> {
            assertThat(best.confidence()).isLessThan(0.85);
            assertThat(best.reason()).contains("birth-date-differs");
        });
    }

    @Test
    void theNumberOfSomebodyElseInALabelOfTwoLinesIsNotThePersons() {
        var proposal = new Paper()
                .title(200, "新生儿参保登记表")
                .line(260, 500, "证件号码")
                .line(760, 500, "990101201202290045")
                .line(260, 620, "代办人")
                .line(260, 670, "身份证号码")
                .line(760, 645, NUMBER)
                .line(260, 800, "姓名")
                .line(760, 800, "钱样本")
                .proposal();
        assertThat(proposal.best(Field.PERSON_ID)).hasValueSatisfying(best -> {
            assertThat(best.value()).isEqualTo("990101201202290045");
            assertThat(best.confidence()).isGreaterThan(0.9);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"钱—", "钱一", "钱 ―"})
    void aNumeralOneThatWasReadAsADashStillEndsAName(String read) {
        assertThat(new Paper().row(500, "姓名", read, "性别", "男").proposal().value(Field.PERSON_NAME))
                .contains("钱一");
    }
}
