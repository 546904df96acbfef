package lantai.ingest.sample;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;

/** Records that were never paper: reports, an agreement, mail, an OFD, a saved web page. */
final class DigitalBatch {
    private static final String FOLDER = "20261106_业务系统导出/";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private DigitalBatch() {}

    static List<Parcel> parcels() {
        var analysis = Reports.analysis(2025, 1);
        return List.of(
                Parcel.pdf(FOLDER + "参保情况统计月报202512", Reports.monthlyStatistics(LocalDate.of(2025, 12, 1))),
                Parcel.of(FOLDER + "2025年一季度基金运行分析报告.ofd", analysis, press -> press.ofd(analysis))
                        .alsoSmall(),
                Parcel.pdf(FOLDER + "定点医疗机构服务协议2025_第一人民医院", Reports.agreement(2025)),
                Parcel.pdf(FOLDER + "档案数字化项目合同", Reports.contract(LocalDate.of(2025, 2, 28))),
                statistics(),
                photos(),
                page());
    }

    private static Parcel statistics() {
        var facts = Facts.of("报送2025年12月参保人数统计", LocalDate.of(2026, 1, 4));
        var table = "险种,上月末,本月末\r\n职工医保,126042,126540\r\n居民医保,286787,286728\r\n合计,412829,413268\r\n";
        var body = "档案室：\n　　现将2025年12月参保人数统计表报送归档，数据已经复核。全市月末参保413,268人。\n\n何文静\n" + OfficeFiles.mark() + "\n";
        var mail = new Mail(facts, body, "参保人数.csv", "csv", table);
        return Parcel.of(FOLDER + "邮件/报送参保人数统计.eml", Kind.MAIL, facts, _ -> made(mail))
                .alsoSmall();
    }

    private static Parcel photos() {
        var facts = Facts.of("转发进社区活动照片说明", LocalDate.of(2025, 9, 17));
        var body = "各位同事：\n　　9月16日医保政策进社区活动照片已整理，共一组三张，摄影者苗佳慧。请按照片档案归档，说明见附件。\n\n何文静\n" + OfficeFiles.mark() + "\n";
        var note = "事由：医保政策进社区宣传\r\n时间：2025年9月16日\r\n地点：样例市东城区青禾社区\r\n人物：中心工作人员、社区居民\r\n摄影者：苗佳慧\r\n";
        var mail = new Mail(facts, body, "照片说明.txt", "plain", note);
        return Parcel.of(FOLDER + "邮件/进社区活动照片.eml", Kind.MAIL, facts, _ -> made(mail));
    }

    private static Made made(Mail mail) {
        return Made.of(
                mail.bytes(),
                "message/rfc822",
                mail.facts().title(),
                mail.body().strip());
    }

    /** A web page saved as plain text in the national encoding. */
    private static Parcel page() {
        var facts = Facts.of("办事指南：异地就医备案怎么办", LocalDate.of(2025, 6, 10));
        var lines = List.of(
                facts.title(),
                "网址：http://ybzx.example/zhinan/ydjy.html　抓取时间：2025-06-10 08:30",
                "一、谁可以办：异地安置退休人员、异地长期居住人员、常驻异地工作人员、异地转诊人员和临时外出就医人员。",
                "二、带什么：本人有效身份证件；长期居住的带居住证或者填写承诺书。",
                "三、多久办好：当场办结。备案长期有效，临时外出备案有效期六个月。",
                "四、咨询电话：0000-12393000。",
                OfficeFiles.mark());
        var bytes = (String.join("\r\n", lines) + "\r\n").getBytes(GB18030);
        return Parcel.of(
                        FOLDER + "网页/异地就医备案办事指南.txt",
                        Kind.WEB_PAGE,
                        facts,
                        _ -> Made.of(bytes, "text/plain", lines.toArray(String[]::new)))
                .alsoSmall();
    }
}
