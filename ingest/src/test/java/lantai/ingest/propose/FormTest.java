package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Invented papers of other layouts, each with its own traps. */
class FormTest {
    @Test
    void aBillHasItsPayerItsSumAndItsNumber() {
        Proposal bill = new Paper()
                .title(150, "样例省医疗住院收费票据（电子）")
                .line(240, 300, "票据代码：99060125　　票据号码：0012345678")
                .line(240, 420, "交款人：钱样本")
                .line(1500, 420, "开票日期：2025年03月12日")
                .row(520, "项目名称", "数量/单位", "金额（元）", "备注")
                .row(600, "床位费", "11", "1,078.00", "")
                .row(680, "西药费", "1", "17,564.35", "")
                .line(240, 860, "金额合计（大写）：壹万捌仟陆佰肆拾贰元叁角伍分　　（小写）：18642.35")
                .line(240, 950, "病历号：889912　住院号：0012345　就诊日期：20250301　医疗机构类型：综合医院")
                .line(240, 1090, "个人账户支付：1200.00　个人现金支付：3583.95")
                .line(240, 1200, "收款单位（章）：样例县第一人民医院　　复核人：赵样例　　收款人：周样例")
                .proposal();
        assertThat(bill.value(Field.KIND)).contains("medical-bill");
        assertThat(bill.value(Field.PERSON_NAME)).contains("钱样本");
        assertThat(bill.value(Field.AMOUNT)).contains("18642.35");
        assertThat(bill.value(Field.DATE)).contains("2025-03-12");
        assertThat(bill.value(Field.DOCUMENT_NUMBER)).contains("0012345678");
        assertThat(bill.value(Field.RESPONSIBLE)).contains("样例县第一人民医院");
    }

    @Test
    void labelsAboveTheirValuesAreUnderstood() {
        Proposal form = new Paper()
                .title(200, "异地就医备案登记表")
                .row(350, "参保人信息", "", "", "")
                .row(430, "姓名", "身份证号", "联系电话", "参保地")
                .row(510, "钱样本", "990101198506141239", "0000-0000000", "样例县")
                .row(590, "备案类型", "就医地", "备案开始日期", "备案结束日期")
                .row(670, "异地长期居住", "海岳市", "2025-04-01", "2026-03-31")
                .line(240, 800, "申请人签名：钱样本　　　　申请日期：2025年3月12日")
                .line(240, 900, "经办机构意见：同意备案。　　经办人：赵样例　　2025年3月13日")
                .proposal();
        assertThat(form.value(Field.KIND)).contains("remote-treatment");
        assertThat(form.value(Field.PERSON_NAME)).contains("钱样本");
        assertThat(form.value(Field.PERSON_ID)).contains("990101198506141239");
        assertThat(form.value(Field.DATE)).contains("2025-03-12");
    }

    @Test
    void anAgreementIsDatedByItsSignaturesNotItsTerm() {
        Proposal agreement = new Paper()
                .title(400, "样例县定点医疗机构医疗保障服务协议")
                .line(240, 600, "甲方：样例县医疗保险服务中心")
                .line(240, 680, "法定代表人：李样例")
                .line(240, 760, "乙方：样例县第一人民医院")
                .line(240, 1000, "第一条 为保障参保人员权益，根据国家有关规定，签订本协议。")
                .line(240, 1100, "本协议有效期自2025年1月1日至2025年12月31日。")
                .line(240, 2500, "甲方（盖章）：")
                .line(1400, 2500, "乙方（盖章）：")
                .line(240, 2700, "2024年12月28日")
                .line(1400, 2700, "2024年12月28日")
                .proposal();
        assertThat(agreement.value(Field.KIND)).contains("provider-agreement");
        assertThat(agreement.value(Field.DATE)).contains("2024-12-28");
        assertThat(agreement.value(Field.RESPONSIBLE)).contains("样例县医疗保险服务中心");
        assertThat(agreement.best(Field.PERSON_NAME)).isEmpty();
    }

