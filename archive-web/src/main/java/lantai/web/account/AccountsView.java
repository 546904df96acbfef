package lantai.web.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param takers who could take over open work
 * @param total how many accounts there are on all pages
 * @param error why the last deed on several accounts was refused
 */
public record AccountsView(
        Page page,
        AccountQuery query,
        List<Account> rows,
        List<Department> departments,
        List<Account> takers,
        long total,
        Optional<String> error) {
    public AccountsView {
        rows = List.copyOf(rows);
        departments = List.copyOf(departments);
        takers = List.copyOf(takers);
    }

    /** {@return the address of the list with the query of a deed's address} */
    static String listed(String pathAndQuery) {
        return pathAndQuery.replaceFirst("^/accounts/many/[a-z-]+", "/accounts");
    }

    /** {@return the list with one thing of its query changed} */
    public String with(String name, Object value) {
        return listed(page.with(name, value));
    }

    /** {@return the address of a deed on several accounts, which leads back to the list as it is now} */
    public String many(String deed) {
        return listed(page.pathAndQuery()).replaceFirst("^/accounts", "/accounts/many/" + deed);
    }

    /** {@return whether the reader may do something to an account; to his own he may not} */
    public boolean canChoose(Account account) {
        return page.account().filter(reader -> reader.id().equals(account.id())).isEmpty();
    }

    /** {@return departments that take people now} */
    public List<Department> openDepartments() {
        return departments.stream().filter(department -> !department.disabled()).toList();
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
