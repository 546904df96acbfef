package lantai.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lantai.ingest.propose.KindRules;
import lantai.ingest.propose.ParticularFinder;
import lantai.ingest.propose.ParticularReading;
import lantai.ingest.propose.ParticularRules;
import lantai.ingest.propose.ReadDocument;
import org.junit.jupiter.api.Test;

/** How often the particulars are right on the papers of the sample archive, read without a mistake. */
class ParticularTruthTest {
    private static final double FLOOR = 0.97;
    private static final int BINS = 5;
    private static final Person PERSON = People.CHEN_DEFU;

    private final ParticularRules rules = ParticularRules.parse(ParticularRules.shipped());
    private final ParticularFinder finder =
            new ParticularFinder(rules, KindRules.standard().labels());
    private final List<String> misses = new ArrayList<>();
    private final int[][] bins = new int[BINS][2];
    private int asked;
    private int right;
    private int extra;

    @Test
    void atLeast97OfAHundredParticularsAreRightOnTrueText() {
        for (var seed = 1; seed <= 6; seed++) {
            claims(claim(seed));
            forms(LocalDate.of(2018 + seed, 1 + seed, 4 * seed));
        }
        var report = "%d of %d right, %d surely proposed beyond the truth, by confidence %s, wrong: %s"
                .formatted(right, asked, extra, calibration(), misses);
        assertThat((double) right / asked).as(report).isGreaterThanOrEqualTo(FLOOR);
        assertThat(bins[BINS - 1][1]).as(report).isGreaterThanOrEqualTo((int) Math.ceil(0.98 * bins[BINS - 1][0]));
        System.getLogger("lantai.sample").log(System.Logger.Level.INFO, report);
    }

    private static Claim claim(int seed) {
        var total = Amount.of("%d.%02d".formatted(4000 + 2731 * seed, 11 * seed));
        var days = 4 + seed;
        return new Claim(
                PERSON,
                LocalDate.of(2019 + seed, 2 * seed, 3 + seed),
                days,
                "胆囊结石伴慢性胆囊炎 K80.101",
                Bill.drawn("00774501%02d".formatted(seed), total, days, new Random(seed)));
    }

    private void claims(Claim claim) {
        var stay = new LinkedHashMap<String, String>();
        stay.put("admission-day", claim.admitted().toString());
        stay.put("discharge-day", claim.discharged().toString());
        var money = new LinkedHashMap<String, String>();
        money.put("total", claim.total().toPlainString());
        money.put("pooled", claim.fund().toPlainString());
        var shares = new LinkedHashMap<>(money);
        shares.put("self-paid", claim.outside().toPlainString());
        shares.put("over-price", claim.overPrice().toPlainString());
        shares.put("first-share", claim.firstShare().toPlainString());
        shares.put("eligible", claim.eligible().toPlainString());
        shares.put("deductible", claim.deductible().setScale(2).toPlainString());
        shares.put("personal-total", claim.personal().toPlainString());
        shares.put("hospital", Sample.HOSPITAL);
        var paid = Map.of(
                "account", claim.account().setScale(2).toPlainString(),
                "cash", claim.cash().toPlainString());

        ask(
                BenefitForms.reimbursement(claim),
                stay,
                shares,
                Map.of(
                        "diagnosis", claim.diagnosis(),
                        "diagnosis-code", "K80.101",
                        "bill-count", "1",
                        "payable", claim.fund().toPlainString(),
                        "bank", Sample.BANK,
                        "account-number", PERSON.account().replace(" ", ""),
                        "personal-number", PERSON.number()));
        ask(
                BenefitForms.settlement(claim),
                shares,
                paid,
                Map.of(
                        "fund-total",
                        claim.fund().toPlainString(),
                        "insurance-type",
                        "310 职工基本医疗保险",
                        "person-class",
                        "11 在职",
                        "treatment-class",
                        "21 普通住院",
                        "facility-code",
                        Sample.HOSPITAL_CODE,
                        "personal-number",
                        PERSON.number(),
                        "settlement-number",
                        "9901" + claim.bill().number() + "01",
                        "settled-on",
                        claim.discharged().toString()));
        ask(
                HospitalPapers.invoice(claim),
                stay,
                money,
                paid,
                Map.of(
                        "invoice-code",
                        "99060125",
                        "invoice-number",
                        claim.bill().number(),
                        "invoice-check",
                        claim.bill().number().substring(4) + "a7",
                        "invoice-day",
                        claim.discharged().toString(),
                        "payer",
                        PERSON.name(),
                        "payee",
                        Sample.HOSPITAL,
                        "inpatient-number",
                        "ZY" + claim.bill().number().substring(2)));
        ask(
                HospitalPapers.chargeList(claim),
                stay,
                Map.of(
                        "stay-days", Integer.toString(claim.days()),
                        "department", "普外科",
                        "total", claim.total().toPlainString()));
        ask(
                HospitalPapers.dischargeSummary(claim),
                stay,
                Map.of(
                        "stay-days",
                        Integer.toString(claim.days()),
                        "department",
                        "普外科",
                        "facility-code",
                        Sample.HOSPITAL_CODE,
                        "diagnosis",
                        claim.diagnosis(),
                        "admission-diagnosis",
                        claim.diagnosis(),
                        "diagnosis-code",
                        "K80.101",
                        "doctor",
                        "范立新",
                        "inpatient-number",
                        "ZY" + claim.bill().number().substring(2)));
    }

