package lantai.ingest.sample;

import static lantai.ingest.sample.Look.Depth.BILEVEL;
import static lantai.ingest.sample.Look.Depth.GREY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The papers of one insured woman from 2014 to 2026: hired, ill, out of work in 2019 (no paper of that year), on her own
 * account since 2020, ill again.
 */
final class InsuredLife {
    private static final String FIRST = "20261103_一号扫描站_业务档案第1批/";
    private static final String SECOND = "20261104_一号扫描站_业务档案第2批/";
    private static final Person LI = People.LI_XIULAN;

    private InsuredLife() {}

    static List<Parcel> parcels() {
        var parcels = new ArrayList<Parcel>();
        parcels.addAll(employed());
        parcels.addAll(onHerOwn());
        parcels.addAll(illAgain());
        return parcels;
    }

    private static List<Parcel> employed() {
        var random = new Random(2014);
        var colleagues = List.of(LI, People.drawn(random), People.drawn(random));
        var staff = List.of(
                LI,
                colleagues.get(1),
                colleagues.get(2),
                People.drawn(random),
                People.drawn(random),
                People.drawn(random));
        var joined = RegistrationForms.staffChanges(LocalDate.of(2014, 3, 26), colleagues, People.drawn(random));
        var base2015 = AccountForms.contributionBase(LocalDate.of(2015, 7, 8), staff, 34_560);
        var base2018 = AccountForms.contributionBase(LocalDate.of(2018, 7, 5), staff, 43_200);
        var change = RegistrationForms.personChange(LocalDate.of(2016, 5, 17), LI);
        var stay = stay2017();
        var claim = BenefitForms.reimbursement(stay)
                .followedBy(HospitalPapers.invoice(stay))
                .followedBy(HospitalPapers.chargeList(stay))
                .followedBy(HospitalPapers.dischargeSummary(stay));
        return List.of(
                Parcel.jpeg(
                        FIRST + "0001 职工参保人员增减变动表",
                        joined,
                        Look.office(200, 0.6, 1).old()),
                Parcel.tiff(FIRST + "0002 缴费基数申报表2015", base2015, Look.clean(300, BILEVEL)),
                Parcel.jpeg(
                        FIRST + "0003 参保信息变更申请",
                        change,
                        Look.office(200, -0.4, 3).old()),
                Parcel.tiff(FIRST + "0004 手工报销2017 李秀兰", claim, Look.office(200, 0.5, 4)),
                Parcel.png(FIRST + "0005 缴费基数申报表2018", base2018, Look.clean(200, GREY)));
    }

    private static Claim stay2017() {
        var total = Amount.of("12486.70");
        return new Claim(
                LI, LocalDate.of(2017, 9, 4), 9, "急性胆囊炎 K81.000", Bill.drawn("0042719306", total, 9, new Random(2017)));
    }

    private static List<Parcel> onHerOwn() {
        var flexible = RegistrationForms.flexible(LocalDate.of(2020, 4, 9), LI);
        var transfer = AccountForms.transfer(LocalDate.of(2021, 3, 15), LI);
        var chronic = BenefitForms.chronicIllness(
                LocalDate.of(2022, 10, 11),
                LI,
                "高血压(Ⅱ级以上)",
                "发现血压升高六年，最高172/106mmHg，长期口服苯磺酸氨氯地平片治疗。近期动态血压均值151/94mmHg，心脏彩超提示左室舒张功能减低。");
        var away = AccountForms.outOfRegion(LocalDate.of(2023, 5, 18), LI, "样例省海州市", "异地长期居住");
        var sharing = AccountForms.familySharing(LocalDate.of(2024, 2, 20), LI, People.ZHOU_YUTONG, "母女");
        return List.of(
                Parcel.jpeg(FIRST + "0006 灵活就业参保登记", flexible, Look.office(200, -0.8, 6)),
                Parcel.png(FIRST + "0007 医保关系转移接续申请", transfer, Look.clean(200, GREY)),
                Parcel.jpeg(SECOND + "0001 门诊慢特病认定 李秀兰", chronic, Look.office(200, 0.3, 8))
                        .alsoSmall(),
                Parcel.jpeg(SECOND + "0002 异地就医备案 李秀兰", away, Look.office(200, -0.5, 9)),
                Parcel.jpeg(SECOND + "0003 家庭共济绑定", sharing, Look.office(300, 0.2, 10)));
    }

    private static List<Parcel> illAgain() {
        var total = Amount.of("18642.35");
        var stay = new Claim(
                LI,
                LocalDate.of(2025, 2, 24),
                11,
                "胆囊结石伴慢性胆囊炎 K80.100",
                Bill.drawn("0098120457", total, 11, new Random(2025)));
        return List.of(
                Parcel.scannedPdf(
                                SECOND + "0004 手工报销审核单 李秀兰",
                                BenefitForms.reimbursement(stay),
                                Look.office(200, 0.4, 11))
                        .alsoSmall(),
                Parcel.jpeg(SECOND + "0005 住院票据", HospitalPapers.invoice(stay), Look.office(300, -0.6, 12)),
                Parcel.scannedPdf(SECOND + "0006 费用明细清单", HospitalPapers.chargeList(stay), Look.office(200, 0.3, 13)),
                Parcel.jpeg(SECOND + "0007 出院小结", HospitalPapers.dischargeSummary(stay), Look.office(200, -0.2, 15)),
                Parcel.png(SECOND + "0008 费用结算单", BenefitForms.settlement(stay), Look.clean(200, GREY)),
                Parcel.pdf("20261106_网上办事大厅_电子材料/个人权益记录单2024_李秀兰", Reports.rightsStatement(2024, LI)),
                Parcel.pdf(
                                "20261106_网上办事大厅_电子材料/参保凭证_李秀兰_20260312",
                                Reports.insuranceCertificate(LocalDate.of(2026, 3, 12), LI))
                        .alsoSmall());
    }
}
