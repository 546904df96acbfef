package lantai.web.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.Account;
import lantai.account.Department;
import lantai.web.frame.Page;

/**
 * The list of accounts.
 *
 * @param query what was asked for
 * @param rows the accounts of this page
 * @param departments all departments, for the filter and the names
 * @param total how many accounts there are on all pages
 */
public record AccountsView(
        Page page, AccountQuery query, List<Account> rows, List<Department> departments, long total) {
    public AccountsView {
        rows = List.copyOf(rows);
        departments = List.copyOf(departments);
    }

    /** {@return the name of an account's department, or nothing to be seen} */
    public String department(Account account) {
        return account.departmentId().map(names()::get).orElse("");
    }

    /** {@return the roles of an account in words, in the order of the trade} */
    public String roles(Account account) {
        return account.roles().stream()
                .sorted()
                .map(role -> page.say("account.role." + role.name()))
                .collect(Collectors.joining(page.say("account.role.between")));
    }

    private Map<UUID, String> names() {
        return departments.stream().collect(Collectors.toMap(Department::id, Department::name));
    }

    /** {@return the number of the first row, from 1} */
    public long first() {
        return (long) (query.page() - 1) * AccountQuery.SIZE + 1;
    }

    /** {@return the number of the last row} */
    public long last() {
        return first() + rows.size() - 1;
    }

    public boolean hasNext() {
        return last() < total;
    }
}
