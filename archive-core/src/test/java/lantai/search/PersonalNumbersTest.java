package lantai.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PersonalNumbersTest {

    @Test
    void aNumberIsFoundHoweverItIsWritten() {
        assertThat(numbers("身份证号990101198506141239。")).isEqualTo("990101198506141239");
        assertThat(numbers("９９０１０１１９８５０６１４１２３９")).isEqualTo("990101198506141239");
        assertThat(numbers("990101 19850614 1239")).isEqualTo("990101198506141239");
        assertThat(numbers("9 9 0 1 0 1 1 9 8 5 0 6 1 4 1 2 3 9")).isEqualTo("990101198506141239");
        assertThat(numbers("11010519491231002x")).isEqualTo("11010519491231002X");
        assertThat(numbers("77990101198506141239")).isEqualTo("990101198506141239");
    }

    @Test
    void aWrongCheckDigitOrDateIsNoNumber() {
        assertThat(numbers("990101198506141238")).isEmpty();
        assertThat(numbers("990101201302290042")).isEmpty();
    }

    @Test
    void theMaskKeepsTheLengthAndTheBlanks() {
        assertThat(mask("号990101 19850614 1239。")).isEqualTo("号990101 ******** 1239。");
        assertThat(mask("990101198506141239和11010519491231002x")).isEqualTo("990101********1239和110105********002x");
    }

    @Test
    void aMaskedNumberStaysWhatItIs() {
        assertThat(mask("990101********1239")).isEqualTo("990101********1239");
        assertThat(PersonalNumbers.find("990101********1239"))
                .containsExactly(new PersonalNumbers.Found(0, 18, "990101********1239"));
    }

    @Test
    void whatLooksLikeANumberMayBeOne() {
        assertThat(PersonalNumbers.mayBeIn("身份证号990101198506141239。")).isTrue();
        assertThat(PersonalNumbers.mayBeIn("check digit misread: 990101198506141238"))
                .isTrue();
        assertThat(PersonalNumbers.mayBeIn("９９０１０１ １９８５０６１４ １２３８")).isTrue();
        assertThat(PersonalNumbers.mayBeIn("of the old kind: 990101850614123")).isTrue();
        assertThat(PersonalNumbers.mayBeIn("masked: 990101********1239")).isTrue();
        assertThat(PersonalNumbers.mayBeIn("otherwise masked: 9901**********123X"))
                .isTrue();
    }

    @Test
    void otherNumbersAreNoneAndDoNotMakeATextPersonal() {
        assertThat(PersonalNumbers.mayBeIn("")).isFalse();
        assertThat(PersonalNumbers.mayBeIn("金额 1,234,567.00 元，2026年11月21日")).isFalse();
        assertThat(PersonalNumbers.mayBeIn("J057-ZY·YB·GL·2025-D100-0001")).isFalse();
        assertThat(PersonalNumbers.mayBeIn("account 6222021234567890123")).isFalse();
        assertThat(PersonalNumbers.mayBeIn("no such birth date: 990101198599991238"))
                .isFalse();
        assertThat(PersonalNumbers.mayBeIn("telephone 010-12345678")).isFalse();
    }

    private static String numbers(String text) {
        return String.join(
                " ",
                PersonalNumbers.find(text).stream()
                        .map(PersonalNumbers.Found::number)
                        .toList());
    }

    private static String mask(String text) {
        return PersonalNumbers.mask(text, PersonalNumbers.find(text));
    }
}
