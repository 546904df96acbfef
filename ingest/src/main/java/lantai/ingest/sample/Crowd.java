package lantai.ingest.sample;

import static lantai.ingest.sample.Look.Depth.GREY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Any number of documents of people drawn at random; the n-th is always the same. */
final class Crowd {
    private static final List<String> PLACES = List.of("样例省海州市", "样例省临川市", "样例省清水县", "样例省云岭市");
    private static final List<String> REASONS = List.of("异地安置退休", "异地长期居住", "常驻异地工作", "异地转诊", "临时外出");
    private static final List<String> SENTENCES = List.of(
            "经查，%s于%s在我市办理基本医疗保险参保登记，登记材料齐全，已按件整理归档。",
            "档案室于%2$s收到查阅申请，核验了%1$s的有效身份证件，查阅目的为办理待遇核定。",
            "相关缴费记录与税务部门传来的数据比对一致，个人账户余额计算无误，利息按年结转。",
            "因早年纸质材料字迹褪色，工作人员采用高分辨率扫描后重新识别，识别结果由两人分别校对。",
            "住院费用明细清单、医疗收费票据、出院小结等附件与审核单同卷保存，页码连续，没有缺损。",
            "涉及个人隐私的内容已作遮盖处理，复制件加盖业务专用章，与原件具有同等证明作用。",
            "如对记录内容有异议，可以自收到本函之日起六十日内提出更正申请，并附证明材料。",
            "异地就医备案信息已同步至就医地，直接结算失败的，可凭票据回参保地申请手工报销。",
            "门诊慢特病待遇有效期届满前三十日，系统将以短信方式提醒续办，逾期需重新认定。",
            "库房温度保持在十四至二十四摄氏度，相对湿度保持在百分之四十五至六十之间，每日记录两次。");

    private Crowd() {}

    static List<Parcel> scans(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Crowd::scan).toList();
    }

    /** The order of the looks is that of {@link SampleArchive#LOOKS}. */
    private static Parcel scan(int index) {
        var random = new Random(7_919L * index + 17);
        var paper = paper(index, random);
        var path = String.format(
                "扫描%03d/%05d %s", index / 50 + 1, index + 1, paper.kind().chinese());
        var look = Look.office(200, random.nextDouble() * 2 - 1, index);
        return switch (index % 5) {
            case 0 -> Parcel.png(path, paper, Look.clean(200, GREY));
            case 1 -> Parcel.jpeg(path, paper, look.old());
            case 2 -> Parcel.jpeg(path, paper, look.grey());
            case 3 -> Parcel.tiff(path, paper, Look.clean(200, Look.Depth.BILEVEL));
            default -> Parcel.jpeg(path, paper, look);
        };
    }

    private static Paper paper(int index, Random random) {
        var person = People.drawn(random);
        var day = LocalDate.of(2012, 1, 5).plusDays(random.nextInt(14 * 365));
        return switch (index % 13) {
            case 0 -> RegistrationForms.flexible(day, person);
            case 1 -> AccountForms.outOfRegion(day, person, one(PLACES, random), one(REASONS, random));
            case 2 -> BenefitForms.reimbursement(claim(person, day, random));
            case 3 -> RegistrationForms.personChange(day, person);
            case 4 -> HospitalPapers.invoice(claim(person, day, random));
            case 5 -> BenefitForms.chronicIllness(day, person, "慢性阻塞性肺疾病", "反复咳嗽、咳痰八年，肺功能检查提示中度阻塞性通气功能障碍。");
            case 6 -> AccountForms.transfer(day, person);
            case 7 -> HospitalPapers.dischargeSummary(claim(person, day, random));
            case 8 -> AccountForms.backPayment(day, person);
            case 9 -> BenefitForms.settlement(claim(person, day, random));
            case 10 -> AccountForms.familySharing(day, person, People.drawn(random), "夫妻");
            case 11 -> RegistrationForms.resident(day, person, People.drawn(random), "户主");
            default ->
                AccountForms.contributionBase(
                        day, List.of(person, People.drawn(random), People.drawn(random), People.drawn(random)), 40_000);
        };
    }

    private static Claim claim(Person person, LocalDate day, Random random) {
        var days = random.nextInt(3, 15);
        var total = Amount.of(random.nextInt(6_000, 40_000) + "." + random.nextInt(10, 100));
        var number = String.format("%010d", random.nextInt(1_000_000_000));
        return new Claim(person, day, days, "社区获得性肺炎 J15.901", Bill.drawn(number, total, days, random));
    }

    private static String one(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    static List<Parcel> letters(int count, int bytes) {
        return IntStream.range(0, count)
                .mapToObj(index -> {
                    var paper = letter(index, bytes);
                    return Parcel.pdf(String.format("复函%03d/%05d", index / 100 + 1, index + 1), paper);
                })
                .toList();
    }

    /** A letter with a list of names behind it: the more names, the more characters of the font it carries. */
    private static Paper letter(int index, int bytes) {
        var random = new Random(104_729L * index + 5);
        var person = People.drawn(random);
        var day = LocalDate.of(2015, 1, 5).plusDays(random.nextInt(11 * 365));
        var number = "样例医保中心函〔" + day.getYear() + "〕" + (index + 1) + "号";
        var facts =
                Facts.of("关于" + person.name() + "查询参保档案的复函", day).about(person).numbered(number);
        var pages = new ArrayList<Drawing>();
        pages.add(page -> {
            page.margin(26).moveTo(34).title(facts.title());
            page.centred(number, Type.of(13)).skip(4);
            page.flow(person.name() + "（身份证号码" + person.idNumber() + "）：", Type.of(13), 1.7);
            for (var sentence : SENTENCES) {
                page.paragraph(String.format(sentence, person.name(), Days.chinese(day)), 13);
            }
            page.skip(6).right(Sample.AGENCY, Type.of(13), 4).right(Days.chinese(day), Type.of(13), 8);
        });
        for (var more = 0; more < (bytes - 30_000) / 20_000; more++) {
            var seed = random.nextLong();
            pages.add(page -> attachment(page, new Random(seed)));
        }
        return new Paper(Kind.REPLY, facts, PageSize.A4, pages);
    }

    private static void attachment(Page page, Random random) {
        page.margin(20).moveTo(24).title("附件：同批查询人员名单");
        var table = page.table(1.5, 3, 6, 6)
                .row(8, Cell.label("序号"), Cell.label("姓名"), Cell.label("身份证号码"), Cell.label("住址"));
        for (var row = 1; row <= 24; row++) {
            var person = People.drawn(random);
            table.row(
                    8.5,
                    Cell.value(Integer.toString(row)),
                    Cell.value(person.name()),
                    Cell.value(person.idNumber()),
                    Cell.words(person.address()));
        }
        table.end();
    }
}
