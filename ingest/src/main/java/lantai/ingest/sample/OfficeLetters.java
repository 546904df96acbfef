package lantai.ingest.sample;

import static lantai.ingest.sample.Cell.label;
import static lantai.ingest.sample.Cell.value;
import static lantai.ingest.sample.Cell.words;

import java.time.LocalDate;
import java.util.List;

/** Papers of the office: documents with a red head (GB/T 9704-2012), minutes, requests and replies, incoming slips. */
final class OfficeLetters {
    private static final double BODY = 15.5;
    private static final String TO = "各县（区）医疗保障局，各定点医药机构：";

    private OfficeLetters() {}

    /** A document of the bureau on two pages, with the filing stamp. */
    static Paper redHeader(LocalDate day) {
        var number = "样例医保发〔" + day.getYear() + "〕7号";
        var facts = Facts.of("关于做好" + day.getYear() + "年度门诊慢特病待遇认定工作的通知", day)
                .numbered(number)
                .filedAs("J057-WS·" + day.getYear() + "-D30-BGS-0012");
        return Paper.of(
                Kind.RED_HEADER,
                facts,
                page -> {
                    page.filingStamp("J057-WS·" + day.getYear() + "-D30-BGS-0012", "30年", 2);
                    head(page, Sample.BUREAU + "文件", number);
                    heading(page, facts.title());
                    page.flow(TO, Type.of(BODY), 1.75);
                    for (var text : List.of(
                            "为进一步规范门诊慢特病待遇认定，减轻参保人员门诊医疗费用负担，现就有关事项通知如下：",
                            "一、明确认定范围。职工医保和城乡居民医保参保人员患高血压、糖尿病等三十二种慢性病、特殊疾病的，可以申请认定。",
                            "二、简化认定材料。申请人提交申请表、近两年病历和检查报告，能够通过共享获得的材料不再要求提供。",
                            "三、缩短认定时限。自受理之日起二十个工作日内办结，结果通过短信告知申请人。",
                            "四、方便群众办事。申请人可以在经办窗口、网上服务大厅或者定点医疗机构提交申请，同一病种在市内只认定一次。")) {
                        page.paragraph(text, BODY);
                    }
                },
                page -> {
                    page.margin(28).moveTo(30);
                    page.paragraph("五、加强档案管理。认定材料一人一档，纸质材料和电子材料同步归档，保管期限不少于十年。", BODY);
                    page.paragraph("六、严肃工作纪律。经办人员应当按照规定查询和使用参保人员信息，不得泄露、篡改。", BODY);
                    page.paragraph("本通知自印发之日起执行。", BODY);
                    page.skip(4).paragraph("附件：门诊慢特病病种目录", BODY);
                    close(page, Sample.BUREAU, day);
                    imprint(page, day);
                });
    }

    private static void head(Page page, String name, String number) {
        page.margin(28).moveTo(37);
        page.centred(name, Type.of(32).in(Ink.RED).heavy()).skip(9);
        page.centred(number, Type.of(BODY)).skip(2);
        page.rule(0.8, Ink.RED).skip(12);
    }

    private static void heading(Page page, String title) {
        for (var line : LineBreaks.of(title, Type.of(21).heavy(), page.innerWidth() - 10)) {
            page.centred(line, Type.of(21).heavy());
        }
        page.skip(5);
    }

    private static void close(Page page, String sender, LocalDate day) {
        page.skip(12);
        var at = page.cursor();
        page.right(sender, Type.of(BODY), 12);
        page.right(Days.chinese(day), Type.of(BODY), 16);
        page.seal(sender, "", new Point(page.size().width() - page.left() - 36, at + 10));
    }

    private static void imprint(Page page, LocalDate day) {
        page.moveTo(258).rule(0.35, Ink.BLACK);
        page.flow("抄送：样例市财政局、样例市卫生健康委员会。", Type.of(12), 1.5).skip(1.5).rule(0.2, Ink.BLACK);
        page.flow("样例市医疗保障局办公室　　　　　　　　" + Days.chinese(day.plusDays(2)) + "印发", Type.of(12), 1.5);
        page.skip(1.5).rule(0.35, Ink.BLACK);
    }

