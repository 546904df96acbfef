package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole documents: title, date, issuer, category and retention together. */
class DocumentTest {
    private static final Proposer PROPOSER = new Proposer(KindRules.standard(), Learned.nothing());

    private static Paper redHeader() {
        return new Paper()
                .title(300, "样例县医疗保障局文件")
                .line(950, 600, "样医保发〔2025〕7号")
                .title(800, "关于进一步做好2024年度业务档案")
                .title(900, "移交进馆工作的通知")
                .line(240, 1100, "各定点医药机构：")
                .line(340, 1200, "根据2023年1月5日会议要求，现就有关事项通知如下。")
                .line(1500, 2500, "样例县医疗保障局")
                .line(1550, 2600, "2025年3月12日")
                .line(240, 3200, "样例县医疗保障局办公室　　2025年3月14日印发");
    }

    @Test
    void theRedHeaderNamesTheIssuerAndIsNotTheTitle() {
        Proposal proposal = redHeader().proposal();
        assertThat(proposal.value(Field.CATEGORY)).contains("WS");
        assertThat(proposal.value(Field.KIND)).contains("red-header");
        assertThat(proposal.value(Field.TITLE)).contains("关于进一步做好2024年度业务档案移交进馆工作的通知");
        assertThat(proposal.value(Field.RESPONSIBLE)).contains("样例县医疗保障局");
        assertThat(proposal.value(Field.DOCUMENT_NUMBER)).contains("样医保发〔2025〕7号");
        assertThat(proposal.value(Field.RETENTION)).contains("D30");
    }

    @Test
    void theNumberOfARowIsNoSum() {
        var report = new Paper()
                .title(200, "医疗保险基金收支月报表")
                .line(240, 400, "编制单位：样例县医疗保险中心　　2025年3月　　单位：元")
                .row(500, "收入项目", "行次", "本月数", "支出项目", "行次", "本月数")
                .row(600, "医疗保险费收入", "1", "38,612,450.00", "住院统筹支出", "4", "29,874,512.36")
                .row(700, "利息收入", "2", "86,231.44", "门诊统筹支出", "5", "7,215,630.18")
                .row(800, "收入合计", "3", "38,698,681.44", "支出合计", "6", "37,090,142.54")
                .row(900, "本月结余", "7", "", "", "", "1,608,538.90")
                .line(240, 1100, "报送日期：2025年4月5日")
                .proposal();
        assertThat(report.value(Field.KIND)).contains("financial-report-month");
        assertThat(report.value(Field.AMOUNT)).contains("1608538.90");
        assertThat(report.candidates().get(Field.AMOUNT))
                .extracting(Suggestion::value)
                .doesNotContain("3.00", "6.00", "7.00");
    }

    @Test
    void aNumberOfPeopleIsNoSum() {
        var report = new Paper()
                .title(200, "基本医疗保险参保情况统计月报表")
                .line(240, 400, "填报单位：样例县医疗保险中心　　2025年12月　　单位：人")
                .row(500, "项目", "期末参保人数", "本月增加", "本月减少")
                .row(600, "职工医保", "186,420", "1,032", "684")
                .row(700, "居民医保", "226,409", "560", "412")
                .row(800, "合计", "412,829", "1,592", "1,096")
                .proposal();
        assertThat(report.value(Field.KIND)).contains("statistics-month");
        assertThat(report.candidates().getOrDefault(Field.AMOUNT, List.of())).isEmpty();
    }

    @Test
    void aPersonWithoutAUnitHasNoneThatAnswers() {
        var paper = new Paper()
                .title(200, "基本医疗保险个人权益记录单")
                .row(500, "姓名", "样例王五", "参保单位", "灵活就业人员窗口")
                .proposal();
        assertThat(paper.candidates().getOrDefault(Field.RESPONSIBLE, List.of()))
                .extracting(Suggestion::value)
                .doesNotContain("灵活就业人员窗口");
    }

