package lantai.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a record must be kept (保管期限), written {@code Y} for ever or {@code D30} for a number of years. */
public sealed interface RetentionPeriod {
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
            if (years < 1 || years > 200) {
                throw new IllegalArgumentException("retention of " + years + " years, expected 1 to 200");
            }
        }

        @Override
        public String code() {
            return "D" + years;
        }
    }

    /** {@return the code used in reference codes, {@code Y} or {@code D} and the years} */
    String code();

    /**
     * The first day on which a record formed in a year may be appraised again: the term runs from 1 January of the year
     * after formation (社会保险业务档案管理规定, Order 3 of 2009). Empty for permanent records.
     */
    default Optional<LocalDate> dueOn(int formationYear) {
        return switch (this) {
            case Permanent _ -> Optional.empty();
            case Years(int years) -> Optional.of(LocalDate.of(formationYear + 1 + years, 1, 1));
        };
    }

    /** {@return the period with this code, or nothing when the text is not one} */
    static Optional<RetentionPeriod> parse(String code) {
        if (code.equals("Y")) {
            return Optional.of(new Permanent());
        }
        if (Pattern.matches("D(?:[1-9]\\d?|1\\d\\d|200)", code)) {
            return Optional.of(new Years(Integer.parseInt(code.substring(1))));
        }
        return Optional.empty();
    }
}
