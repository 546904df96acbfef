package lantai.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TextTest {
    private final Text chinese = Text.in(Language.CHINESE);
    private final Text english = Text.in(Language.ENGLISH);

    @Test
    void valuesStandInTheirPlaces() {
        assertThat(chinese.say("account.shown", 126, 1, 50)).isEqualTo("共 126 人，1–50");
    }

    @Test
    void oneIsNotMany() {
        assertThat(english.say("account.shown", 1, 1, 1)).startsWith("1 person,");
        assertThat(english.say("account.shown", 2, 1, 2)).startsWith("2 people,");
    }

    @Test
    void whatAValueHoldsIsNeverTakenForAPlace() {
        assertThat(chinese.say("problem.AccountProblem.NAME_TAKEN", "$1{0}")).contains("“$1{0}”");
    }

    @Test
    void timesAreBeijingTime() {
        var late = Instant.parse("2026-11-20T23:30:05Z");
        assertThat(chinese.moment(late)).isEqualTo("2026-11-21 07:30");
        assertThat(chinese.second(late)).isEqualTo("2026-11-21 07:30:05");
        assertThat(chinese.day(late)).isEqualTo("2026-11-21");
        assertThat(chinese.longDay(late)).isEqualTo("2026年11月21日");
        assertThat(english.longDay(LocalDate.of(2026, 11, 21))).isEqualTo("21 November 2026");
    }

    @Test
    void aMissingTextShowsItsKeyInsteadOfBreakingThePage() {
        assertThat(chinese.say("account.no-such-text")).isEqualTo("account.no-such-text");
        assertThat(chinese.has("account.no-such-text")).isFalse();
    }
}
