package lantai.web.account;

import java.util.List;
import java.util.Optional;
import lantai.account.Account;
import lantai.account.Department;
import lantai.account.FactorState;
import lantai.account.OpenSignIn;
import lantai.account.OutsideIdentity;
import lantai.account.Right;
import lantai.account.Role;
import lantai.person.InsuredPerson;
import lantai.web.frame.Page;

/**
 * One account with what may be done to it.
 *
 * @param departments departments it may belong to
 * @param takers who could take over its open work
 * @param person the insured person it is tied to
 * @param issuer the identity provider that accounts may be tied to
 * @param identity who its owner is there
 * @param factor how it stands with its second factor
 * @param devices where it is signed in
 * @param error why the last try was refused
 */
public record AccountView(
        Page page,
        Account account,
        List<Department> departments,
        List<Account> takers,
        Optional<InsuredPerson> person,
        Optional<String> issuer,
        Optional<OutsideIdentity> identity,
        FactorState factor,
        List<OpenSignIn> devices,
        Optional<String> error) {
    public AccountView {
        departments = List.copyOf(departments);
        takers = List.copyOf(takers);
        devices = List.copyOf(devices);
    }

    /** {@return whether the reader keeps accounts} */
    public boolean keeps() {
        return page.may(Right.MANAGE_ACCOUNTS);
    }

    /** {@return whether the reader gives roles, which nobody does to himself} */
    public boolean givesRoles() {
        return page.may(Right.MANAGE_ROLES) && !isOneself();
    }

    /** {@return whether the reader looks at his own account} */
    public boolean isOneself() {
        return page.account().filter(reader -> reader.id().equals(account.id())).isPresent();
    }

    /** {@return whether the account is, or was, an insured person's own} */
    public boolean isOfInsuredPerson() {
        return account.roles().contains(Role.INSURED_PERSON) || person.isPresent();
    }

    /** {@return its roles in the order of the trade} */
    public List<Role> roles() {
        return account.roles().stream().sorted().toList();
    }

    /** {@return the name of its department, or nothing to be seen} */
    public String department() {
        return departments.stream()
                .filter(department ->
                        account.departmentId().filter(department.id()::equals).isPresent())
                .map(Department::name)
                .findFirst()
                .orElse("");
    }
}