    static Paper minutes(LocalDate day) {
        var number = "〔" + day.getYear() + "〕3号";
        var facts = Facts.of("主任办公会议纪要", day).numbered(number).filedAs("J057-WS·" + day.getYear() + "-Y-BGS-0005");
        return Paper.of(Kind.MINUTES, facts, page -> {
            page.filingStamp("J057-WS·" + day.getYear() + "-Y-BGS-0005", "永久", 1);
            page.margin(28).moveTo(34);
            page.centred(facts.title(), Type.of(28).in(Ink.RED).heavy()).skip(5);
            page.centred(number, Type.of(14)).skip(1).rule(0.7, Ink.RED).skip(6);
            for (var line : List.of(
                    "时间：" + Days.chinese(day) + "上午9:00", "地点：中心三楼会议室", "主持：孔令辉", "出席：吕国平、葛海燕、方立群、何文静、潘海平", "记录：苏欣怡")) {
                page.flow(line, Type.of(14), 1.7);
            }
            page.skip(3);
            page.paragraph("会议听取了档案数字化工作进展情况汇报，研究了业务档案整理和库房改造事项。议定如下：", 14);
            page.paragraph("一、同意业务档案数字化项目二期方案，年内完成二〇一四年以来参保登记类档案的扫描和识别。", 14);
            page.paragraph("二、档案库房温湿度监测设备由办公室按程序采购，预算控制在八万元以内。", 14);
            page.paragraph("三、各科室于每月五日前移交上月办结材料，逾期的在月度例会上说明情况。", 14);
            page.paragraph("四、成立档案鉴定小组，由分管主任任组长，业务、财务、档案人员参加。", 14);
            page.skip(8).flow("分送：中心领导，各科室。", Type.of(12), 1.5);
        });
    }

    static Paper request(LocalDate day) {
        var number = "样例医保中心〔" + day.getYear() + "〕15号";
        var facts = Facts.of("关于购置档案密集架的请示", day).numbered(number).worth(Amount.of("76500"));
        return Paper.of(Kind.REQUEST, facts, page -> {
            head(page, Sample.AGENCY, number);
            heading(page, facts.title());
            page.flow("样例市医疗保障局：", Type.of(BODY), 1.75);
            page.paragraph("我中心现有档案库房面积六十平方米，密集架使用率已达百分之九十六。按近三年业务量测算，每年新增业务档案约一千二百卷，现有装具不能满足需要。", BODY);
            page.paragraph(
                    "为确保档案安全保管，拟购置手动密集架十二列，预算76,500.00元（大写：" + Amount.words(Amount.of("76500")) + "），所需资金从年度公用经费中列支。",
                    BODY);
            page.paragraph("妥否，请批示。", BODY);
            close(page, Sample.AGENCY, day);
            page.skip(10).flow("（联系人：潘海平，电话：19900006666）", Type.of(13), 1.6);
        });
    }

    static Paper reply(LocalDate day) {
        var number = "样例医保函〔" + day.getYear() + "〕21号";
        var facts = Facts.of("关于同意购置档案密集架的批复", day)
                .numbered(number)
                .worth(Amount.of("76500"))
                .filedAs("J057-WS·" + day.getYear() + "-D30-BGS-0027");
        return Paper.of(Kind.REPLY, facts, page -> {
            page.filingStamp("J057-WS·" + day.getYear() + "-D30-BGS-0027", "30年", 1);
            head(page, Sample.BUREAU, number);
            heading(page, facts.title());
            page.flow(Sample.AGENCY + "：", Type.of(BODY), 1.75);
            page.paragraph("你中心《关于购置档案密集架的请示》（样例医保中心〔" + day.getYear() + "〕15号）收悉。经研究，批复如下：", BODY);
            page.paragraph("一、同意购置手动密集架十二列，经费控制在76,500.00元以内。", BODY);
            page.paragraph("二、请严格按照政府采购有关规定组织实施，验收合格后及时办理固定资产登记。", BODY);
            page.paragraph("此复。", BODY);
            close(page, Sample.BUREAU, day);
        });
    }

