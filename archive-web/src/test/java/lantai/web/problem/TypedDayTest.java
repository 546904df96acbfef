package lantai.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import lantai.problem.Malformed;
import lantai.web.security.TypedDay;
import lantai.web.text.Language;
import lantai.web.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Days that are typed: what is wrong with one is said with its field, its value and what is expected. */
class TypedDayTest {
    @ParameterizedTest
    @EnumSource(TypedDay.class)
    void aWrongDayNamesFieldValueAndShapeInBothLanguages(TypedDay field) {
        for (var language : Language.values()) {
            var text = Text.in(language);
            var name = text.say("problem.day." + field.name());
            assertThat(told(text, field, "2026-02-30")).contains(name, "2026-02-30", "2026-05-01");
            assertThat(told(text, field, "明天")).contains(name, "明天");
            assertThat(told(text, field, " ")).contains(name, "2026-05-01").doesNotContain("{");
        }
    }

    @Test
    void aDayIsReadWithBlanksAroundIt() {
        assertThat(TypedDay.REVIEW.read(" 2026-05-01 ")).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(TypedDay.REVIEW.ifAny(" ")).isEmpty();
        assertThat(TypedDay.REVIEW.ifAny(null)).isEmpty();
    }

    private static String told(Text text, TypedDay field, String typed) {
        return ProblemText.of(text, catchThrowableOfType(Malformed.class, () -> field.read(typed)));
    }
}
