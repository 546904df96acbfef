package lantai.ingest.sample;

import static lantai.ingest.sample.Cell.label;
import static lantai.ingest.sample.Cell.number;
import static lantai.ingest.sample.Cell.value;
import static lantai.ingest.sample.Cell.words;

import java.time.LocalDate;
import java.util.List;

/** Reports, contracts and statements, mostly made on a computer. */
final class Reports {
    private Reports() {}

    /** {@return the year's work on three pages} */
    static Paper annualReport(int year) {
        var facts = Facts.of(year + "年度工作总结", LocalDate.of(year, 12, 28)).filedAs("J057-WS·" + year + "-Y-BGS-0031");
        return Paper.of(
                Kind.ANNUAL_REPORT,
                facts,
                page -> workOfTheYear(page, facts),
                Reports::figuresOfTheYear,
                page -> plansForTheNext(page, facts));
    }

    private static void workOfTheYear(Page page, Facts facts) {
        page.margin(26).moveTo(24).right("档号：" + facts.referenceCode(), Type.of(10.5), 0);
        page.skip(8).title(facts.title());
        page.centred(Sample.AGENCY, Type.of(14)).skip(6);
        var year = facts.date().getYear();
        part(
                page,
                "一、基本情况",
                List.of(
                        "截至" + year + "年12月，全市参加基本医疗保险413,268人，其中职工医保126,540人，城乡居民医保286,728人，参保率稳定在百分之九十六以上。",
                        "全年受理各类业务58,316件，按期办结率百分之九十九点七；异地就医备案9,204人次，手工报销2,187件。"));
        part(
                page,
                "二、主要工作",
                List.of(
                        "（一）待遇保障更加到位。门诊慢特病认定由三十个工作日压缩到二十个工作日，生育津贴十个工作日内拨付。",
                        "（二）基金运行总体平稳。全年基金收入6.14亿元，支出5.27亿元，当期结余0.87亿元。"));
    }

    private static void figuresOfTheYear(Page page) {
        page.margin(26).moveTo(30);
        part(
                page,
                "（三）档案管理持续加强",
                List.of(
                        "整理业务档案1,186卷，数字化扫描42.6万页，著录条目38,420条，提供查档利用613人次，满意率百分之百。",
                        "完成档案库房改造，新增密集架十二列，温湿度实现自动监测。",
                        "严格执行查阅审批和登记制度，对涉及个人信息的复制件逐页加盖业务专用章，全年未发生泄密和丢失事件。"));
        page.skip(3);
        page.table(5, 4, 4, 4)
                .row(9, label("指标"), label("上年"), label("本年"), label("增减"))
                .row(9, words("参保人数(人)"), number("409,871"), number("413,268"), number("3,397"))
                .row(9, words("业务受理(件)"), number("54,902"), number("58,316"), number("3,414"))
                .row(9, words("归档案卷(卷)"), number("1,042"), number("1,186"), number("144"))
                .row(9, words("查档利用(人次)"), number("522"), number("613"), number("91"))
                .end();
        part(
                page,
                "（四）经办服务更加便民",
                List.of(
                        "推行综合柜员制，二十八项业务实现一窗受理；为老年人、残疾人开设绿色通道，上门服务一百四十六人次。",
                        "开通网上查档预约，参保人可以在线查看本人参保登记、缴费和待遇记录，申请加盖印章的复印件。"));
    }

    private static void plansForTheNext(Page page, Facts facts) {
        page.margin(26).moveTo(30);
        part(page, "三、存在问题", List.of("个别科室移交材料不够及时，早年纸质档案的电子化仍有缺口，二〇一九年前后的部分缴费记录需要与税务部门核对。"));
        part(page, "四、下年打算", List.of("完成存量业务档案数字化，推进电子档案单套制归档试点，让参保人足不出户查到自己的档案。"));
        page.skip(12).right(Sample.AGENCY, Type.of(14), 6).right(Days.chinese(facts.date()), Type.of(14), 10);
    }

    private static void part(Page page, String heading, List<String> paragraphs) {
        page.skip(2).flow(heading, Type.of(15).heavy(), 1.7);
        paragraphs.forEach(text -> page.paragraph(text, 14));
    }

