package lantai.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a code is written again as it stood, in both styles; a failure tells its seed ({@code -Dseed=}). */
class CodeStyleTest {
    private static final int TRIES = 20_000;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";
    private static final List<String> OFFICES = List.of("", "", "BGS", "XZ", "办公室", "待遇审核科");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z109-WS·2011-Y-BGS-0001",
                "J001-WS·2022-Y-0001",
                "J001-KJ·JJ·2022-Y-001-0001",
                "A182-WS·2022-Y-XZ-0001",
                "A182-ZP·2022-Y-0001",
                "A182-SW·JB·2022-Y-0001",
                "J057-WS·2025-D30-BGS-0012",
                "J057-KJ·JJ·001-Y-002-0007",
                "J057-KU·01·2025-D30-014-0001",
                "J057-ZY·YB·YB·2025-D10-012-0034",
                "J057-ZY·YB·GL·2025-D100-003-0001",
                "J057-ZP·2025-Y-0003-0002",
                "J057-LX·2025-D30-0001",
                "J057-SW·JQ·2025-D30-0002",
                "J057-SJ·2025-D100-0001"
            })
    void everyPublishedExampleOfStyleAIsReadAndWrittenAgain(String code) {
        var parts = new ReferenceCode(code).parts().orElseThrow();
        assertThat(parts.style()).isEqualTo(CodeStyle.A);
        assertThat(parts.code().text()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"J019-ZY·JC·CC·2019·D30-001-001", "X033-ZP·2008-001", "J057-WS·2025·D30·BGS-0012"})
    void everyPublishedExampleOfStyleBIsReadAndWrittenAgain(String code) {
        var parts = new ReferenceCode(code).parts().orElseThrow();
        assertThat(parts.style()).isEqualTo(CodeStyle.B);
        assertThat(parts.code().text()).isEqualTo(code);
    }

    @Test
    void thePartsAreWhatTheCodeSays() {
        assertThat(new ReferenceCode("J057-ZY·YB·GL·2025-D100-BGS-003-0001").parts())
                .contains(new CodeParts(
                        CodeStyle.A, "J057", List.of("ZY", "YB", "GL"), "2025", "", "D100", "BGS", "003", "0001"));
        assertThat(new ReferenceCode("J057-KJ·JJ·001-Y-002-0007").parts())
                .contains(new CodeParts(CodeStyle.A, "J057", List.of("KJ", "JJ"), "", "001", "Y", "", "002", "0007"));
    }

    @Test
    void whateverIsWrittenIsReadAsTheSameParts() {
        for (var i = 0; i < TRIES; i++) {
            var parts = random.nextBoolean() ? styleA() : styleB();
            assertThat(CodeStyle.parse(parts.code().text())).as("seed " + seed).contains(parts);
        }
    }

    @Test
    void whateverIsReadIsWrittenAsItStood() {
        var read = 0;
        for (var i = 0; i < TRIES; i++) {
            var text = damaged(
                    random.nextBoolean()
                            ? styleA().code().text()
                            : styleB().code().text());
            var parts = CodeStyle.parse(text);
            if (parts.isPresent()) {
                read++;
                assertThat(parts.get().code().text()).as("seed " + seed).isEqualTo(text);
            }
        }
        assertThat(read).as("seed " + seed).isGreaterThan(TRIES / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J057-WS·2025-D30",
                "J057-WS·2025-30-0001",
                "J057-WS·25-D30-0001",
                "J057-WS·A·B·C·D·2025-D30-0001",
                "J057-W·2025-D30-0001",
                "J057-WS·2025-D30-12-0001",
                "J057-WS·2025-D30-0001-X",
                "J057-WS·2025-D30-01",
                "J57-WS·2025-D30-0001",
                ""
            })
    void whatIsNoCodeIsNotRead(String text) {
        assertThat(CodeStyle.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J057-WS•2025-D30-0012",
                "j057-ws‧2025-d30-0012",
                "J057-WS・2025—D30—0012",
                " J057 - WS∙2025 - D30 - 0012 ",
                "Ｊ０５７－ＷＳ⋅２０２５－Ｄ３０－００１２",
                "J057-WS.2025‐D30‒0012",
                "J057−WS･2025―D30–0012"
            })
    void lookAlikeDotsAndDashesAreSetRight(String typed) {
        assertThat(ReferenceCode.parse(typed)).contains(new ReferenceCode("J057-WS·2025-D30-0012"));
    }

    @Test
    void aPartOfAnotherShapeIsRefused() {
        assertThatThrownBy(
                        () -> new CodeParts(CodeStyle.A, "J057", List.of("WS"), "2025", "001", "D30", "", "", "0001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("project");
        assertThatThrownBy(
                        () -> new CodeParts(CodeStyle.B, "J057", List.of("ZY", "2019"), "2025", "", "", "", "", "0001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2019");
    }

    private CodeParts styleA() {
        var byYear = random.nextInt(4) > 0;
        return new CodeParts(
                CodeStyle.A,
                fonds(),
                classes(),
                byYear ? year() : "",
                byYear ? "" : some(LETTERS_AND_DIGITS, 3),
                retention(),
                OFFICES.get(random.nextInt(OFFICES.size())),
                volume(),
                number(3 + random.nextInt(6)));
    }

    private CodeParts styleB() {
        return new CodeParts(
                CodeStyle.B,
                fonds(),
                classes(),
                year(),
                "",
                random.nextBoolean() ? retention() : "",
                OFFICES.get(random.nextInt(OFFICES.size())),
                volume(),
                number(3 + random.nextInt(6)));
    }

    private String fonds() {
        return some(LETTERS, 1) + some(LETTERS_AND_DIGITS, 3);
    }

    private List<String> classes() {
        var classes = new ArrayList<String>();
        classes.add(some(LETTERS, 2));
        for (var i = random.nextInt(4); i > 0; i--) {
            classes.add(some(LETTERS, 1) + some(LETTERS_AND_DIGITS, random.nextInt(3)));
        }
        return classes;
    }

    private String year() {
        return Integer.toString(1949 + random.nextInt(100));
    }

    private String retention() {
        return random.nextInt(3) == 0 ? "Y" : (random.nextInt(5) == 0 ? "E" : "D") + (1 + random.nextInt(100));
    }

    private String volume() {
        return random.nextBoolean() ? "" : number(3 + random.nextInt(2));
    }

    private String number(int digits) {
        return some("0123456789", digits);
    }

    private String some(String from, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }

    /** Changes one character of a code, or none. */
    private String damaged(String code) {
        var place = random.nextInt(code.length());
        return switch (random.nextInt(4)) {
            case 0 -> code;
            case 1 -> code.substring(0, place) + some(LETTERS_AND_DIGITS + "-·", 1) + code.substring(place + 1);
            case 2 -> code.substring(0, place) + code.substring(place + 1);
            default -> code.substring(0, place) + some(LETTERS_AND_DIGITS + "-·", 1) + code.substring(place);
        };
    }
}
