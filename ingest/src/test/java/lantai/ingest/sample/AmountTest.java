package lantai.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AmountTest {
    @Test
    void amountsAreWrittenInWordsAsBanksWriteThem() {
        assertThat(words("18642.35")).isEqualTo("壹万捌仟陆佰肆拾贰元叁角伍分");
        assertThat(words("13858.40")).isEqualTo("壹万叁仟捌佰伍拾捌元肆角整");
        assertThat(words("28756")).isEqualTo("贰万捌仟柒佰伍拾陆元整");
        assertThat(words("1005.06")).isEqualTo("壹仟零伍元零陆分");
        assertThat(words("100000000")).isEqualTo("壹亿元整");
        assertThat(words("30050000.5")).isEqualTo("叁仟零伍万元伍角整");
        assertThat(words("0.07")).isEqualTo("柒分");
        assertThat(words("0")).isEqualTo("零元整");
    }

    @Test
    void whatTheHospitalChargesIsWhatFundAndPersonPay() {
        var bill = Bill.drawn("0000000001", Amount.of("18642.35"), 11, new Random(1));
        var claim = new Claim(People.LI_XIULAN, LocalDate.of(2025, 2, 24), 11, "胆囊结石", bill);
        assertThat(claim.total()).isEqualByComparingTo("18642.35");
        assertThat(claim.eligible()).isEqualByComparingTo("17004.00");
        assertThat(claim.fund()).isEqualByComparingTo("13858.40");
        assertThat(claim.personal()).isEqualByComparingTo("4783.95");
        assertThat(claim.cash()).isEqualByComparingTo("3583.95");
        assertThat(bill.groups().values().stream().reduce(Amount.of("0"), java.math.BigDecimal::add))
                .isEqualByComparingTo(claim.total());
    }

    private static String words(String yuan) {
        return Amount.words(Amount.of(yuan));
    }
}