    @Test
    void inTypedTextANameBeginsBehindTheBlank() {
        var document = new ReadDocument("办事指南.txt", "", "text/plain", List.of(), """
                办事指南：异地就医备案怎么办
                网址：http://ybzx.example/zhinan/ydjy.html　抓取时间：2025-06-10 08:30
                一、谁可以办：异地安置退休人员、异地长期居住人员。
                样例·测试数据　样例县医疗保险中心　全宗号 J057　区划 990101
                """, Map.of());
        assertThat(PROPOSER.propose(document).value(Field.RESPONSIBLE)).contains("样例县医疗保险中心");
    }

    @Test
    void theInsuranceIsTakenFromTitleLabelOrTickAndNotFromRunningText() {
        var titled = new Paper()
                .title(300, "城乡居民基本医疗保险参保登记表")
                .line(240, 600, "姓名：样例王五")
                .line(240, 700, "登记日期：2025年3月12日")
                .proposal();
        assertThat(titled.value(Field.INSURANCE)).contains("城乡居民基本医疗保险");
        assertThat(titled.candidates()
                        .getOrDefault(Field.INSURANCE, List.of())
                        .getFirst()
                        .evidence())
                .as("it tells where it was read")
                .isPresent();
        var labelled = new Paper()
                .title(300, "医疗费用手工报销申请审核表")
                .line(240, 600, "姓名：样例赵六")
                .line(240, 700, "险种：310 职工基本医疗保险")
                .line(240, 800, "城乡居民医保参保人员另行填表。")
                .proposal();
        assertThat(labelled.value(Field.INSURANCE)).contains("职工基本医疗保险");
        var ticked = new Paper()
                .title(300, "单位参保登记表")
                .line(240, 500, "单位名称：样例县样例商贸有限公司")
                .line(240, 600, "☑ 职工基本医疗保险　☑生育保险　□公务员医疗补助")
                .line(240, 700, "统一社会信用代码：91990101MA00000000")
                .line(240, 800, "单位地址：样例县样例路1号　登记日期：2025年3月12日")
                .proposal();
        assertThat(ticked.value(Field.INSURANCE)).contains("职工基本医疗保险");
        assertThat(ticked.candidates().getOrDefault(Field.INSURANCE, List.of()))
                .extracting(Suggestion::value)
                .doesNotContain("公务员医疗补助");
        var silent = new Paper()
                .title(300, "异地就医备案登记表")
                .line(240, 600, "姓名：样例孙七")
                .line(240, 700, "职工医保和居民医保参保人均可备案。")
                .proposal();
        assertThat(silent.value(Field.INSURANCE)).as("unknown stays unknown").isEmpty();
        assertThat(redHeader().line(240, 900, "险种：职工基本医疗保险").proposal().value(Field.INSURANCE))
                .as("a letter of the office is about none")
                .isEmpty();
    }

    @Test
    void aSecrecyMarkAtTheHeadIsFoundAndTheWordInTheTextIsNot() {
        assertThat(new Paper()
                        .line(240, 150, "机密★10年")
                        .title(300, "样例县医疗保障局文件")
                        .title(800, "关于样例的通知")
                        .proposal()
                        .value(Field.SECRECY_MARK))
                .contains("机密★10年");
        assertThat(new Paper()
                        .line(240, 200, "秘 密")
                        .title(800, "关于样例的通知")
                        .proposal()
                        .value(Field.SECRECY_MARK))
                .contains("秘密");
        assertThat(redHeader()
                        .line(240, 400, "商业秘密不予公开")
                        .line(240, 3000, "机密")
                        .proposal()
                        .value(Field.SECRECY_MARK))
                .isEmpty();
    }

    @Test
    void theDateOfFormationIsThatOfTheSignature() {
        Proposal proposal = redHeader().proposal();
        assertThat(proposal.value(Field.DATE)).contains("2025-03-12");
        assertThat(proposal.candidates().get(Field.DATE))
                .extracting(Suggestion::value)
                .containsExactly("2025-03-12", "2025-03-14", "2023-01-05");
        assertThat(proposal.value(Field.YEAR)).contains("2025");
    }

    @Test
    void aBornDigitalPdfOfARedHeaderIsStillAdministration() {
        var document = new ReadDocument(
                "通知.pdf",
                "",
                "application/pdf",
                List.of(redHeader().page()),
                "",
                Map.of("created", "2025-03-11T08:00:00Z"));
        Proposal proposal = PROPOSER.propose(document);
        assertThat(proposal.value(Field.CATEGORY)).contains("WS");
        assertThat(proposal.value(Field.DATE)).contains("2025-03-12");
    }

