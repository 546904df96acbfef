package lantai.ingest.sample;

import static lantai.ingest.sample.Cell.label;
import static lantai.ingest.sample.Cell.number;
import static lantai.ingest.sample.Cell.value;
import static lantai.ingest.sample.Cell.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Forms about contributions, transfers and the personal account (GL 1.3–1.10, ZJ). */
final class AccountForms {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private AccountForms() {}

    /** A unit's declaration of what its people earned; the first of them is the one it is filed under. */
    static Paper contributionBase(LocalDate day, List<Person> staff, long firstSalary) {
        var total = BigDecimal.valueOf(staff.size() * firstSalary + 1800L * staff.size() * (staff.size() - 1) / 2);
        var facts = Facts.of(day.getYear() + "年度缴费基数申报表", day).about(staff.getFirst());
        return Paper.of(Kind.CONTRIBUTION_BASE, facts, page -> {
            page.margin(14).title(facts.title());
            page.spread("单位名称：" + Sample.COMPANY, "单位编号：" + Sample.COMPANY_NUMBER);
            page.spread("统一社会信用代码：" + Sample.COMPANY_CREDIT_CODE, "金额单位：元");
            var table = page.table(1.2, 2.4, 5.6, 3.6, 3, 3, 2.6)
                    .row(
                            11,
                            label("序号"),
                            label("姓名"),
                            label("身份证号码"),
                            label("上年工资总额"),
                            label("月平均"),
                            label("申报基数"),
                            label("本人签名"));
            for (var i = 0; i < staff.size(); i++) {
                var salary = BigDecimal.valueOf(firstSalary + 1800L * i);
                table.row(9, declared(i + 1, staff.get(i), salary));
            }
            table.row(
                            10,
                            label("合计").over(3).heavy(),
                            number(Amount.digits(total)),
                            value("").over(3))
                    .end();
            page.spread("缴费基数上限：19,389.00", "缴费基数下限：3,877.00", "职工人数：" + staff.size() + "人");
            page.skip(2).spread("单位负责人：沈志远", "填表人：曹晓燕", "申报日期：" + Days.chinese(day));
            page.seal(Sample.COMPANY, "", new Point(70, page.cursor() - 4));
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(116, page.cursor() + 8));
        });
    }

    private static Cell[] declared(int row, Person person, BigDecimal salary) {
        var month = salary.divide(MONTHS, 2, RoundingMode.HALF_UP);
        return new Cell[] {
            value(Integer.toString(row)),
            value(person.name()),
            value(person.idNumber()),
            number(Amount.digits(salary)),
            number(Amount.digits(month)),
            number(Amount.digits(month.setScale(0, RoundingMode.HALF_UP))),
            signed(person)
        };
    }

    private static Cell signed(Person person) {
        return new Cell(
                person.name(), 1, Cell.Align.CENTRE, Type.of(12).in(Ink.PEN).leaning(0.25));
    }

    static Paper backPayment(LocalDate day, Person person) {
        var principal = Amount.of("1876.50");
        var late = Amount.of("84.44");
        var sum = principal.add(late);
        var facts = Facts.of("基本医疗保险费补缴申请表", day).about(person).worth(sum);
        return Paper.of(Kind.BACK_PAYMENT, facts, page -> {
            page.title(facts.title());
            page.spread("申请日期：" + Days.chinese(day), "受理编号：BJ" + day.getYear() + "110006");
            RegistrationForms.personBlock(page.table(3, 5, 3, 5), person)
                    .row(
                            9,
                            label("补缴起始"),
                            value((day.getYear() - 1) + "年1月"),
                            label("补缴截止"),
                            value((day.getYear() - 1) + "年6月"))
                    .row(9, label("补缴本金"), value(Amount.digits(principal)), label("滞纳金"), value(Amount.digits(late)))
                    .row(9, label("合计(大写)"), value(Amount.words(sum)), label("合计(小写)"), value("¥" + Amount.digits(sum)))
                    .row(
                            24,
                            label("补缴原因"),
                            words("因工作单位变动，期间未及时办理续保手续，现申请补缴六个月基本医疗保险费。").over(3))
                    .row(
                            24,
                            label("申请人签名"),
                            words("\n　　　　　　　　　　签名：" + person.name()).over(3))
                    .row(
                            28,
                            label("经办机构意见"),
                            words("经核对缴费记录，同意补缴。\n\n初审：吕国平　　复核：孔令辉　　" + Days.chinese(day.plusDays(3)))
                                    .over(3))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(146, page.cursor() - 12));
        });
    }

    static Paper transfer(LocalDate day, Person person) {
        var balance = Amount.of("2318.66");
        var facts = Facts.of("基本医疗保险关系转移接续申请表", day)
                .about(person)
                .worth(balance)
                .filedAs("J057-ZY·YB·GL·" + day.getYear() + "-D100-002-0015");
        return Paper.of(Kind.TRANSFER, facts, page -> {
            page.title(facts.title());
            page.spread("申请日期：" + Days.chinese(day), "档号：" + facts.referenceCode());
            RegistrationForms.personBlock(page.table(3, 5, 3, 5), person)
                    .row(9, label("转出地"), value("样例省清水县"), label("转入地"), value("样例市"))
                    .row(9, label("转出地\n经办机构"), value("清水县医疗保险服务中心"), label("转入地\n经办机构"), value(Sample.AGENCY))
                    .row(9, label("缴费年限"), value("14个月"), label("个人账户余额"), value(Amount.digits(balance)))
                    .row(9, label("余额(大写)"), value(Amount.words(balance)).over(3))
                    .row(
                            22,
                            label("申请人"),
                            words("申请将本人基本医疗保险关系转入样例市。\n　　　　　　　　　　签名：" + person.name())
                                    .over(3))
                    .row(
                            30,
                            label("转入地意见"),
                            words("同意接收，已发联系函。\n\n经办人：何文静　　" + Days.chinese(day.plusDays(5)))
                                    .over(3))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(142, page.cursor() - 13));
        });
    }

    static Paper outOfRegion(LocalDate day, Person person, String place, String reason) {
        var facts = Facts.of("异地就医备案登记表", day).about(person);
        return Paper.of(Kind.OUT_OF_REGION, facts, page -> {
            page.title(facts.title());
            page.spread("备案编号：YD" + day.getYear() + "050231", "填报日期：" + Days.chinese(day));
            RegistrationForms.personBlock(page.table(3, 5, 3, 5), person)
                    .row(9, label("参保险种"), value("职工基本医疗保险"), label("人员类别"), value(person.age(day) >= 60 ? "退休" : "在职"))
                    .row(18, label("备案类型"), words(types(reason)).over(3))
                    .row(9, label("就医地"), value(place), label("就医医院"), value("就医地定点医疗机构"))
                    .row(
                            9,
                            label("开始日期"),
                            value(day.toString()),
                            label("结束日期"),
                            value(day.plusYears(1).minusDays(1).toString()))
                    .row(
                            26,
                            label("申请人承诺"),
                            words("本人已了解异地就医直接结算政策，备案后在就医地按规定就医，六个月内不变更备案信息。\n　　　　　　　　　　签名：" + person.name())
                                    .over(3))
                    .row(
                            28,
                            label("经办机构意见"),
                            words("予以备案。\n\n受理人：何文静　　　　" + Days.chinese(day)).over(3))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(145, page.cursor() - 13));
            page.flow("备注：异地长期居住人员提交居住证或承诺书；常驻异地工作人员提交派出证明或劳动合同。", Type.of(9), 1.8);
        });
    }

    private static String types(String reason) {
        var text = new StringBuilder();
        for (var type : List.of("异地安置退休", "异地长期居住", "常驻异地工作", "异地转诊", "临时外出")) {
            text.append(type.equals(reason) ? '☑' : '□').append(type).append('　');
        }
        return text.toString();
    }

    static Paper familySharing(LocalDate day, Person holder, Person member, String relation) {
        var facts = Facts.of("职工医保个人账户家庭共济绑定申请表", day).about(holder);
        return Paper.of(Kind.FAMILY_SHARING, facts, page -> {
            page.title(facts.title());
            page.spread("申请日期：" + Days.chinese(day), "办理渠道：☑中心经办　□网上　□一体机");
            page.table(3, 5, 3, 5)
                    .row(9, label("授权人姓名"), value(holder.name()), label("联系电话"), value(holder.phone()))
                    .row(9, label("授权人\n证件号码"), value(holder.idNumber()).over(3))
                    .row(9, label("被授权人姓名"), value(member.name()), label("与授权人关系"), value(relation))
                    .row(9, label("被授权人\n证件号码"), value(member.idNumber()).over(3))
                    .row(9, label("共济期限"), value(day + " 至 " + day.plusYears(3)).over(3))
                    .row(
                            18,
                            label("共济范围"),
                            words("☑定点医疗机构个人负担费用　☑定点零售药店购药\n☑城乡居民基本医疗保险个人缴费").over(3))
                    .row(
                            30,
                            label("授权声明"),
                            words("本人自愿将职工基本医疗保险个人账户资金授权被授权人使用，知悉可随时申请解除绑定。\n\n　　　　　　　　授权人签名：" + holder.name())
                                    .over(3))
                    .row(
                            30,
                            label("经办机构意见"),
                            words("已绑定。\n\n受理人：吕国平　　　　" + Days.chinese(day)).over(3))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(140, page.cursor() - 14));
        });
    }
}
