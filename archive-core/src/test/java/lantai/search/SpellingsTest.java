package lantai.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpellingsTest {
    private final Spellings spellings = Spellings.parse("""
            # abbreviations
            医疗保险 医保
            医疗保障 医保
            城镇职工 城职
            医疗保障局 医保局
            """, "己 已 巳");

    @Test
    void anAbbreviationStandsForItsLongFormsAndBack() {
        assertThat(spellings.of("医保")).containsExactly("医保", "医疗保险", "医疗保障");
        assertThat(spellings.of("医疗保险")).containsExactly("医疗保险", "医保");
    }

    @Test
    void everyTermInAWordIsReplacedTheLongestFirst() {
        assertThat(spellings.of("城职医疗保险费")).containsExactlyInAnyOrder("城职医疗保险费", "城镇职工医疗保险费", "城职医保费", "城镇职工医保费");
        assertThat(spellings.of("医保局")).containsExactly("医保局", "医疗保障局");
    }

    @Test
    void theSpellingsOfALongWordAreLimited() {
        assertThat(spellings.of("医保".repeat(9))).hasSize(16).first().isEqualTo("医保".repeat(9));
    }

    @Test
    void charactersLookAlikeBothWays() {
        assertThat(spellings.lookalikes("已")).containsExactlyInAnyOrder("己", "巳");
        assertThat(spellings.lookalikes("人")).isEmpty();
    }

    @Test
    void theStandardSpellingsCanBeRead() {
        assertThat(Spellings.standard().of("城职")).contains("城镇职工");
        assertThat(Spellings.standard().lookalikes("0")).contains("o");
    }
}