    @Test
    void aPrintedDayThatDoesNotExistIsAskedForAndNeverReplacedByTheFilesOwnDay() {
        var page = new Paper()
                .title(300, "参保人员信息变更登记表")
                .row(600, "姓名", "样例王五")
                .line(1500, 2900, "样例县医疗保障局")
                .line(1500, 2980, "2024年2月30日")
                .page();
        var document = new ReadDocument(
                "登记表.pdf", "", "application/pdf", List.of(page), "", Map.of("created", "2024-03-05T08:00:00Z"));
        Proposal proposal = PROPOSER.propose(document);
        assertThat(proposal.value(Field.DATE)).contains("2024年2月30日");
        assertThat(proposal.candidates().get(Field.DATE))
                .allSatisfy(date -> assertThat(date.confidence()).isLessThan(0.85))
                .anySatisfy(date -> assertThat(date.value()).isEqualTo("2024-03-05"));
        assertThat(proposal.value(Field.YEAR)).contains("2024");
    }

    @Test
    void textWithoutPagesIsReadTheSameWay() {
        var document = new ReadDocument(
                "a.docx",
                "",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                List.of(),
                """
                医疗费用手工报销申请表
                \t姓名
                \t钱样本
                \t身份证号
                \t990101198506141239

                \t就诊医院\t样例县中心医院\t报销金额\t1,234.50
                申请人：钱样本
                2025年3月12日
                """,
                Map.of());
        Proposal proposal = PROPOSER.propose(document);
        assertThat(proposal.value(Field.KIND)).contains("claim-reimbursement");
        assertThat(proposal.value(Field.TITLE)).contains("医疗费用手工报销申请表");
        assertThat(proposal.value(Field.PERSON_NAME)).contains("钱样本");
        assertThat(proposal.value(Field.PERSON_ID)).contains("990101198506141239");
        assertThat(proposal.value(Field.AMOUNT)).contains("1234.50");
        assertThat(proposal.value(Field.DATE)).contains("2025-03-12");
        assertThat(proposal.best(Field.PERSON_NAME))
                .hasValueSatisfying(best -> assertThat(best.evidence()).isEmpty());
    }

    @Test
    void theHospitalIsReadFromTheTitle() {
        Proposal proposal = new Paper()
                .title(200, "样例县第一人民医院住院费用结算清单")
                .line(240, 400, "姓名：钱样本　住院号：0012345　结算日期：2025-03-12")
                .line(240, 500, "费用合计：18,642.35元")
                .line(240, 600, "统筹支付：13,858.40元")
                .proposal();
        assertThat(proposal.value(Field.RESPONSIBLE)).contains("样例县第一人民医院");
        assertThat(proposal.value(Field.AMOUNT)).contains("18642.35");
        assertThat(proposal.value(Field.KIND)).contains("settlement");
    }

    @Test
    void nothingToReadProposesLittleAndSaysSo() {
        Proposal proposal =
                PROPOSER.propose(new ReadDocument("scan.bin", "", "application/octet-stream", List.of(), "", Map.of()));
        assertThat(proposal.doubtful(0.5))
                .contains(Field.CATEGORY, Field.KIND, Field.TITLE, Field.DATE, Field.RETENTION, Field.YEAR);
    }

    @Test
    void aNoteInBracketsThatWasReadApartBelongsToTheTitle() {
        assertThat(noted("(试行)").value(Field.TITLE)).contains("样例县医疗救助办法(试行)");
        assertThat(noted("去(试行)").value(Field.TITLE))
                .as("half of the character before was read once more")
                .contains("样例县医疗救助办法(试行)");
    }

    private static Proposal noted(String note) {
        return new Paper()
                .line(700, 200, "样例县医疗救助办法", 80)
                .line(1380, 200, note, 80)
                .line(240, 500, "第一条 为做好医疗救助工作，制定本办法。")
                .line(240, 600, "第二条 救助对象由县医疗保障局认定。")
                .line(240, 700, "第三条 本办法自2024年1月1日起施行。")
                .proposal();
    }
}