    private void forms(LocalDate day) {
        ask(
                RegistrationForms.unit(day),
                Map.of(
                        "unit", Sample.COMPANY,
                        "credit-code", Sample.COMPANY_CREDIT_CODE,
                        "unit-number", Sample.COMPANY_NUMBER,
                        "unit-kind", "企业",
                        "legal-person", "沈志远",
                        "founded-on", "2011-06-08",
                        "enrolled-on", day.toString().substring(0, 7),
                        "headcount", "126",
                        "account-number", "6200001121570088016"));
        ask(
                RegistrationForms.flexible(day, PERSON),
                Map.of(
                        "insurance-type", "职工基本医疗保险",
                        "contribution-base", "3475.00",
                        "contribution", "312.75",
                        "household", "城镇",
                        "period-start", day.toString().substring(0, 7)));
        ask(
                AccountForms.outOfRegion(day, PERSON, "样例省海州市", "异地安置退休"),
                Map.of("place-of-treatment", "样例省海州市", "insurance-type", "职工基本医疗保险"));
        ask(
                AccountForms.transfer(day, PERSON),
                Map.of("moved-from", "样例省清水县", "moved-to", "样例市", "months", "14", "account-balance", "2318.66"));
        ask(
                AccountForms.backPayment(day, PERSON),
                Map.of("principal", "1876.50", "late-fee", "84.44", "contribution", "1960.94"));
        ask(
                BenefitForms.chronicIllness(day, PERSON, "2型糖尿病伴并发症", "确诊十二年。"),
                Map.of(
                        "disease",
                        "2型糖尿病伴并发症",
                        "hospital",
                        Sample.HOSPITAL,
                        "valid-from",
                        day.plusDays(20).toString(),
                        "valid-to",
                        day.plusDays(20).plusYears(2).toString()));
        ask(
                BenefitForms.specialDrug(day, PERSON),
                Map.of(
                        "drug", "阿达木单抗注射液",
                        "diagnosis", "类风湿性关节炎 M06.900",
                        "diagnosis-code", "M06.900",
                        "dose", "每两周一次，每次40mg",
                        "doctor", "袁素梅"));
        ask(
                BenefitForms.maternityAllowance(day, PERSON, day.minusDays(60)),
                Map.of(
                        "birth-day",
                        day.minusDays(60).toString(),
                        "leave-days",
                        "158",
                        "contribution-base",
                        "5460.00",
                        "allowance",
                        "28756.00",
                        "unit-number",
                        Sample.COMPANY_NUMBER,
                        "unit",
                        Sample.COMPANY));
        ask(
                BenefitForms.medicalRelief(day, PERSON),
                Map.of(
                        "aid-class", "低保边缘家庭成员",
                        "family-size", "2",
                        "family-income", "21600.00",
                        "own-costs", "16052.00",
                        "medical-aid", "6420.80"));
        ask(
                LedgerSheets.bankStatement(day.withDayOfMonth(1)),
                Map.of(
                        "account-number", "62000099010100000 57".replace(" ", ""),
                        "period-start", day.withDayOfMonth(1).toString(),
                        "period-end",
                                day.withDayOfMonth(1).plusMonths(1).minusDays(1).toString()));
    }

    @SafeVarargs
    private void ask(Paper paper, Map<String, String>... truths) {
        var kind = paper.kind().code();
        ReadDocument document = ReadPaper.of(paper);
        var found = finder.find(document, kind);
        var truth = new LinkedHashMap<String, String>();
        for (var part : truths) {
            truth.putAll(part);
        }
        truth.forEach((code, value) -> {
            assertThat(rules.find(code).filter(one -> one.isOf(kind)))
                    .as(kind + ' ' + code)
                    .isPresent();
            var best = found.getOrDefault(code, List.of()).stream().findFirst();
            var said = best.map(ParticularReading::value).orElse("nothing");
            asked++;
            if (said.equals(value)) {
                right++;
            } else {
                misses.add(kind + ' ' + code + " expected " + value + " but was " + said);
            }
            best.ifPresent(one -> {
                var bin = bins[Math.min(BINS - 1, (int) (one.confidence() * BINS))];
                bin[0]++;
                bin[1] += said.equals(value) ? 1 : 0;
            });
        });
        found.forEach((code, readings) -> {
            if (rules.find(code).orElseThrow().isOf(kind) && !truth.containsKey(code)) {
                extra += readings.getFirst().confidence() >= 0.85 ? 1 : 0;
            }
        });
    }

    private String calibration() {
        var text = new StringBuilder();
        for (var bin = 0; bin < BINS; bin++) {
            text.append("%.1f-%.1f: %d of %d; ".formatted(bin / 5.0, (bin + 1) / 5.0, bins[bin][1], bins[bin][0]));
        }
        return text.toString();
    }
}
