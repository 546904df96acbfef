package lantai.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong as {@code application/problem+json} (RFC 9457).
 *
 * @param title what kind of problem, in the reader's language
 * @param code the constant of the problem, stable
 * @param detail what exactly, in the reader's language
 * @param incident the number under which the log tells more; only when we are at fault
 */
@JsonInclude(Include.NON_NULL)
record Told(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable String incident) {}
