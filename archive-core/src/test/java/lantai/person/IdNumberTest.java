package lantai.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a valid identity number is. */
class IdNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "990101198506141239",
                "990101201202290045",
                "990101195201013312",
                "990101202311050096",
                "990101197811110565"
            })
    void theTestVectorsAreValid(String text) {
        assertThat(IdNumber.parse(text)).contains(new IdNumber(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "990101198506141230",
                "990101201302290042", // right check digit, no 29 February in 2013
                "99010119850614123",
                "9901011985061412390",
                "99010119850614123A",
                ""
            })
    void aWrongCheckDigitDateOrLengthIsRefused(String text) {
        assertThat(IdNumber.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new IdNumber(text));
    }

    @Test
    void blanksAndASmallXAreForgivenWhenTyped() {
        assertThat(IdNumber.parse(" 110105 19491231 002x ")).contains(new IdNumber("11010519491231002X"));
    }

    @Test
    void theNumberTellsBirthDateAndSex() {
        var number = new IdNumber("990101198506141239");
        assertThat(number.birthDate()).isEqualTo(LocalDate.of(1985, 6, 14));
        assertThat(number.sex()).isEqualTo(Sex.MALE);
        assertThat(new IdNumber("11010519491231002X").sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void itIsShownMasked() {
        assertThat(new IdNumber("990101198506141239"))
                .hasToString("990101********1239")
                .returns("990101********1239", IdNumber::masked);
    }

    @Test
    void noSingleWrongDigitPasses() {
        long seed = Long.getLong("seed", 20261122L);
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            String body = "990101%tY%<tm%<td%03d"
                    .formatted(LocalDate.of(1930, 1, 1).plusDays(random.nextInt(33_000)), random.nextInt(1000));
            String text = body + IdNumber.checkDigit(body);
            assertThat(IdNumber.parse(text)).as("seed %d", seed).isPresent();
            int place = random.nextInt(17);
            char other = (char) ('0' + (text.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(IdNumber.parse(text.substring(0, place) + other + text.substring(place + 1)))
                    .as("seed %d, place %d of %s", seed, place, text)
                    .isEmpty();
        }
    }
}