    static Paper rightsStatement(int year, Person person) {
        var facts = Facts.of("基本医疗保险个人权益记录单", LocalDate.of(year + 1, 1, 15))
                .about(person)
                .worth(Amount.of("3240.18"));
        return Paper.of(Kind.RIGHTS_STATEMENT, facts, page -> {
            page.title(facts.title());
            page.spread("记录年度：" + year + "年", "打印日期：" + facts.date());
            RegistrationForms.personBlock(page.table(3, 5, 3, 5), person)
                    .row(9, label("参保单位"), value("灵活就业人员窗口"), label("参保险种"), value("职工基本医疗保险"))
                    .row(9, label("本年缴费月数"), value("12个月"), label("累计缴费年限"), value("9年6个月"))
                    .row(9, label("年初账户余额"), number("2,618.40"), label("本年划入"), number("2,106.00"))
                    .row(9, label("本年支出"), number("1,523.00"), label("本年利息"), number("38.78"))
                    .row(9, label("年末账户余额"), number("3,240.18"), label("统筹支付"), number("0.00"))
                    .end();
            page.flow("说明：本记录单免费提供。对记录有异议的，可持有效证件到经办机构申请复核。", Type.of(10), 1.8);
        });
    }

    static Paper insuranceCertificate(LocalDate day, Person person) {
        var facts = Facts.of("基本医疗保险参保凭证", day).about(person);
        return Paper.of(Kind.INSURANCE_CERTIFICATE, facts, page -> {
            page.title(facts.title());
            page.spread("凭证编号：PZ" + day.getYear() + "0001286", "打印日期：" + Days.chinese(day));
            RegistrationForms.personBlock(page.table(3, 5, 3, 5), person)
                    .row(9, label("参保地"), value("样例市"), label("参保状态"), value("正常参保"))
                    .row(9, label("参保险种"), value("职工基本医疗保险"), label("缴费年限"), value("10年9个月"))
                    .row(9, label("未缴费期间"), value("2019年1月 至 2020年3月").over(3))
                    .end();
            page.paragraph("兹证明上述人员在我市参加基本医疗保险，本凭证用于办理医疗保险关系转移接续。", 11);
            page.right(Sample.AGENCY, Type.of(11), 4);
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(160, page.cursor() - 2));
        });
    }

    static Paper monthlyStatistics(LocalDate month) {
        var facts = Facts.of("基本医疗保险参保情况统计月报表", month.plusMonths(1).plusDays(2));
        return Paper.of(Kind.MONTHLY_STATISTICS, facts, page -> {
            page.title(facts.title());
            page.spread("填报单位：" + Sample.AGENCY, "统计期：" + Days.month(month));
            page.table(6, 4, 4, 4, 4)
                    .row(11, label("项目"), label("上月末"), label("本月增加"), label("本月减少"), label("本月末"))
                    .row(10, words("职工医保(在职)"), number("98,412"), number("1,206"), number("874"), number("98,744"))
                    .row(10, words("职工医保(退休)"), number("27,630"), number("212"), number("46"), number("27,796"))
                    .row(10, words("居民医保(成年)"), number("201,385"), number("640"), number("1,013"), number("201,012"))
                    .row(10, words("居民医保(未成年)"), number("85,402"), number("385"), number("71"), number("85,716"))
                    .row(
                            10,
                            label("合计").heavy(),
                            number("412,829"),
                            number("2,443"),
                            number("2,004"),
                            number("413,268"))
                    .end();
            page.spread("审核人：吕国平", "填表人：何文静", "报出日期：" + facts.date());
        });
    }

    static Paper analysis(int year, int quarter) {
        var facts = Facts.of(
                year + "年第" + quarter + "季度基金运行分析报告",
                LocalDate.of(year, quarter * 3, 1).plusDays(40));
        return Paper.of(Kind.ANALYSIS, facts, page -> {
            page.margin(26).moveTo(30).title(facts.title());
            part(page, "摘要", List.of("本季度基金收入1.54亿元，同比增长百分之四点二；支出1.32亿元，同比增长百分之六点八；当期结余0.22亿元。"));
            part(page, "一、收入情况", List.of("征缴收入保持平稳，财政补助按序时进度到位，利息收入略有下降。"));
            part(page, "二、支出情况", List.of("住院统筹支出占百分之七十四，人次人头比为1.31；门诊统筹支出增长较快，主要受慢性病用药增加影响。"));
            part(page, "三、结论与建议", List.of("基金运行总体安全。建议加强住院率较高机构的费用审核，继续推进按病种分值付费。"));
        });
    }

    static Paper agreement(int year) {
        var facts = Facts.of("医疗保障定点医疗机构服务协议", LocalDate.of(year, 1, 10)).numbered("样例医保协〔" + year + "〕001号");
        return Paper.of(Kind.AGREEMENT, facts, page -> {
            page.margin(24).moveTo(28).title(facts.title());
            page.centred("协议编号：" + facts.documentNumber(), Type.of(12)).skip(4);
            page.flow("甲方：" + Sample.AGENCY + "（统一社会信用代码：" + Sample.AGENCY_CREDIT_CODE + "）", Type.of(12), 1.7);
            page.flow(
                    "乙方：" + Sample.HOSPITAL + "（机构代码：" + Sample.HOSPITAL_CODE + "，三级甲等，开放床位1,200张）", Type.of(12), 1.7);
            for (var text : List.of(
                    "第一条　乙方为参保人员提供基本医疗服务，应当核验就诊凭证，做到人证相符。",
                    "第二条　乙方应当保存账目、票据、处方、病历、费用明细等资料，接受甲方检查。",
                    "第三条　甲方按月预付、按年清算，结算方式为按病种分值付费。",
                    "第四条　乙方违反协议约定的，甲方可以约谈、暂停结算、追回违规费用，情节严重的解除协议。",
                    "第五条　协议有效期为" + year + "年1月1日至" + year + "年12月31日。",
                    "第六条　本协议一式四份，双方各执两份。")) {
                page.paragraph(text, 12);
            }
            page.skip(10).spread("甲方（盖章）：" + Sample.AGENCY, "乙方（盖章）：" + Sample.HOSPITAL);
            page.spread("代表：孔令辉", "代表：范立新");
            page.spread("签订日期：" + Days.chinese(facts.date()), "签订日期：" + Days.chinese(facts.date()));
            page.seal(Sample.AGENCY, "合同专用章", new Point(62, page.cursor() - 8));
            page.seal(Sample.HOSPITAL, "合同专用章", new Point(160, page.cursor() - 8));
        });
    }

    static Paper acceptance(LocalDate day) {
        var sum = Amount.of("486000");
        var facts = Facts.of("医保业务档案数字化项目验收报告", day).worth(sum).filedAs("J057-KJ·SB·002-D30-001-0009");
        return Paper.of(Kind.PROJECT_ACCEPTANCE, facts, page -> {
            page.title(facts.title());
            page.spread("项目编号：KJ-002", "档号：" + facts.referenceCode());
            page.table(3, 5, 3, 5)
                    .pair("建设单位", Sample.AGENCY, "承建单位", "样例市云帆信息技术有限公司")
                    .pair(
                            "合同金额",
                            "¥" + Amount.digits(sum),
                            "合同日期",
                            day.minusMonths(8).toString())
                    .row(10, label("金额(大写)"), value(Amount.words(sum)).over(3))
                    .pair(
                            "开工日期",
                            day.minusMonths(7).toString(),
                            "完工日期",
                            day.minusDays(20).toString())
                    .wide(40, "建设内容", "业务档案扫描加工42.6万页，著录条目38,420条；部署高速扫描仪四台、平板扫描仪两台；建设识别与检索功能。")
                    .wide(36, "测试情况", "抽检扫描图像12,780页，合格率百分之九十九点六；著录抽检合格率百分之九十九点八；系统连续运行三十天无故障。")
                    .wide(36, "验收结论", "项目按合同完成，资料齐全，质量达到要求，同意通过验收。\n验收组组长：孔令辉　组员：谢国良、潘海平、陶文博")
                    .wide(26, "建设单位\n意见", "同意验收意见。\n　　　　　　　　　　　　" + Days.chinese(day))
                    .end();
            page.seal(Sample.AGENCY, "", new Point(150, page.cursor() - 12));
        });
    }

    static Paper contract(LocalDate day) {
        var facts = Facts.of("信息系统建设合同", day).worth(Amount.of("486000")).numbered("HT-" + day.getYear() + "-019");
        return Paper.of(Kind.CONTRACT, facts, page -> {
            page.margin(24).moveTo(28).title(facts.title());
            page.spread("合同编号：" + facts.documentNumber(), "签订日期：" + Days.chinese(day));
            page.flow("甲方：" + Sample.AGENCY, Type.of(12), 1.7).flow("乙方：样例市云帆信息技术有限公司", Type.of(12), 1.7);
            page.paragraph("一、项目名称：医保业务档案数字化项目。", 12);
            page.paragraph("二、合同金额：人民币486,000.00元（大写：" + Amount.words(Amount.of("486000")) + "）。", 12);
            page.paragraph("三、乙方应当在六个月内完成扫描、著录、系统部署和培训，提供一年免费维护。", 12);
            page.paragraph("四、乙方应当对接触到的个人信息严格保密，加工场所不得连接互联网，完工后清除全部数据。", 12);
            page.paragraph("五、付款方式：签订后付百分之三十，验收后付百分之六十，维护期满付百分之十。", 12);
            page.skip(10).spread("甲方（盖章）", "乙方（盖章）");
            page.seal(Sample.AGENCY, "合同专用章", new Point(50, page.cursor() + 2));
        });
    }
}