    static Paper incomingSlip(LocalDate day) {
        var facts = Facts.of("收文处理单", day).numbered("样例省医保办〔" + day.getYear() + "〕33号");
        return Paper.of(Kind.INCOMING_SLIP, facts, page -> {
            page.centred(Sample.AGENCY, Type.of(14).in(Ink.RED)).title(facts.title());
            page.spread("收文编号：" + day.getYear() + "-0118", "收文日期：" + Days.chinese(day));
            page.table(3, 6, 3, 4)
                    .row(11, label("来文单位"), value("样例省医疗保障局办公室"), label("密级"), value("无"))
                    .row(11, label("来文字号"), value("样例省医保办〔" + day.getYear() + "〕33号"), label("份数"), value("1"))
                    .row(16, label("文件标题"), words("关于开展医保业务档案管理情况自查的通知").over(3))
                    .row(
                            38,
                            label("拟办意见"),
                            pen("建议由办公室牵头，各业务科室配合，月底前形成自查报告。请孔主任阅示。\n　　　　　　　　　　苏欣怡　" + day)
                                    .over(3))
                    .row(
                            42,
                            label("领导批示"),
                            pen("同意。请潘海平同志负责，注意库房安全和个人信息保护两项内容。\n　　　　　　　　　　孔令辉　" + day.plusDays(1))
                                    .over(3))
                    .row(
                            38,
                            label("承办结果"),
                            pen("自查报告已于" + day.plusDays(20) + "报送。\n　　　　　　　　　　潘海平")
                                    .over(3))
                    .row(14, label("备注"), words("").over(3))
                    .end();
        });
    }

    private static Cell pen(String text) {
        return new Cell(text, 1, Cell.Align.LEFT, Type.of(13).in(Ink.PEN).leaning(0.18));
    }

    static Paper inspectionNotice(LocalDate day) {
        var number = "样例医保稽〔" + day.getYear() + "〕4号";
        var facts = Facts.of("医疗保障稽核检查通知书", day).numbered(number);
        return Paper.of(Kind.INSPECTION_NOTICE, facts, page -> {
            page.margin(26).moveTo(28).title(facts.title());
            page.centred(number, Type.of(14)).skip(5);
            page.flow(Sample.HOSPITAL + "：", Type.of(14.5), 1.75);
            page.paragraph("根据医疗保障基金使用监督管理有关规定，我中心定于" + Days.chinese(day.plusDays(7)) + "起对你单位医疗保障基金使用情况进行稽核检查。", 14.5);
            page.paragraph("一、检查内容：住院病历与费用清单是否一致，收费项目、数量是否真实，药品耗材进销存情况。", 14.5);
            page.paragraph("二、检查期间：" + (day.getYear() - 1) + "年1月1日至" + (day.getYear() - 1) + "年12月31日。", 14.5);
            page.paragraph("三、检查人员：方立群（稽核证号990101-011）、谢国良（稽核证号990101-017）。", 14.5);
            page.paragraph("四、请准备有关病历、清单、票据、账簿等资料，并指定专人配合。", 14.5);
            close(page, Sample.AGENCY, day);
            page.skip(14).flow("签收人：范立新　　签收日期：" + Days.chinese(day.plusDays(1)), Type.of(12), 1.6);
        });
    }

    static Paper complaint(LocalDate day) {
        var facts = Facts.of("举报线索登记表", day);
        return Paper.of(Kind.COMPLAINT, facts, page -> {
            page.title(facts.title());
            page.spread("登记编号：JB" + day.getYear() + "0006", "登记日期：" + Days.chinese(day));
            page.table(3, 5, 3, 5)
                    .row(10, label("举报人"), value("吴**"), label("联系方式"), value("199****7777"))
                    .row(10, label("举报渠道"), value("☑来信　□来电　□来访"), label("是否实名"), value("是"))
                    .row(10, label("被举报单位"), value("样例市康宁大药房").over(3))
                    .row(
                            44,
                            label("举报内容"),
                            words("反映该药店存在将保健食品串换为药品，使用个人账户资金结算的行为。").over(3))
                    .row(
                            34,
                            label("处理意见"),
                            words("转稽核科核查，十五个工作日内反馈。\n　　　　　　　　　　孔令辉　" + day.plusDays(1))
                                    .over(3))
                    .row(34, label("办理结果"), words("经查部分属实，已责令整改并追回违规金额。").over(3))
                    .end();
            page.flow("注：举报人信息严格保密，查阅须经审批。", Type.of(9), 1.8);
        });
    }
}
