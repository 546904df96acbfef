package lantai.ingest.sample;

import static lantai.ingest.sample.Look.Depth.BILEVEL;
import static lantai.ingest.sample.Look.Depth.GREY;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Business papers of units and of other people: a family with a small child, an old man, a woman of the same name. */
final class BusinessBatch {
    private static final String STATION = "20261104_二号扫描站_参保登记/";
    private static final String CLAIMS = "20261105_二号扫描站_待遇审核/";

    private BusinessBatch() {}

    static List<Parcel> parcels() {
        return Stream.of(registrations(), family(), oldAge(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Parcel> registrations() {
        var other = People.OTHER_LI_XIULAN;
        return List.of(
                Parcel.png(
                        STATION + "参保单位登记表_青禾纺织",
                        RegistrationForms.unit(LocalDate.of(2013, 3, 12)),
                        new Look(300, Look.Depth.COLOUR, 0, 0, 250, 0, false, 20)),
                Parcel.jpeg(
                        STATION + "参保单位变更登记表_青禾纺织",
                        RegistrationForms.unitChange(LocalDate.of(2022, 7, 19)),
                        Look.office(200, 0.4, 21).turned(2)),
                Parcel.jpeg(
                        STATION + "城乡居民参保登记_李秀兰_西城",
                        RegistrationForms.resident(LocalDate.of(2023, 11, 27), other, other, "户主"),
                        Look.office(200, -0.7, 22)),
                Parcel.jpeg(
                        STATION + "补缴申请_陈德福",
                        AccountForms.backPayment(LocalDate.of(2011, 6, 3), People.CHEN_DEFU),
                        Look.office(200, 0.9, 23).old()));
    }

    private static List<Parcel> family() {
        return List.of(
                Parcel.jpeg(
                                STATION + "城乡居民参保登记_张小满",
                                RegistrationForms.resident(
                                        LocalDate.of(2023, 12, 6), People.ZHANG_XIAOMAN, People.ZHANG_JIANGUO, "父子"),
                                Look.office(200, 0.5, 24))
                        .alsoSmall(),
                Parcel.jpeg(
                        CLAIMS + "生育津贴_王丽华",
                        BenefitForms.maternityAllowance(
                                LocalDate.of(2024, 1, 9), People.WANG_LIHUA, People.ZHANG_XIAOMAN.birth()),
                        Look.office(200, -0.3, 25)),
                Parcel.jpeg(
                        CLAIMS + "异地就医备案_张建国",
                        AccountForms.outOfRegion(LocalDate.of(2025, 8, 20), People.ZHANG_JIANGUO, "样例省临川市", "常驻异地工作"),
                        Look.office(200, 0.2, 26).grey()));
    }

    private static List<Parcel> oldAge() {
        var chen = People.CHEN_DEFU;
        return List.of(
                Parcel.jpeg(
                                CLAIMS + "异地就医备案_陈德福",
                                AccountForms.outOfRegion(LocalDate.of(2021, 9, 2), chen, "样例省海州市", "异地安置退休"),
                                Look.office(200, 0.5, 27).turned(1))
                        .alsoSmall(),
                Parcel.tiff(
                        CLAIMS + "门诊慢特病_陈德福",
                        BenefitForms.chronicIllness(
                                LocalDate.of(2019, 4, 16),
                                chen,
                                "2型糖尿病伴并发症",
                                "确诊十二年，空腹血糖9.6mmol/L，糖化血红蛋白8.1%，眼底检查提示非增殖期视网膜病变，长期使用胰岛素。"),
                        Look.clean(300, BILEVEL)),
                Parcel.jpeg(
                        CLAIMS + "特药申请_陈德福",
                        BenefitForms.specialDrug(LocalDate.of(2024, 6, 21), chen),
                        Look.office(200, -0.6, 28)),
                Parcel.png(
                        CLAIMS + "医疗救助_陈德福",
                        BenefitForms.medicalRelief(LocalDate.of(2024, 8, 12), chen),
                        Look.clean(200, GREY)));
    }

    private static List<Parcel> others() {
        var stay = new Claim(
                People.OTHER_LI_XIULAN,
                LocalDate.of(2024, 6, 3),
                7,
                "社区获得性肺炎 J15.901",
                Bill.drawn("0077450128", Amount.of("9318.46"), 7, new Random(2024)));
        return List.of(
                Parcel.jpeg(CLAIMS + "手工报销_李秀兰_西城", BenefitForms.reimbursement(stay), Look.office(200, 0.7, 29)),
                Parcel.jpeg(
                        CLAIMS + "票据_李秀兰_西城",
                        HospitalPapers.invoice(stay),
                        Look.office(200, -0.4, 30).grey()),
                Parcel.jpeg(
                        CLAIMS + "稽核检查通知书",
                        OfficeLetters.inspectionNotice(LocalDate.of(2025, 4, 14)),
                        Look.office(200, 0.1, 31)),
                Parcel.jpeg(
                        CLAIMS + "举报登记",
                        OfficeLetters.complaint(LocalDate.of(2025, 5, 9)),
                        Look.office(200, 0.3, 32).grey()));
    }
}
