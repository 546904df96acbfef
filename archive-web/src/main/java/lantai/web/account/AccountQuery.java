package lantai.web.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import lantai.account.AccountOrder;
import lantai.account.AccountRegister.Filter;
import lantai.account.Role;
import org.jspecify.annotations.Nullable;

/** What of the accounts is wanted, as it stands in the address. Foreign values count as not given. */
@SuppressWarnings("NullAway.Init")
public final class AccountQuery {
    static final int SIZE = 50;

    @QueryParam("q")
    @DefaultValue("")
    private String text;

    @QueryParam("department")
    @DefaultValue("")
    private String department;

    @QueryParam("role")
    @DefaultValue("")
    private String role;

    @QueryParam("state")
    @DefaultValue("")
    private String state;

    @QueryParam("sort")
    @DefaultValue("")
    private String sort;

    @QueryParam("page")
    @DefaultValue("1")
    private String page;

    public String text() {
        return text;
    }

    public String department() {
        return department;
    }

    public String role() {
        return role;
    }

    public String state() {
        return state;
    }

    /** {@return whether anything narrows the list} */
    public boolean isNarrow() {
        return !(text.isBlank() && department.isBlank() && role.isBlank() && state.isBlank());
    }

    /** {@return the page wanted, from 1} */
    public int page() {
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    Filter filter() {
        return new Filter(
                Optional.of(text.strip()).filter(wanted -> !wanted.isEmpty()),
                People.parse(department),
                Arrays.stream(Role.values())
                        .filter(known -> known.name().equals(role))
                        .findFirst(),
                switch (state) {
                    case "active" -> Optional.of(false);
                    case "disabled" -> Optional.of(true);
                    default -> Optional.empty();
                },
                Optional.empty(),
                SIZE);
    }

    AccountOrder order() {
        return switch (column()) {
            case "display" -> AccountOrder.DISPLAY_NAME;
            case "state" -> AccountOrder.STATE;
            case "department" -> AccountOrder.DEPARTMENT;
            default -> AccountOrder.NAME;
        };
    }

    boolean isDescending() {
        return sort.startsWith("-");
    }

    private String column() {
        return isDescending() ? sort.substring(1) : sort;
    }

    /** {@return the value of {@code aria-sort} for a column, or null when the list is not sorted by it} */
    public @Nullable String sorted(String column) {
        var present = column().isEmpty() ? "name" : column();
        if (!present.equals(column)) {
            return null;
        }
        return isDescending() ? "descending" : "ascending";
    }

    /** {@return what a press on a column's head asks for} */
    public String sortBy(String column) {
        return "ascending".equals(sorted(column)) ? '-' + column : column;
    }
}
