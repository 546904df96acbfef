package lantai.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import lantai.classification.Category;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.retention.RetentionPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates give the numbers that the house has always given, and those of both styles. */
class ReferenceCodeRuleTest {
    private static final RetentionPeriod THIRTY = new RetentionPeriod.Years(30);

    private static String shipped() {
        try (var in = ReferenceCodeRule.class.getResourceAsStream("reference-codes.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static ReferenceCodeRule rule(String... templates) {
        var rows = new StringBuilder();
        for (var template : templates) {
            rows.append(rows.isEmpty() ? "" : ",").append(template.replace('\'', '"'));
        }
        return ReferenceCodeRule.parse("{\"fonds\":\"J057\",\"templates\":[" + rows + "]}");
    }

    @Test
    void theShippedRuleNumbersEveryCategoryAsBefore() {
        var rule = ReferenceCodeRule.parse(shipped());
        var codes = Map.of(
                Category.WS, "J057-WS·2025-D30-0012",
                Category.KJ, "J057-KJ·2025-D30-0012",
                Category.KU, "J057-KU·2025-D30-0012",
                Category.YW, "J057-ZY·YB·GL·2025-D30-0012",
                Category.DZ, "J057-SJ·2025-D30-0012",
                Category.SX, "J057-LX·2025-D30-0012",
                Category.ZP, "J057-ZP·2025-D30-0003-0012",
                Category.SW, "J057-SW·2025-D30-0012");
        codes.forEach((category, code) -> {
            assertThat(rule.scope(category, 2025, THIRTY, "", Map.of("group", "3"))
                            .code(12)
                            .text())
                    .isEqualTo(code);
            assertThat(new ReferenceCode(code).parts().orElseThrow().code().text())
                    .isEqualTo(code);
        });
    }

    @Test
    void aClassOfItsOwnComesBeforeTheCategory() {
        var rule = ReferenceCodeRule.parse(shipped());
        assertThat(rule.scope(Category.SX, 2025, THIRTY, "LY").text()).isEqualTo("J057-LY·2025-D30-");
        assertThat(rule.scope(Category.SX, 2025, THIRTY, "LX").text()).isEqualTo("J057-LX·2025-D30-");
        assertThat(rule.scope(Category.YW, 2025, THIRTY, "YB").text()).isEqualTo("J057-ZY·YB·YB·2025-D30-");
    }

    @Test
    void aProjectHasItsNumberInTheCodeAndOtherwiseTheYearStandsThere() {
        var rule = ReferenceCodeRule.parse(shipped());
        var building = rule.scope(Category.KJ, 2025, THIRTY, "KJ·JJ", Map.of("project", "001"));
        assertThat(building.code(7).text()).isEqualTo("J057-KJ·JJ·001-D30-0007");
        assertThat(building.code(7).parts().orElseThrow().project()).isEqualTo("001");
        assertThat(rule.scope(Category.KJ, 2025, THIRTY, "KJ·JJ", Map.of("project", ""))
                        .code(7)
                        .text())
                .isEqualTo("J057-KJ·JJ·2025-D30-0007");
        assertThat(rule.scope(Category.KU, 2025, THIRTY, "KU·01").text()).isEqualTo("J057-KU·01·2025-D30-");
        assertThat(rule.scope(Category.SW, 2025, THIRTY, "SW·JQ").text()).isEqualTo("J057-SW·JQ·2025-D30-");
        assertThat(rule.scope(Category.YW, 2025, THIRTY, "ZY·YB").text()).isEqualTo("J057-ZY·YB·GL·2025-D30-");
    }

    @Test
    void aPhotoIsNumberedWithinItsGroupAndTheGroupWithinItsYearAndTerm() {
        var rule = ReferenceCodeRule.parse(shipped());
        var group = rule.group(Category.ZP, 2025, RetentionPeriod.parse("Y").orElseThrow(), "ZP", Map.of());
        assertThat(group.map(CodeScope::text)).contains("J057-ZP·2025-Y-");
        assertThat(group.map(scope -> scope.code(3).text())).contains("J057-ZP·2025-Y-0003");
        assertThat(rule.group(Category.WS, 2025, THIRTY, "", Map.of())).isEmpty();
        assertThatThrownBy(() -> rule.scope(Category.ZP, 2025, THIRTY, "ZP"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("CODE_PART_MISSING [\"group\"");
        assertThatThrownBy(() -> rule.scope(Category.ZP, 2025, THIRTY, "ZP", Map.of("group", "dritte")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whateverATemplateWithAGroupGivesIsReadAgainAsItsPartsInBothStyles() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++) {
            var digits = 3 + random.nextInt(2);
            var organisation = random.nextBoolean();
            var b = random.nextBoolean();
            var template = "{fonds}-ZP·{year}" + (b ? "·" : "-") + "{retention}"
                    + (organisation ? (b ? "·" : "-") + "{organisation}" : "") + "-{group:" + digits + "}-{item:"
                    + (3 + random.nextInt(6)) + "}";
            var rule = rule("{'category':'ZP','template':'" + template + "'}");
            var number = 1 + random.nextInt(999);
            var more = Map.of("group", Integer.toString(number), "organisation", "BGS");
            var year = 1949 + random.nextInt(100);
            var group = rule.group(Category.ZP, year, THIRTY, "", more).orElseThrow();
            var photo = rule.scope(Category.ZP, year, THIRTY, "", more).code(1 + random.nextInt(999));
            var parts = photo.parts().orElseThrow();
            assertThat(parts.volume()).as("seed " + seed).isEqualTo(("%0" + digits + "d").formatted(number));
            assertThat(parts.organisation()).as("seed " + seed).isEqualTo(organisation ? "BGS" : "");
            assertThat(parts.style()).as("seed " + seed).isEqualTo(b ? CodeStyle.B : CodeStyle.A);
            assertThat(parts.code()).as("seed " + seed).isEqualTo(photo);
            assertThat(CodeColumns.scope(photo, parts))
                    .as("seed " + seed)
                    .isEqualTo(group.code(number).text() + '-');
            assertThat(group.code(number).parts()).as("seed " + seed).isPresent();
        }
    }

    @Test
    void aRuleOfTheOlderFormIsUnderstood() {
        var old = ReferenceCodeRule.parse(
                "{\"fonds\":\"J057\",\"templates\":{\"WS\":\"{fonds}-WS·{year}-{retention}-{item:4}\"}}");
        assertThat(old.scope(Category.WS, 2025, THIRTY, "").code(1).text()).isEqualTo("J057-WS·2025-D30-0001");
        assertThat(old.otherLink()).isEqualTo("GL");
    }

    @Test
    void styleBAndVolumesAreTemplatesToo() {
        var rule = rule(
                "{'category':'YW','template':'{fonds}-ZY·YB·{link}·{year}·{retention}-{volume}-{item:3}'}",
                "{'category':'WS','template':'{fonds}-WS·{year}-{retention}-{organisation}-{item:4}'}");
        assertThat(rule.scope(Category.YW, 2019, THIRTY, "GL", Map.of("volume", "001"))
                        .code(1)
                        .text())
                .isEqualTo("J057-ZY·YB·GL·2019·D30-001-001");
        assertThatThrownBy(() -> rule.scope(Category.WS, 2025, THIRTY, ""))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("CODE_PART_MISSING [\"organisation\"");
        assertThatThrownBy(() -> rule.scope(Category.ZP, 2025, THIRTY, ""))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("CATEGORY_WITHOUT_TEMPLATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{fonds}-WS·{year}-{retention}",
                "{fonds}-WS·{year}-{retention}-{item:2}",
                "{fonds}-WS·{year}-{retention}-{item:4}-X",
                "{fonds}-WS·{jahr}-{retention}-{item:4}",
                "WS·{year}-{retention}-{item:4}",
                "{fonds}-WS-{year}-{retention}-{item:4}",
                "{fonds}-WS·{year}-{retention}-{project}-{project}-{item:4}",
                "{fonds}-ZP·{year}-{retention}-{group:2}-{item:4}",
                "{fonds}-ZP·{year}-{retention}-{group}-{item:4}",
                "{fonds}-ZP·{year}-{group:4}-{retention}-{item:4}",
                "{fonds}-ZP·{year}-{retention}-{group:4}-{group:4}-{item:4}",
                "{fonds}-ZP·{year}-{retention}-{volume}-{group:4}-{item:4}",
                "{fonds}-ZP·{year}-{retention}-{group:4}{item:4}"
            })
    void aTemplateWhoseCodesCouldNotBeReadIsRefused(String template) {
        assertThatThrownBy(() -> rule("{'category':'WS','template':'" + template + "'}"))
                .isInstanceOf(Malformed.class);
    }
}
