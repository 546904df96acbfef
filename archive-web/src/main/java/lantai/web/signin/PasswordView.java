package lantai.web.signin;

import java.util.Optional;
import lantai.web.frame.Page;
import org.jspecify.annotations.Nullable;

/**
 * The page where people change their own password.
 *
 * @param first whether it is the first sign-in, after which nothing else can be done before
 * @param shortest how many characters a password has at least
 * @param error what is wrong with the last try
 */
public record PasswordView(Page page, boolean first, int shortest, Optional<Wrong> error) {
    /** {@return what is wrong with a field, or null when nothing is} */
    public @Nullable String errorAt(String field) {
        return error.filter(told -> told.field().equals(field)).map(Wrong::told).orElse(null);
    }

    /** What is wrong, and with which field. */
    public record Wrong(String field, String told) {}
}
