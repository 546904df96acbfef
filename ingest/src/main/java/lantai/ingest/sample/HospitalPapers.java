package lantai.ingest.sample;

import static lantai.ingest.sample.Cell.label;
import static lantai.ingest.sample.Cell.number;
import static lantai.ingest.sample.Cell.value;
import static lantai.ingest.sample.Cell.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a hospital hands over after a stay: invoice, list of charges, summary. */
final class HospitalPapers {
    private static final int ROWS = 15;

    private HospitalPapers() {}

    static Paper invoice(Claim claim) {
        var bill = claim.bill();
        var day = claim.discharged();
        var facts = Facts.of("样例省医疗住院收费票据（电子）", day).about(claim.person()).worth(bill.total());
        return Paper.slip(Kind.INVOICE, facts, page -> {
            page.centred(facts.title(), Type.of(16).in(Ink.RED).heavy());
            page.spread(
                    "票据代码：99060125",
                    "票据号码：" + bill.number(),
                    "校验码：" + bill.number().substring(4) + "a7");
            page.spread(
                    "交款人：" + claim.person().name(), "交款人证件号码：" + claim.person().idNumber(), "开票日期：" + day);
            groups(page.table(5, 4, 5, 4), bill)
                    .row(
                            7.5,
                            label("金额合计(大写)"),
                            value(Amount.words(bill.total())).over(2),
                            number("(小写) " + Amount.digits(bill.total())))
                    .end();
            page.spread(
                    "医保统筹基金支付：" + Amount.digits(claim.fund()),
                    "个人账户支付：" + Amount.digits(claim.account()),
                    "个人现金支付：" + Amount.digits(claim.cash()));
            page.spread("住院号：ZY" + bill.number().substring(2), "住院时间：" + claim.admitted() + " 至 " + day, "医疗机构类型：综合医院");
            page.spread("收款单位（章）：" + Sample.HOSPITAL, "复核人：金素芬", "收款人：彭建军");
            page.seal(Sample.HOSPITAL, "收费专用章", new Point(60, page.cursor() - 8));
        });
    }

    private static Table groups(Table table, Bill bill) {
        var name = label("项目名称").heavy();
        var amount = label("金额(元)").heavy();
        table.row(7, name, amount, name, amount);
        var groups = List.copyOf(bill.groups().entrySet());
        for (var i = 0; i < groups.size(); i += 2) {
            var second = i + 1 < groups.size();
            table.row(
                    6.4,
                    value(groups.get(i).getKey()),
                    number(Amount.digits(groups.get(i).getValue())),
                    value(second ? groups.get(i + 1).getKey() : ""),
                    number(second ? Amount.digits(groups.get(i + 1).getValue()) : ""));
        }
        return table;
    }

    static Paper chargeList(Claim claim) {
        var charges = claim.bill().charges();
        var facts =
                Facts.of("住院费用明细清单", claim.discharged()).about(claim.person()).worth(claim.total());
        var pages = new ArrayList<Drawing>();
        for (var from = 0; from < charges.size(); from += ROWS) {
            var first = from;
            pages.add(page -> listPage(page, claim, charges.subList(first, Math.min(first + ROWS, charges.size()))));
        }
        return new Paper(Kind.CHARGE_LIST, facts, PageSize.A4, pages);
    }

    private static void listPage(Page page, Claim claim, List<Bill.Charge> charges) {
        page.margin(15).centred(Sample.HOSPITAL, Type.of(13)).title("住院费用明细清单");
        page.spread("姓名：" + claim.person().name(), "证件号码：" + claim.person().idNumber(), "科室：普外科");
        page.spread("入院日期：" + claim.admitted(), "出院日期：" + claim.discharged(), "住院天数：" + claim.days() + "天");
        var table = page.table(4.2, 7, 3, 1.8, 1.8, 2.8, 3.2)
                .row(9, label("目录编码"), label("项目名称"), label("类别"), label("单位"), label("数量"), label("单价"), label("金额"));
        for (var charge : charges) {
            table.row(
                    8.4,
                    value(charge.code()).small(),
                    words(charge.name()).small(),
                    value(charge.group()).small(),
                    value(charge.unit()).small(),
                    value(Integer.toString(charge.quantity())).small(),
                    number(Amount.digits(charge.price())).small(),
                    number(Amount.digits(charge.amount())).small());
        }
        var sum = charges.stream().map(Bill.Charge::amount).reduce(Amount.of("0"), BigDecimal::add);
        table.row(9, label("本页小计").over(6), number(Amount.digits(sum)));
        table.row(9, label("费用总额").over(6).heavy(), number(Amount.digits(claim.total())))
                .end();
        page.spread("制表：彭建军", "打印日期：" + claim.discharged());
        page.seal(Sample.HOSPITAL, "住院结算专用章", new Point(150, page.cursor() + 8));
    }

    static Paper dischargeSummary(Claim claim) {
        var person = claim.person();
        var facts = Facts.of("出院小结", claim.discharged()).about(person);
        return Paper.of(Kind.DISCHARGE_SUMMARY, facts, page -> {
            page.centred(Sample.HOSPITAL, Type.of(15)).title("出　院　小　结");
            page.spread(
                    "机构代码：" + Sample.HOSPITAL_CODE,
                    "科室：普外科",
                    "住院号：ZY" + claim.bill().number().substring(2));
            var sexAndAge = person.sex() + " / " + person.age(claim.admitted()) + "岁";
            page.table(3, 5, 3, 5)
                    .pair("姓名", person.name(), "性别/年龄", sexAndAge)
                    .row(9, label("证件号码"), value(person.idNumber()).over(3))
                    .pair(
                            "入院日期",
                            claim.admitted().toString(),
                            "出院日期",
                            claim.discharged().toString())
                    .pair("住院天数", claim.days() + "天", "离院方式", "医嘱离院")
                    .wide(11, "入院诊断", claim.diagnosis())
                    .wide(11, "出院诊断", claim.diagnosis())
                    .wide(30, "入院情况", "因上腹部反复疼痛两周入院。查体：体温36.8℃，脉搏82次/分，血压128/80mmHg，神志清，右上腹轻压痛，无反跳痛。")
                    .wide(36, "诊疗经过", "完善血常规、肝功能、腹部彩超、胸部CT等检查，排除手术禁忌后在全身麻醉下行腹腔镜手术，术后予抗感染、补液、止痛治疗，恢复顺利，切口甲级愈合。")
                    .wide(22, "出院情况", "一般情况可，饮食正常，无发热，切口干燥。")
                    .wide(28, "出院医嘱", "1. 清淡饮食，避免劳累；2. 两周后门诊复查；3. 如有发热、腹痛及时就诊。")
                    .end();
            page.spread("主治医师：范立新", "住院医师：苗佳慧", Days.chinese(claim.discharged()));
            page.seal(Sample.HOSPITAL, "医疗证明专用章", new Point(155, page.cursor() - 2));
        });
    }
}
