package lantai.ingest.sample;

import static lantai.ingest.sample.Cell.label;
import static lantai.ingest.sample.Cell.number;
import static lantai.ingest.sample.Cell.value;
import static lantai.ingest.sample.Cell.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Forms by which units and people join, change and leave the insurance (GL 1.1–1.2). */
final class RegistrationForms {
    private RegistrationForms() {}

    static Paper unit(LocalDate day) {
        var facts = Facts.of("职工基本医疗保险参保登记表", day).filedAs("J057-ZY·YB·GL·" + day.getYear() + "-Y-001-0003");
        return Paper.of(Kind.UNIT_REGISTRATION, facts, page -> {
            page.title(facts.title());
            page.spread("受理编号：CB" + day.getYear() + "030017", "档号：" + facts.referenceCode());
            unitBlock(page.table(3, 5, 3, 5))
                    .row(9, label("成立日期"), value("2011-06-08"), label("参保日期"), value(Days.month(day)))
                    .row(9, label("职工人数"), value("126人"), label("缴费银行"), value(Sample.BANK))
                    .row(9, label("银行账号"), value("6200 0011 2157 0088 016").over(3))
                    .row(
                            18,
                            label("参加险种"),
                            words("☑职工基本医疗保险　☑生育保险　☑大额医疗费用补助\n□公务员医疗补助　□长期护理保险").over(3))
                    .row(
                            24,
                            label("提交材料"),
                            words("1. 统一社会信用代码证照复印件；2. 法定代表人身份证件复印件；3. 经办人身份证件及授权书；4. 职工花名册及工资发放表。")
                                    .over(3))
                    .row(
                            30,
                            label("单位意见"),
                            words("本单位所填内容真实、完整，愿承担相应责任。\n\n　　　　　　　　　　　　　　　　（单位盖章）")
                                    .over(3))
                    .row(
                            34,
                            label("经办机构\n审核意见"),
                            words("材料齐全，符合参保登记条件，准予登记。\n初审：何文静　　复核：吕国平\n\n　　　　　　　　　　　　　　　　" + Days.chinese(day))
                                    .over(3))
                    .end();
            page.seal(Sample.COMPANY, "", new Point(140, page.cursor() - 46));
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(152, page.cursor() - 14));
            page.flow("填表说明：本表一式两份，经办机构、参保单位各存一份。", Type.of(9), 1.6);
        });
    }

    private static Table unitBlock(Table table) {
        return table.row(9, label("单位名称"), value(Sample.COMPANY).over(3))
                .row(
                        9,
                        label("统一社会\n信用代码"),
                        value(Sample.COMPANY_CREDIT_CODE),
                        label("单位编号"),
                        value(Sample.COMPANY_NUMBER))
                .row(9, label("单位类型"), value("企业"), label("法定代表人"), value("沈志远"))
                .row(9, label("单位地址"), value("样例市东城区纺织路1号").over(3))
                .row(9, label("经办人"), value("曹晓燕"), label("联系电话"), value("19900005555"));
    }

    static Paper unitChange(LocalDate day) {
        var facts = Facts.of("参保单位变更登记表", day);
        return Paper.of(Kind.UNIT_CHANGE, facts, page -> {
            page.title(facts.title());
            page.spread("受理编号：BG" + day.getYear() + "070042", "填报日期：" + Days.chinese(day));
            unitBlock(page.table(3, 5, 3, 5)).end().skip(2);
            page.table(4, 6, 6, 6)
                    .row(
                            9,
                            label("变更项目").heavy(),
                            label("变更前").heavy(),
                            label("变更后").heavy(),
                            label("变更原因").heavy())
                    .row(12, value("单位地址"), value("样例市东城区纺织路1号"), value("样例市高新区青禾大道88号"), value("厂区整体搬迁"))
                    .row(12, value("法定代表人"), value("沈志远"), value("沈佳宁"), value("股东会决议"))
                    .row(12, value("开户银行"), value(Sample.BANK), value("样例市商业银行高新支行"), value("就近结算"))
                    .end()
                    .skip(2);
            page.table(3, 13)
                    .row(24, label("单位意见"), words("以上变更情况属实。\n\n　　　　　　　　　　　　经办人：曹晓燕　　（单位盖章）"))
                    .row(30, label("经办机构意见"), words("准予变更登记。\n初审：何文静　　复核：吕国平\n\n　　　　　　　　　　　　　　" + Days.chinese(day)))
                    .end();
            page.seal(Sample.COMPANY, "", new Point(150, page.cursor() - 42));
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(150, page.cursor() - 10));
        });
    }

    /** A list of people who join and leave a unit; the first of them is the one it is filed under. */
    static Paper staffChanges(LocalDate day, List<Person> joining, Person leaving) {
        var facts = Facts.of("职工参保人员增减变动表", day).about(joining.getFirst());
        return Paper.of(Kind.STAFF_CHANGES, facts, page -> {
            page.margin(14).title(facts.title());
            page.spread("单位名称：" + Sample.COMPANY, "单位编号：" + Sample.COMPANY_NUMBER, Days.month(day));
            var table = page.table(1.2, 2.4, 1.2, 5.6, 1.4, 3, 3, 3)
                    .row(
                            11,
                            label("序号"),
                            label("姓名"),
                            label("性别"),
                            label("身份证号码"),
                            label("增减"),
                            label("变动原因"),
                            label("生效月份"),
                            label("缴费基数"));
            var row = 0;
            for (var person : joining) {
                row++;
                table.row(9, change(row, person, "增", "新招用", day, new BigDecimal(2860 + 135 * row)));
            }
            table.row(9, change(row + 1, leaving, "减", "解除合同", day, new BigDecimal(3120)));
            for (var blank = 0; blank < 4; blank++) {
                table.row(9, value(""), value(""), value(""), value(""), value(""), value(""), value(""), value(""));
            }
            table.end();
            page.spread("单位负责人：沈志远", "填表人：曹晓燕", "填表日期：" + Days.chinese(day));
            page.skip(3).spread("经办机构受理人：何文静", "受理日期：" + Days.chinese(day.plusDays(2)));
            page.flow("本月增加" + joining.size() + "人，减少1人。", Type.of(10), 1.8);
            page.seal(Sample.COMPANY, "", new Point(60, page.cursor() - 8));
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(160, page.cursor() - 6));
        });
    }

    private static Cell[] change(int row, Person person, String sign, String reason, LocalDate day, BigDecimal base) {
        return new Cell[] {
            value(Integer.toString(row)),
            value(person.name()),
            value(person.sex()),
            value(person.idNumber()),
            value(sign),
            value(reason),
            value(day.toString().substring(0, 7)),
            number(Amount.digits(base))
        };
    }

    static Paper resident(LocalDate day, Person person, Person guardian, String relation) {
        var facts = Facts.of("城乡居民基本医疗保险参保登记表", day).about(person).worth(Amount.of("380"));
        return Paper.of(Kind.RESIDENT_REGISTRATION, facts, page -> {
            page.title(facts.title());
            page.spread("参保年度：" + day.getYear() + "年", "登记日期：" + Days.chinese(day));
            personBlock(page.table(3, 5, 3, 5), person)
                    .row(9, label("人员类别"), value(person.category(day, false)), label("与户主关系"), value(relation))
                    .row(9, label("缴费档次"), value("个人缴费380.00元"), label("资助类别"), value("无"))
                    .row(9, label("监护人姓名"), value(guardian.name()), label("监护人电话"), value(guardian.phone()))
                    .row(9, label("监护人\n证件号码"), value(guardian.idNumber()).over(3))
                    .row(
                            20,
                            label("申请人声明"),
                            words("以上信息真实有效，同意按年度缴纳个人部分。\n　　　　　　　　　　　　签名：" + guardian.name())
                                    .over(3))
                    .row(
                            28,
                            label("经办机构意见"),
                            words("同意参保。\n\n受理人：何文静　　　　　　" + Days.chinese(day)).over(3))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(150, page.cursor() - 14));
            page.flow("注：未满十四周岁儿童的个人信息由监护人同意后登记，按敏感个人信息管理。", Type.of(9), 1.8);
        });
    }

    /** The rows every form about a person begins with. */
    static Table personBlock(Table table, Person person) {
        return table.row(9, label("姓名"), value(person.name()), label("性别"), value(person.sex()))
                .row(
                        9,
                        label("证件类型"),
                        value("居民身份证"),
                        label("出生日期"),
                        value(person.birth().toString()))
                .row(9, label("证件号码"), value(person.idNumber()), label("民族"), value("汉族"))
                .row(9, label("个人编号"), value(person.number()), label("联系电话"), value(person.phone()))
                .row(9, label("居住地址"), value(person.address()).over(3));
    }

    static Paper flexible(LocalDate day, Person person) {
        var facts = Facts.of("灵活就业人员参保登记表", day).about(person).worth(Amount.of("312.75"));
        return Paper.of(Kind.FLEXIBLE_REGISTRATION, facts, page -> {
            page.title(facts.title());
            page.spread("受理编号：LH" + day.getYear() + "040388", "填报日期：" + Days.chinese(day));
            personBlock(page.table(3, 5, 3, 5), person)
                    .row(9, label("户籍性质"), value("城镇"), label("险种"), value("职工基本医疗保险"))
                    .row(9, label("缴费基数"), value("3,475.00元/月"), label("缴费比例"), value("9%"))
                    .row(9, label("月缴费额"), value("312.75元"), label("缴费方式"), value("☑银行代扣　□自行缴纳"))
                    .row(9, label("起始月份"), value(Days.month(day)), label("终止月份"), value(""))
                    .row(9, label("开户银行"), value(Sample.BANK), label("银行账号"), value(person.account()))
                    .row(
                            22,
                            label("申请人签名"),
                            words("本人自愿以灵活就业人员身份参加职工基本医疗保险，并知晓待遇等待期规定。\n　　　　　　　　　　　　签名：" + person.name())
                                    .over(3))
                    .row(
                            28,
                            label("经办机构意见"),
                            words("符合条件，准予登记。\n\n受理人：吕国平　　　　　　" + Days.chinese(day))
                                    .over(3))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(148, page.cursor() - 12));
        });
    }

    static Paper personChange(LocalDate day, Person person) {
        var facts = Facts.of("参保信息变更申请表", day).about(person);
        return Paper.of(Kind.PERSON_CHANGE, facts, page -> {
            page.title(facts.title());
            page.spread("申请日期：" + Days.chinese(day), "受理编号：XX" + day.getYear() + "051109");
            personBlock(page.table(3, 5, 3, 5), person).end().skip(2);
            page.table(4, 6, 6, 5)
                    .row(
                            9,
                            label("变更项目").heavy(),
                            label("原登记内容").heavy(),
                            label("变更后内容").heavy(),
                            label("证明材料").heavy())
                    .row(10, value("手机号码"), value("19900001110"), value(person.phone()), value("本人申报"))
                    .row(10, value("居住地址"), value("样例市东城区老街22号"), value(person.address()), value("不动产权证书"))
                    .row(10, value(""), value(""), value(""), value(""))
                    .end()
                    .skip(2);
            page.table(3, 13)
                    .row(22, label("申请人"), words("申请内容属实。\n　　　　　　　　　　签名：" + person.name() + "　　" + Days.chinese(day)))
                    .row(28, label("经办机构意见"), words("核对无误，已变更。\n\n受理人：何文静　　复核人：吕国平　　" + Days.chinese(day.plusDays(1))))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(140, page.cursor() - 12));
        });
    }
}
