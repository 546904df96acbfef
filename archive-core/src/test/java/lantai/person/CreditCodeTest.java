package lantai.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a valid credit code is. */
class CreditCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "12990101MB2847561B", "91990101MA3C8T5X77", "12990101455012348Q"})
    void theTestVectorsAreValid(String text) {
        assertThat(CreditCode.parse(text)).contains(new CreditCode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y44", "12990101MB2847561", "1299O101MB2847561B", "", "990101198506141239"})
    void aWrongCheckCharacterOrShapeIsRefused(String text) {
        assertThat(CreditCode.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CreditCode(text));
    }

    @Test
    void blanksAndSmallLettersAreForgivenWhenTyped() {
        assertThat(CreditCode.parse("91350100 m000100y43")).contains(new CreditCode("91350100M000100Y43"));
    }
}
