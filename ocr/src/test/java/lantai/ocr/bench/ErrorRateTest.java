package lantai.ocr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ErrorRateTest {

    @Test
    void widthAndWhiteSpaceDoNotCount() {
        assertThat(ErrorRate.of("档 号：ＫＵ\u3000２０２６", "档号:KU2026\n")).isEqualTo(new ErrorRate(0, 0, 9));
    }

    @Test
    void aWrongCharacterIsOneError() {
        assertThat(ErrorRate.of("档案馆", "档安馆")).isEqualTo(new ErrorRate(1, 1, 3));
    }

    @Test
    void orderCountsInTheSequenceOnly() {
        assertThat(ErrorRate.of("甲乙丙丁", "丙丁甲乙")).isEqualTo(new ErrorRate(4, 0, 4));
    }

    @Test
    void whatIsMissingAndWhatIsTooMuchCountAlike() {
        assertThat(ErrorRate.of("甲乙丙", "")).isEqualTo(new ErrorRate(3, 3, 3));
        assertThat(ErrorRate.of("甲", "甲乙乙")).isEqualTo(new ErrorRate(2, 2, 1));
    }

    @Test
    void charactersBeyondTheBasicPlaneAreOneEach() {
        assertThat(ErrorRate.of("𠮷野", "吉野")).isEqualTo(new ErrorRate(1, 1, 2));
    }

    @Test
    void ratesOfAnEmptyTruthAreZero() {
        assertThat(ErrorRate.NOTHING.plus(ErrorRate.of("", "")).sequenceRate()).isZero();
    }
}
