package lantai.web.security;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import lantai.problem.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * The days that people type into forms and programs send. This is the one place that reads them; what is wrong is said with the
 * name of the field, what was typed, and what is expected.
 */
public enum TypedDay {
    /** 生效日期 of a rule. */
    EFFECTIVE,
    /** 复查日期 of a hold. */
    REVIEW,
    /** 备案日期 of a destruction list. */
    FILED,
    /** 交出日期 of a transfer. */
    HANDED_OVER,
    /** 整改期限 of a finding. */
    MEND_BY,
    /** 事件日期 from which the term of a record runs. */
    EVENT,
    /** 起 of a list of deeds. */
    FROM,
    /** 止 of a list of deeds. */
    UNTIL,
    /** 日期 of a fonds, its creators and papers. */
    FONDS;

    /**
     * Reads a day that has to be given.
     *
     * @throws Malformed when it is missing or none
     */
    public LocalDate read(@Nullable String typed) {
        return ifAny(typed).orElseThrow(() -> new Malformed(RequestProblem.DAY_MISSING, this));
    }

    /**
     * Reads a day that may be left out.
     *
     * @throws Malformed when it is none
     */
    public Optional<LocalDate> ifAny(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADay) {
            throw new Malformed(RequestProblem.DAY_WRONG, this, typed.strip());
        }
    }
}
