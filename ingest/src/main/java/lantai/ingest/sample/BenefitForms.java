package lantai.ingest.sample;

import static lantai.ingest.sample.Cell.label;
import static lantai.ingest.sample.Cell.number;
import static lantai.ingest.sample.Cell.value;
import static lantai.ingest.sample.Cell.words;

import java.time.LocalDate;

/** Forms by which people ask for benefits, and what the agency decided (YB, SY). */
final class BenefitForms {
    private BenefitForms() {}

    static Paper reimbursement(Claim claim) {
        var day = claim.discharged().plusDays(12);
        var person = claim.person();
        var facts = Facts.of("基本医疗保险医疗费用手工报销审核单", day).about(person).worth(claim.fund());
        return Paper.of(Kind.REIMBURSEMENT, facts, page -> {
            page.title(facts.title());
            page.spread("受理编号：BX" + day.getYear() + "030745", "受理日期：" + Days.chinese(day));
            var table = RegistrationForms.personBlock(page.table(3, 5, 3, 5), person)
                    .pair("就医类型", "☑住院　□门诊", "医疗机构", Sample.HOSPITAL)
                    .pair(
                            "入院日期",
                            claim.admitted().toString(),
                            "出院日期",
                            claim.discharged().toString())
                    .row(9, label("诊断"), value(claim.diagnosis()).over(3))
                    .row(9, label("票据张数"), value("1张"), label("费用总额"), number(Amount.digits(claim.total())));
            sums(table, claim)
                    .row(
                            10,
                            label("应付金额\n(大写)"),
                            value(Amount.words(claim.fund())),
                            label("应付金额\n(小写)"),
                            number("¥" + Amount.digits(claim.fund())).heavy())
                    .pair("开户银行", Sample.BANK, "银行账号", person.account())
                    .wide(
                            24,
                            "审核意见",
                            "票据、清单、病历齐全，符合报销规定，同意支付。\n初审：方立群　　复核：葛海燕\n　　　　　　　　　　审批：孔令辉　　"
                                    + Days.chinese(day.plusDays(9)))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(148, page.cursor() - 12));
            page.spread("申请人签名：" + person.name(), "联系电话：" + person.phone());
        });
    }

    private static Table sums(Table table, Claim claim) {
        return table.sums("全自费", claim.outside(), "超限价", claim.overPrice())
                .sums("先行自付", claim.firstShare(), "符合范围", claim.eligible())
                .row(9, label("起付线"), number(Amount.digits(claim.deductible())), label("统筹支付比例"), value("85%"))
                .sums("统筹支付", claim.fund(), "个人负担", claim.personal());
    }

    static Paper settlement(Claim claim) {
        var person = claim.person();
        var day = claim.discharged();
        var nothing = Amount.of("0");
        var facts = Facts.of("职工基本医疗保险费用结算单", day).about(person).worth(claim.total());
        return Paper.of(Kind.SETTLEMENT, facts, page -> {
            page.title(facts.title());
            page.spread("结算编号：9901" + claim.bill().number() + "01", "结算时间：" + day + " 10:42");
            page.table(3, 5, 3, 5)
                    .pair("姓名", person.name(), "性别", person.sex())
                    .pair("证件号码", person.idNumber(), "人员编号", person.number())
                    .pair("险种类型", "310 职工基本医疗保险", "人员类别", "11 在职")
                    .pair("医疗类别", "21 普通住院", "就诊凭证", "03 社会保障卡")
                    .pair("医疗机构", Sample.HOSPITAL, "机构代码", Sample.HOSPITAL_CODE)
                    .pair("就诊编号", "MZ" + claim.bill().number(), "参保地区划", Sample.REGION)
                    .end()
                    .skip(2);
            page.table(5, 4, 5, 4)
                    .sums("医疗费用总额", claim.total(), "全自费金额", claim.outside())
                    .sums("超限价金额", claim.overPrice(), "先行自付金额", claim.firstShare())
                    .sums("符合政策范围金额", claim.eligible(), "起付线", claim.deductible())
                    .sums("统筹基金支付", claim.fund(), "公务员补助支付", nothing)
                    .sums("大额补助支付", nothing, "医疗救助支付", nothing)
                    .sums("基金支付合计", claim.fund(), "个人负担合计", claim.personal())
                    .sums("个人账户支付", claim.account(), "个人现金支付", claim.cash())
                    .row(
                            10,
                            label("基金支付(大写)"),
                            value(Amount.words(claim.fund())).over(3))
                    .end();
            page.spread("清算方式：按病种分值", "清算机构：" + Sample.AGENCY);
            page.skip(4).spread("患者或家属签名：" + person.name(), "结算员：彭建军");
            page.seal(Sample.HOSPITAL, "医保结算专用章", new Point(150, page.cursor() + 2));
        });
    }

    static Paper chronicIllness(LocalDate day, Person person, String illness, String evidence) {
        var facts = Facts.of("门诊慢特病待遇认定申请表", day).about(person);
        return Paper.of(Kind.CHRONIC_ILLNESS, facts, page -> {
            page.title(facts.title());
            page.spread("受理编号：MT" + day.getYear() + "101903", "申请日期：" + Days.chinese(day));
            RegistrationForms.personBlock(page.table(3, 5, 3, 5), person)
                    .row(9, label("申报病种"), value(illness), label("诊断医院"), value(Sample.HOSPITAL))
                    .row(
                            30,
                            label("病史摘要"),
                            words("患者" + person.name() + "，" + person.sex() + "，" + person.age(day) + "岁。" + evidence)
                                    .over(3))
                    .row(18, label("提交材料"), words("☑住院病历复印件　☑检查报告　☑门诊病历　□其他").over(3))
                    .row(
                            22,
                            label("医师意见"),
                            words("诊断明确，需长期门诊用药。\n　　　　　　　　　　医师签名：范立新").over(3))
                    .row(
                            26,
                            label("专家组意见"),
                            words("经审核，符合认定标准，同意纳入门诊慢特病管理。\n　　　　　　　　　　专家签名：袁素梅　谢国良")
                                    .over(3))
                    .row(
                            9,
                            label("待遇有效期"),
                            value(day.plusDays(20) + " 至 " + day.plusDays(20).plusYears(2))
                                    .over(3))
                    .row(
                            26,
                            label("经办机构意见"),
                            words("同意。\n\n经办人：方立群　　" + Days.chinese(day.plusDays(20)))
                                    .over(3))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(130, page.cursor() - 12));
        });
    }

    static Paper specialDrug(LocalDate day, Person person) {
        var facts = Facts.of("国家谈判药品（双通道）使用申请表", day).about(person);
        return Paper.of(Kind.SPECIAL_DRUG, facts, page -> {
            page.title(facts.title());
            page.spread("申请日期：" + Days.chinese(day), "受理编号：TY" + day.getYear() + "060015");
            RegistrationForms.personBlock(page.table(3, 5, 3, 5), person)
                    .row(9, label("疾病诊断"), value("类风湿性关节炎 M06.900").over(3))
                    .row(9, label("药品名称"), value("阿达木单抗注射液"), label("规格"), value("40mg/0.8ml"))
                    .row(9, label("用法用量"), value("每两周一次，每次40mg"), label("疗程"), value("6个月"))
                    .row(9, label("责任医师"), value("袁素梅"), label("医师编码"), value("D990101000217"))
                    .row(9, label("购药药店"), value("样例市康宁大药房"), label("药店编码"), value("P99010100036"))
                    .row(
                            28,
                            label("用药理由"),
                            words("经甲氨蝶呤、来氟米特规范治疗六个月，病情仍处于中高度活动，符合医保支付限定范围。").over(3))
                    .row(
                            24,
                            label("责任医师意见"),
                            words("同意使用，定期评估疗效。\n　　　　　　　　签名：袁素梅").over(3))
                    .row(
                            28,
                            label("经办机构意见"),
                            words("予以备案，有效期至" + Days.chinese(day.plusMonths(6)) + "。\n\n经办人：方立群")
                                    .over(3))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(140, page.cursor() - 12));
        });
    }

    /** The allowance is the contribution base divided by 30 days, times the days of leave: 5460 / 30 × 158. */
    static Paper maternityAllowance(LocalDate day, Person mother, LocalDate birth) {
        var amount = Amount.of("28756.00");
        var facts = Facts.of("生育津贴申领表", day).about(mother).worth(amount);
        return Paper.of(Kind.MATERNITY_ALLOWANCE, facts, page -> {
            page.title(facts.title());
            page.spread("受理编号：SY" + day.getYear() + "010026", "申请日期：" + Days.chinese(day));
            RegistrationForms.personBlock(page.table(3, 5, 3, 5), mother)
                    .row(9, label("所在单位"), value(Sample.COMPANY), label("单位编号"), value(Sample.COMPANY_NUMBER))
                    .row(9, label("分娩日期"), value(birth.toString()), label("生育类别"), value("☑顺产　□难产　□流产"))
                    .row(9, label("分娩医院"), value(Sample.HOSPITAL), label("胎次/孩数"), value("第1胎 / 1孩"))
                    .row(9, label("缴费基数"), value("5,460.00元/月"), label("计发天数"), value("158天"))
                    .row(
                            10,
                            label("津贴金额\n(大写)"),
                            value(Amount.words(amount)),
                            label("津贴金额\n(小写)"),
                            value("¥" + Amount.digits(amount)))
                    .row(9, label("开户银行"), value(Sample.BANK), label("银行账号"), value(mother.account()))
                    .row(18, label("提交材料"), words("☑出生医学证明　☑出院小结　☑身份证件　☑单位证明").over(3))
                    .row(
                            26,
                            label("单位意见"),
                            words("情况属实，同意申领。\n\n经办人：曹晓燕　　　　（单位盖章）").over(3))
                    .row(
                            28,
                            label("经办机构意见"),
                            words("审核通过，按10个工作日内拨付。\n初审：方立群　　复核：葛海燕\n　　　　　　　　" + Days.chinese(day.plusDays(6)))
                                    .over(3))
                    .end();
            page.seal(Sample.COMPANY, "", new Point(120, page.cursor() - 42));
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(152, page.cursor() - 12));
        });
    }

    static Paper medicalRelief(LocalDate day, Person person) {
        var amount = Amount.of("6420.80");
        var facts = Facts.of("医疗救助申请审批表", day).about(person).worth(amount);
        return Paper.of(Kind.MEDICAL_RELIEF, facts, page -> {
            page.title(facts.title());
            page.spread("申请日期：" + Days.chinese(day), "受理编号：JZ" + day.getYear() + "080009");
            RegistrationForms.personBlock(page.table(3, 5, 3, 5), person)
                    .row(9, label("救助类别"), value("低保边缘家庭成员"), label("家庭人口"), value("2人"))
                    .row(9, label("家庭年收入"), value("21,600.00元"), label("个人自付费用"), value("16,052.00元"))
                    .row(9, label("救助比例"), value("40%"), label("救助金额"), value("¥" + Amount.digits(amount)))
                    .row(9, label("金额(大写)"), value(Amount.words(amount)).over(3))
                    .row(
                            26,
                            label("申请理由"),
                            words("因慢性病长期治疗，个人负担较重，家庭收入低，生活困难，申请医疗救助。\n　　　　　　　　申请人：" + person.name())
                                    .over(3))
                    .row(
                            24,
                            label("民政部门意见"),
                            words("经核对，属低保边缘家庭。\n　　　　　　　　经办人：潘海平").over(3))
                    .row(
                            26,
                            label("经办机构意见"),
                            words("同意救助。\n\n审批人：孔令辉　　" + Days.chinese(day.plusDays(15)))
                                    .over(3))
                    .end();
            page.seal(Sample.AGENCY, Sample.BUSINESS_SEAL, new Point(132, page.cursor() - 12));
        });
    }
}
