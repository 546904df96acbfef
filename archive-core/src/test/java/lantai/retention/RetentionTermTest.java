package lantai.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The arithmetic of terms, with examples of the rules and with random terms; a failure names its seed, -Dseed repeats it. */
class RetentionTermTest {
    private static final int RUNS = 5_000;
    private static final LocalDate SCRAPPED = LocalDate.of(2020, 5, 3);

    @Test
    void aTermRunsFromTheFirstOfJanuaryAfterFormation() {
        var term = RetentionTerm.of(new RetentionPeriod.Years(10), 2015);
        assertThat(term.startsOn()).contains(LocalDate.of(2016, 1, 1));
        assertThat(term.due()).isEqualTo(new Due.On(LocalDate.of(2026, 1, 1)));
        assertThat(term.due().reached(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(term.due().reached(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(new RetentionPeriod.Years(10).dueOn(2015)).contains(LocalDate.of(2026, 1, 1));
    }

    @Test
    void aPermanentRecordIsNeverDue() {
        var term = RetentionTerm.of(new RetentionPeriod.Permanent(), 1950);
        assertThat(term.startsOn()).contains(LocalDate.of(1951, 1, 1));
        assertThat(term.due()).isEqualTo(new Due.Never());
        assertThat(term.due().reached(LocalDate.MAX)).isFalse();
        assertThat(term.period().dueOn(1950)).isEmpty();
    }

    @Test
    void anEventTermWaitsForItsEventAndRunsFromTheYearAfterIt() {
        var card = new RetentionPeriod.YearsAfterEvent(5);
        var waiting = RetentionTerm.of(card, 2001);
        assertThat(waiting.startsOn()).isEmpty();
        assertThat(waiting.due()).isEqualTo(new Due.Awaited());
        assertThat(waiting.due().reached(LocalDate.of(2999, 1, 1))).isFalse();
        assertThat(card.dueOn(2001)).isEmpty();
        var scrapped = new RetentionTerm(card, 2001, Optional.of(SCRAPPED));
        assertThat(scrapped.startsOn()).contains(LocalDate.of(2021, 1, 1));
        assertThat(scrapped.due()).isEqualTo(new Due.On(LocalDate.of(2026, 1, 1)));
    }

    @Test
    void anEventSaysNothingAboutAFixedTerm() {
        var term = new RetentionTerm(new RetentionPeriod.Years(10), 2015, Optional.of(SCRAPPED));
        assertThat(term.due()).isEqualTo(new Due.On(LocalDate.of(2026, 1, 1)));
        assertThat(term.startsOn()).contains(LocalDate.of(2016, 1, 1));
    }

    @Test
    void theLongestTermWinsInAVolume() {
        var ten = new RetentionPeriod.Years(10);
        var thirty = new RetentionPeriod.Years(30);
        var hundred = new RetentionPeriod.Years(100);
        var card = new RetentionPeriod.YearsAfterEvent(5);
        var ever = new RetentionPeriod.Permanent();
        assertThat(RetentionPeriod.longest(List.of(ten, thirty, ten))).isEqualTo(thirty);
        assertThat(RetentionPeriod.longest(List.of(hundred, card))).isEqualTo(card);
        assertThat(RetentionPeriod.longest(List.of(card, ever, hundred))).isEqualTo(ever);
        assertThat(RetentionTerm.ofVolume(List.of(RetentionTerm.of(thirty, 2000), RetentionTerm.of(ten, 2022))))
                .isEqualTo(new Due.On(LocalDate.of(2033, 1, 1)));
        assertThat(RetentionTerm.ofVolume(List.of(RetentionTerm.of(hundred, 2020), RetentionTerm.of(card, 1990))))
                .isEqualTo(new Due.Awaited());
        assertThat(RetentionTerm.ofVolume(List.of(RetentionTerm.of(card, 1990), RetentionTerm.of(ever, 1990))))
                .isEqualTo(new Due.Never());
        assertThatThrownBy(() -> RetentionPeriod.longest(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RetentionTerm.ofVolume(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codesAreReadBackAsWritten() {
        for (var years = 1; years <= 200; years++) {
            assertThat(RetentionPeriod.parse("D" + years)).contains(new RetentionPeriod.Years(years));
            assertThat(RetentionPeriod.parse("E" + years)).contains(new RetentionPeriod.YearsAfterEvent(years));
        }
        assertThat(RetentionPeriod.parse("Y")).contains(new RetentionPeriod.Permanent());
        for (var wrong : List.of("", "y", "D0", "D201", "D010", "E0", "E", "D", "F5", "30", "长期", "短期", "D30 ")) {
            assertThat(RetentionPeriod.parse(wrong)).as(wrong).isEmpty();
        }
        assertThatThrownBy(() -> new RetentionPeriod.Years(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionPeriod.Years(201)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionPeriod.YearsAfterEvent(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionPeriod.YearsAfterEvent(201)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void legacyTermsStayLabels() {
        assertThat(LegacyLabel.of(" 长期 ")).contains(LegacyLabel.LONG);
        assertThat(LegacyLabel.of("短期")).contains(LegacyLabel.SHORT);
        assertThat(LegacyLabel.of("永久")).isEmpty();
        assertThat(LegacyLabel.LONG.chinese()).isEqualTo("长期");
    }

    @Test
    void everyPeriodIsReadBackFromItsCode() {
        repeat(random -> {
            var period = period(random);
            assertThat(RetentionPeriod.parse(period.code())).contains(period);
        });
    }

    @Test
    void everyDayOnWhichATermEndsIsTheFirstOfJanuaryTheTermsYearsAfterItsStart() {
        repeat(random -> {
            var term = term(random);
            if (term.due() instanceof Due.On(var day)) {
                var start = term.startsOn().orElseThrow();
                assertThat(day.getDayOfYear()).isEqualTo(1);
                assertThat(start.getDayOfYear()).isEqualTo(1);
                assertThat(RetentionPeriod.parse(
                                term.period().code().charAt(0) + "" + (day.getYear() - start.getYear())))
                        .contains(term.period());
                assertThat(term.due().reached(day)).isTrue();
                assertThat(term.due().reached(day.minusDays(1))).isFalse();
            }
        });
    }

    @Test
    void aVolumeIsDueWithItsLastItemWhateverTheirOrder() {
        repeat(random -> {
            var items = new ArrayList<RetentionTerm>();
            for (var i = random.nextInt(1, 8); i > 0; i--) {
                items.add(term(random));
            }
            var volume = RetentionTerm.ofVolume(items);
            assertThat(RetentionTerm.ofVolume(items.reversed())).isEqualTo(volume);
            assertThat(items.stream().map(RetentionTerm::due)).contains(volume);
            var today = LocalDate.of(random.nextInt(1950, 2300), 1, 1);
            assertThat(volume.reached(today))
                    .isEqualTo(items.stream().allMatch(item -> item.due().reached(today)));
        });
    }

    @Test
    void aLongerFixedPeriodIsNeverDueEarlier() {
        repeat(random -> {
            var one = period(random);
            var other = period(random);
            var year = random.nextInt(1950, 2100);
            var longest = RetentionPeriod.longest(List.of(one, other));
            assertThat(RetentionPeriod.longest(List.of(other, one))).isEqualTo(longest);
            assertThat(RetentionTerm.ofVolume(List.of(RetentionTerm.of(one, year), RetentionTerm.of(other, year))))
                    .isEqualTo(RetentionTerm.of(longest, year).due());
        });
    }

    private static RetentionTerm term(Random random) {
        Optional<LocalDate> event = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(LocalDate.ofYearDay(random.nextInt(1950, 2100), random.nextInt(1, 366)));
        return new RetentionTerm(period(random), random.nextInt(1950, 2100), event);
    }

    private static RetentionPeriod period(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new RetentionPeriod.Permanent();
            case 1 -> new RetentionPeriod.YearsAfterEvent(random.nextInt(1, 201));
            default -> new RetentionPeriod.Years(random.nextInt(1, 201));
        };
    }

    private static void repeat(Consumer<Random> law) {
        var first = Long.getLong("seed", System.nanoTime());
        for (var run = 0; run < RUNS; run++) {
            var seed = first + run;
            try {
                law.accept(new Random(seed));
            } catch (AssertionError broken) {
                throw new AssertionError("with -Dseed=" + seed, broken);
            }
        }
    }
}
