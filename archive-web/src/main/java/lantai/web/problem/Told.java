package lantai.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong as {@code application/problem+json} (RFC 9457).
 *
 * @param title what kind of problem, in the reader's language
 * @param code the constant of the problem, stable
 * @param detail what exactly, in the reader's language
 * @param details the same in each language by its tag, for programs that do not know who reads it
 * @param incident the number under which the log tells more; only when we are at fault
 */
@JsonInclude(Include.NON_NULL)
record Told(
        String type,
        String title,
        int status,
        String code,
        String detail,
        Map<String, String> details,
        @Nullable String incident) {}
