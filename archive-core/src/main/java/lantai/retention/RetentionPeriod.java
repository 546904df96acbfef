package lantai.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.policy.RuleChoice;

/**
 * How long a record must be kept (保管期限): {@code Y} for ever, {@code D30} for a number of years, {@code E5} for a number of
 * years after an event.
 */
public sealed interface RetentionPeriod {
    /** By length: a term that waits for an event counts as longer than any fixed one, because its end is not known yet. */
    Comparator<RetentionPeriod> BY_LENGTH =
            Comparator.comparingInt(RetentionPeriod::rank).thenComparingInt(RetentionPeriod::length);

    /** Kept for ever (永久). */
    record Permanent() implements RetentionPeriod {
        @Override
        public String code() {
            return "Y";
        }
    }

    /**
     * Kept for a fixed number of years (定期).
     *
     * @param years from 1 to 200
     */
    record Years(int years) implements RetentionPeriod {
        public Years {
            check(years);
        }

        @Override
        public String code() {
            return "D" + years;
        }
    }

    /**
     * Kept for a number of years after something has happened, for example five years after a fixed asset was scrapped
     * (报废清理后5年, 会计档案管理办法 annex 2).
     *
     * @param years from 1 to 200
     */
    record YearsAfterEvent(int years) implements RetentionPeriod {
        public YearsAfterEvent {
            check(years);
        }

        @Override
        public String code() {
            return "E" + years;
        }
    }

    /** {@return how it is written on paper: 永久, 30年, 事件后5年} */
    default String chinese() {
        return switch (this) {
            case Permanent _ -> "永久";
            case Years(int years) -> years + "年";
            case YearsAfterEvent(int years) -> "事件后" + years + "年";
        };
    }

    /** {@return every period by its name, the three that are most used first (永久, 30年, 10年)} */
    static List<RuleChoice> choices() {
        var fixed = IntStream.rangeClosed(1, 200).<RetentionPeriod>mapToObj(Years::new);
        var waiting = IntStream.rangeClosed(1, 200).<RetentionPeriod>mapToObj(YearsAfterEvent::new);
        return Stream.of(Stream.of(new Permanent(), new Years(30), new Years(10)), fixed, waiting)
                .flatMap(periods -> periods)
                .distinct()
                .map(period -> new RuleChoice(period.code(), period.chinese()))
                .toList();
    }

    /** {@return the code used in reference codes, a letter and the years} */
    String code();

    /**
     * The first day on which a record formed in a year may be appraised again: the term runs from 1 January of the year
     * after formation (社会保险业务档案管理规定, Order 3 of 2009). Empty for permanent records and for those that wait for an
     * event; {@link RetentionTerm} knows the event.
     */
    default Optional<LocalDate> dueOn(int formationYear) {
        return switch (this) {
            case Permanent _, YearsAfterEvent _ -> Optional.empty();
            case Years(int years) -> Optional.of(LocalDate.of(formationYear + 1 + years, 1, 1));
        };
    }

    /** {@return the period with this code, or nothing when the text is not one} */
    static Optional<RetentionPeriod> parse(String code) {
        if (code.equals("Y")) {
            return Optional.of(new Permanent());
        }
        if (Pattern.matches("[DE](?:[1-9]\\d?|1\\d\\d|200)", code)) {
            var years = Integer.parseInt(code.substring(1));
            return Optional.of(code.startsWith("D") ? new Years(years) : new YearsAfterEvent(years));
        }
        return Optional.empty();
    }

    /**
     * The longest of several, which is the one a volume is kept for (agency policy, standard of its boxes).
     *
     * @throws IllegalArgumentException when there is none
     */
    static RetentionPeriod longest(Collection<? extends RetentionPeriod> periods) {
        return periods.stream()
                .max(BY_LENGTH)
                .map(RetentionPeriod.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("no period to choose from"));
    }

    private static int rank(RetentionPeriod period) {
        return switch (period) {
            case Years _ -> 0;
            case YearsAfterEvent _ -> 1;
            case Permanent _ -> 2;
        };
    }

    private static int length(RetentionPeriod period) {
        return switch (period) {
            case Years(int years) -> years;
            case YearsAfterEvent(int years) -> years;
            case Permanent _ -> 0;
        };
    }

    private static void check(int years) {
        if (years < 1 || years > 200) {
            throw new IllegalArgumentException("retention of " + years + " years, expected 1 to 200");
        }
    }
}