    @Test
    void anInvoiceIsTheSellersWithTheTaxIncluded() {
        Proposal invoice = new Paper()
                .title(200, "电子发票（普通发票）")
                .line(1600, 330, "发票号码：25990000000012345678")
                .line(1600, 400, "开票日期：2025年03月12日")
                .line(240, 520, "购买方信息 名称：样例县医疗保险服务中心")
                .line(1300, 520, "销售方信息 名称：样例办公用品有限公司")
                .line(240, 600, "统一社会信用代码/纳税人识别号：12990101455012348Q")
                .row(700, "项目名称", "单价", "数量", "金额", "税率", "税额")
                .row(780, "*纸制品*档案盒", "8.00", "500", "4000.00", "13%", "520.00")
                .row(860, "合计", "", "", "¥4000.00", "", "¥520.00")
                .line(240, 950, "价税合计（大写）　肆仟伍佰贰拾元整　　（小写）¥4520.00")
                .proposal();
        assertThat(invoice.value(Field.CATEGORY)).contains("KU");
        assertThat(invoice.value(Field.AMOUNT)).contains("4520.00");
        assertThat(invoice.value(Field.RESPONSIBLE)).contains("样例办公用品有限公司");
        assertThat(invoice.value(Field.DOCUMENT_NUMBER)).contains("25990000000012345678");
    }

    @Test
    void aCatalogueOfRecordsHasNoNumberOfItsOwn() {
        Proposal catalogue = new Paper()
                .title(200, "归档文件目录")
                .row(400, "序号", "档号", "文号", "责任者", "题名", "日期", "页数")
                .row(480, "1", "J057-WS·2025-D30-BGS-0001", "样医保发〔2025〕1号", "样例县医疗保障局", "关于样例工作的通知", "20250103", "3")
                .row(560, "2", "J057-WS·2025-D30-BGS-0002", "样医保发〔2025〕2号", "样例县医疗保障局", "关于样例事项的批复", "20250110", "2")
                .proposal();
        assertThat(catalogue.value(Field.KIND)).contains("archive-catalogue");
        assertThat(catalogue.doubtful(0.5)).contains(Field.REFERENCE_CODE, Field.DATE);
        assertThat(catalogue.best(Field.DOCUMENT_NUMBER))
                .hasValueSatisfying(best -> assertThat(best.confidence()).isLessThan(0.5));
    }

    @Test
    void anAuditNoticeIsSignedInChineseNumerals() {
        Proposal notice = new Paper()
                .title(200, "医疗保障稽核检查通知书")
                .line(1500, 330, "样医保稽〔2025〕第12号")
                .line(240, 450, "样例县康民大药房：")
                .line(340, 530, "决定对你单位2024年1月1日至2024年12月31日期间医保基金使用情况进行稽核检查。")
                .line(240, 690, "稽核人员：李样例、王样例")
                .line(1500, 1200, "样例县医疗保险服务中心")
                .line(1520, 1280, "二〇二五年三月十二日")
                .proposal();
        assertThat(notice.value(Field.KIND)).contains("audit");
        assertThat(notice.value(Field.DATE)).contains("2025-03-12");
        assertThat(notice.value(Field.DOCUMENT_NUMBER)).contains("样医保稽〔2025〕12号");
        assertThat(notice.value(Field.RESPONSIBLE)).contains("样例县医疗保险服务中心");
        assertThat(notice.best(Field.PERSON_NAME)).isEmpty();
    }

    @Test
    void aColumnsHeadingIsNeverAValue() {
        Proposal statement = new Paper()
                .title(200, "医疗费用结算明细表")
                .row(350, "序号", "医疗机构名称", "个人负担费用", "医疗总费用", "结算日期")
                .row(430, "1", "样例县第一人民医院", "3,583.95", "18,642.35", "2025-03-12")
                .row(510, "2", "样例县中医医院", "120.00", "980.00", "2025-03-15")
                .proposal();
        assertThat(statement.candidates().getOrDefault(Field.RESPONSIBLE, List.of()))
                .extracting(Suggestion::value)
                .doesNotContain("个人负担费用");
        Proposal narrow = new Paper()
                .title(200, "医疗费用结算单")
                .row(350, "就诊医院", "个人负担费用")
                .row(430, "姓名", "公民身份号码")
                .proposal();
        assertThat(narrow.candidates().values().stream().flatMap(List::stream))
                .extracting(Suggestion::value)
                .doesNotContain("个人负担费用", "公民身份号码");
    }

    @Test
    void headCellsOfTwoLinesAreLabels() {
        Proposal list = new Paper()
                .title(200, "医疗救助对象花名册")
                .row(350, "序号", "参保人", "公民身", "救助")
                .row(400, "", "员姓名", "份号码", "金额")
                .row(480, "1", "钱样本", "990101198506141239", "300.00")
                .proposal();
        assertThat(list.value(Field.PERSON_NAME)).contains("钱样本");
        assertThat(list.value(Field.PERSON_ID)).contains("990101198506141239");
    }
}
