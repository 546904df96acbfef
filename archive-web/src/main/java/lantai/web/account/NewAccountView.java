package lantai.web.account;

import java.util.List;
import java.util.Optional;
import lantai.account.Department;
import lantai.web.frame.Page;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new account.
 *
 * @param typed what was typed before
 * @param error what is wrong with it
 */
public record NewAccountView(Page page, List<Department> departments, Typed typed, Optional<Wrong> error) {
    public NewAccountView {
        departments = List.copyOf(departments);
    }

    /** {@return what is wrong with a field, or null when nothing is} */
    public @Nullable String errorAt(String field) {
        return error.filter(wrong -> wrong.field().equals(field))
                .map(Wrong::told)
                .orElse(null);
    }

    /** What a form brought, as typed. */
    public record Typed(String name, String displayName, String department) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /** What is wrong, and with which field. */
    public record Wrong(String field, String told) {}
}
