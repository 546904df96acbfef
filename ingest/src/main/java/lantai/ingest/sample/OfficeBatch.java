package lantai.ingest.sample;

import static lantai.ingest.sample.Look.Depth.GREY;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Papers of the office: scanned letters and files of the office programs. */
final class OfficeBatch {
    private static final String SCANS = "20261105_三号扫描站_文书档案/";
    private static final String FILES = "20261105_办公室移交_电子文件/";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private OfficeBatch() {}

    static List<Parcel> parcels() {
        return Stream.of(scans(), files()).flatMap(List::stream).toList();
    }

    private static List<Parcel> scans() {
        return List.of(
                Parcel.scannedPdf(
                                SCANS + "样例医保发〔2025〕7号",
                                OfficeLetters.redHeader(LocalDate.of(2025, 3, 18)),
                                Look.office(200, 0.3, 40))
                        .alsoSmall(),
                Parcel.jpeg(
                        SCANS + "主任办公会议纪要2025-3",
                        OfficeLetters.minutes(LocalDate.of(2025, 2, 11)),
                        Look.office(200, -0.3, 42)),
                Parcel.jpeg(
                        SCANS + "密集架请示", OfficeLetters.request(LocalDate.of(2025, 5, 6)), Look.office(200, 0.6, 43)),
                Parcel.jpeg(
                        SCANS + "密集架批复", OfficeLetters.reply(LocalDate.of(2025, 5, 22)), Look.office(200, -0.5, 44)),
                Parcel.png(
                        SCANS + "收文处理单0118",
                        OfficeLetters.incomingSlip(LocalDate.of(2025, 9, 1)),
                        Look.clean(200, Look.Depth.COLOUR)),
                Parcel.png(SCANS + "项目验收报告", Reports.acceptance(LocalDate.of(2025, 10, 30)), Look.clean(200, GREY)),
                Parcel.pdf(FILES + "2025年度工作总结", Reports.annualReport(2025)));
    }

    private static List<Parcel> files() {
        var notice = Facts.of("关于移交2025年度业务档案的通知", LocalDate.of(2026, 1, 6)).numbered("样例医保中心办〔2026〕2号");
        var plan = Facts.of("2026年度档案工作计划", LocalDate.of(2026, 1, 12));
        var record = Facts.of("档案鉴定小组会议记录", LocalDate.of(2026, 4, 21));
        return List.of(
                letter("关于移交2025年度业务档案的通知", Kind.NOTICE, notice, noticeText(notice), List.of())
                        .alsoSmall(),
                letter("2026年度档案工作计划", Kind.WORK_PLAN, plan, planText(), planTable()),
                letter("档案鉴定小组会议记录", Kind.MINUTES, record, recordText(), List.of()),
                list(
                                FILES + "2025年度归档文件目录",
                                Kind.CATALOGUE,
                                Facts.of("2025年度归档文件目录", LocalDate.of(2026, 2, 3)),
                                filed())
                        .alsoSmall());
    }

    private static Parcel letter(String name, Kind kind, Facts facts, List<String> text, List<List<String>> table) {
        var lines = Stream.concat(
                Stream.of(facts.title()),
                Stream.concat(text.stream(), table.stream().flatMap(List::stream)));
        var said = lines.map(line -> line.startsWith("# ") ? line.substring(2) : line)
                .toArray(String[]::new);
        return Parcel.of(
                FILES + name + ".docx", kind, facts, _ -> Made.of(OfficeFiles.letter(facts, text, table), DOCX, said));
    }

    static Parcel list(String path, Kind kind, Facts facts, List<List<String>> rows) {
        var said = Stream.concat(Stream.of(facts.title()), rows.stream().map(row -> String.join(" ", row)));
        var lines = said.toArray(String[]::new);
        return Parcel.of(path + ".xlsx", kind, facts, _ -> Made.of(OfficeFiles.list(facts, rows), XLSX, lines));
    }

    private static List<String> noticeText(Facts facts) {
        return List.of(
                "文号：" + facts.documentNumber(),
                "各科室：",
                "按照业务档案管理要求，请于2026年1月31日前将2025年度办结的参保登记、待遇审核、稽核等业务材料整理移交综合档案室。",
                "# 一、移交范围",
                "纸质材料应当齐全、无破损，电子材料应当与纸质材料一致；声像、照片材料须附说明。",
                "# 二、移交要求",
                "填写移交清册一式两份，双方签字；涉及个人信息的材料须当面清点，不得通过互联网传输。",
                "联系人：潘海平，电话：19900006666。");
    }

    private static List<String> planText() {
        return List.of(
                "# 一、总体目标",
                "完成2014年以来业务档案数字化，开展电子档案单套制试点，档案利用满意率不低于百分之九十八。",
                "# 二、重点任务",
                "做好归档、数字化、鉴定、利用、安全五项工作，任务分解见下表。");
    }

    private static List<List<String>> planTable() {
        return List.of(
                List.of("序号", "任务", "责任科室", "完成时限"),
                List.of("1", "业务档案扫描识别20万页", "综合档案室", "2026-06-30"),
                List.of("2", "2015年到期档案鉴定", "鉴定小组", "2026-09-30"),
                List.of("3", "库房安全检查", "办公室", "每季度末"),
                List.of("4", "查档服务一次办好", "综合档案室", "长期"));
    }

    private static List<String> recordText() {
        return List.of(
                "时间：2026年4月21日；地点：二楼会议室；主持：孔令辉；记录：苏欣怡。",
                "出席：吕国平、华玉兰、潘海平、谢国良。",
                "# 议题：2015年度到期业务档案的鉴定",
                "会议逐卷审看了到期的异地就医备案材料86卷，其中82卷无继续保存价值，拟按程序销毁；4卷涉及未结稽核案件，延长保管期限十年。",
                "鉴定意见书由全体成员签名，销毁清册报主管部门备案后执行，监销人不少于两人。");
    }

    private static List<List<String>> filed() {
        return List.of(
                List.of("件号", "档号", "责任者", "文号", "题名", "日期", "密级", "页数", "备注"),
                List.of(
                        "0005",
                        "J057-WS·2025-Y-BGS-0005",
                        Sample.AGENCY,
                        "〔2025〕3号",
                        "主任办公会议纪要",
                        "20250211",
                        "",
                        "1",
                        ""),
                List.of(
                        "0012",
                        "J057-WS·2025-D30-BGS-0012",
                        Sample.BUREAU,
                        "样例医保发〔2025〕7号",
                        "关于做好2025年度门诊慢特病待遇认定工作的通知",
                        "20250318",
                        "",
                        "2",
                        ""),
                List.of(
                        "0027",
                        "J057-WS·2025-D30-BGS-0027",
                        Sample.BUREAU,
                        "样例医保函〔2025〕21号",
                        "关于同意购置档案密集架的批复",
                        "20250522",
                        "",
                        "1",
                        ""),
                List.of("0031", "J057-WS·2025-Y-BGS-0031", Sample.AGENCY, "", "2025年度工作总结", "20251228", "", "3", "电子"));
    }
}
