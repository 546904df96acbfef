package lantai.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LettersTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void widthCaseAndWhatStandsBetweenDoNotMatter() {
        assertThat(Letters.of("ＤＲＧ 付费，（试点）").text()).isEqualTo("drg付费试点");
        assertThat(Letters.of("医疗\n保 险").text()).isEqualTo("医疗保险");
    }

    @Test
    void everyDotAndBracketOfACodeIsTheSame() {
        for (String dot : List.of("·", "•", "‧", "・", "∙", "⋅", "･")) {
            assertThat(Letters.of("J057-WS" + dot + "2025-Y").text()).isEqualTo("j057ws2025y");
        }
        for (String number : List.of("国医保发〔2025〕7号", "国医保发[2025]7号", "国医保发［２０２５］７号", "国医保发(2025)7号", "国医保发【2025】7号")) {
            assertThat(Letters.of(number).text()).isEqualTo("国医保发20257号");
        }
    }

    @Test
    void thePointInANumberCountsAndTheCommaDoesNot() {
        assertThat(Letters.of("1,234.50元.").text()).isEqualTo("1234.50元");
    }

    @Test
    void blanksSeparateLatinWordsAndNumbersOnly() {
        assertThat(Letters.of("CT scan 12 34 号 5").text()).isEqualTo("ct\0scan\00012\00034号5");
    }

    @Test
    void rareCharactersOfNamesAreLetters() {
        assertThat(Letters.of("张\uD840\uDC0B\uE000。").text()).isEqualTo("张\uD840\uDC0B\uE000");
    }

    @Test
    void aPersonalNumberIsNoLetters() {
        assertThat(Letters.of("号990101198506141239，").text()).isEqualTo("号\1");
        assertThat(Letters.of("号990101********1239，").text()).isEqualTo("号\1");
    }

    @Test
    void everyLetterKnowsItsPlace() {
        var generated = new GeneratedItems(SEED);
        var random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            String text = generated.text(200);
            var letters = Letters.of(text);
            int from = random.nextInt(letters.text().length());
            int to = from + 1 + random.nextInt(letters.text().length() - from);
            var range = letters.range(from, to);
            String part = letters.text().substring(from, to);
            if (part.chars().noneMatch(Letters::isStandIn) && !part.startsWith(".") && !part.endsWith(".")) {
                assertThat(Letters.of(text.substring(range.start(), range.end()))
                                .text())
                        .as("seed %s", SEED)
                        .isEqualTo(part);
            }
        }
    }
}
