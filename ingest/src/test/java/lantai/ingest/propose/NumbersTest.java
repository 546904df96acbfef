package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of issuers and reference codes. */
class NumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "样医保发〔2025〕7号",
                "样医保发[2025]7号",
                "样医保发（2025）7号",
                "样医保发【2025】7号",
                "样医保发 〔2O25〕 7 号",
                "样医保发﹝2025﹞07号",
                "样医保发〔2025〕第7号",
                "样医保发2025〕7号"
            })
    void everyBracketIsWrittenAsTheStandardWants(String printed) {
        Proposal proposal = new Paper()
                .title(300, "样例县医疗保障局文件")
                .line(900, 500, printed)
                .title(700, "关于做好样例工作的通知")
                .proposal();
        assertThat(proposal.best(Field.DOCUMENT_NUMBER)).hasValueSatisfying(best -> {
            assertThat(best.value()).isEqualTo("样医保发〔2025〕7号");
            assertThat(best.shown()).isEqualTo(printed);
            assertThat(best.confidence()).isGreaterThan(0.9);
        });
    }

    @Test
    void aNumberThatIsOnlyCitedIsDoubtful() {
        Proposal proposal = new Paper()
                .title(300, "关于做好样例工作的报告")
                .line(240, 700, "根据《样例办法》（样医保发〔2020〕5号）和样政发〔2019〕3号的要求，现报告如下。")
                .proposal();
        assertThat(proposal.candidates().get(Field.DOCUMENT_NUMBER))
                .extracting(Suggestion::value)
                .containsExactly("样医保发〔2020〕5号", "样政发〔2019〕3号");
        assertThat(proposal.doubtful(0.5)).contains(Field.DOCUMENT_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "档号：J057-WS·2025-D30-BGS-0012, J057-WS·2025-D30-BGS-0012",
        "J057-KJ·JJ·001-Y-002-0007, J057-KJ·JJ·001-Y-002-0007",
        "J057-KU·01·2025-D30-014-0001, J057-KU·01·2025-D30-014-0001",
        "J057-ZY·YB·YB·2025-D10-012-0034, J057-ZY·YB·YB·2025-D10-012-0034",
        "J057-ZP·2025-Y-0003-0002, J057-ZP·2025-Y-0003-0002",
        "J019-ZY·JC·CC·2019·D30-001-001, J019-ZY·JC·CC·2019·D30-001-001",
        "X033-ZP·2008-001, X033-ZP·2008-001",
        "档号:J057－WS•2O25－D3O－BGS－0012, J057-WS·2025-D30-BGS-0012",
        "档号 J057—WS・2025—Y—0001, J057-WS·2025-Y-0001",
        "0090-WS.2015-Y-CWK-0543, 0090-WS·2015-Y-CWK-0543",
        "0090-WS2015-Y-CWK-0543, 0090-WS·2015-Y-CWK-0543"
    })
    void bothStylesOfReferenceCodesAreRead(String printed, String code) {
        Proposal proposal = new Paper().line(1500, 190, printed).proposal();
        assertThat(proposal.best(Field.REFERENCE_CODE)).hasValueSatisfying(best -> {
            assertThat(best.value()).isEqualTo(code);
            assertThat(best.confidence()).isGreaterThan(0.75);
        });
    }

    @Test
    void aReferenceCodeOverTwoLinesOfACellIsPutTogether() {
        Proposal proposal = new Paper()
                .title(200, "档案借阅审批单")
                .row(500, "", "J057-WS·")
                .row(530, "档号", "")
                .row(560, "", "2025-D30-BGS-0012")
                .proposal();
        assertThat(proposal.value(Field.REFERENCE_CODE)).contains("J057-WS·2025-D30-BGS-0012");
    }

    @Test
    void aVoucherHasItsNumber() {
        Proposal proposal = new Paper()
                .title(200, "记 账 凭 证")
                .line(1100, 330, "2025年5月25日")
                .line(1900, 330, "记字第0012号")
                .row(500, "摘要", "总账科目", "明细科目", "借方金额", "贷方金额")
                .row(600, "样例支出", "统筹基金支出", "支出户", "120.00", "")
                .row(700, "样例支出", "银行存款", "财政专户", "", "120.00")
                .row(800, "合计", "", "", "120.00", "120.00")
                .proposal();
        assertThat(proposal.value(Field.DOCUMENT_NUMBER)).contains("记字第0012号");
        assertThat(proposal.value(Field.AMOUNT)).contains("120.00");
        assertThat(proposal.value(Field.CATEGORY)).contains("KU");
        assertThat(proposal.value(Field.DATE)).contains("2025-05-25");
    }
}
