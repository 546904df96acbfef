package lantai.web.account;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Account;
import lantai.account.AccountRegister;
import lantai.account.Department;
import lantai.account.DepartmentRegister;
import lantai.account.IdentityTies;
import lantai.account.OpenSignIns;
import lantai.account.OutsideIdentity;
import lantai.account.PersonTies;
import lantai.account.Right;
import lantai.account.Role;
import lantai.account.SecondFactors;
import lantai.person.PersonRegister;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.web.security.RequestProblem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The registers of people, and the database they stand in.
 *
 * @param jdbi gives each request its transaction
 * @param issuer the identity provider that accounts may be tied to
 */
public record People(
        Jdbi jdbi,
        AccountRegister accounts,
        SecondFactors factors,
        OpenSignIns signIns,
        PersonTies ties,
        IdentityTies identities,
        Optional<String> issuer,
        DepartmentRegister departments,
        PersonRegister persons) {
    /** {@return departments that take people now, and this one whatever it is} */
    List<Department> departmentsFor(Handle handle, Optional<UUID> present) {
        return departments.list(handle).stream()
                .filter(department -> !department.disabled()
                        || present.filter(department.id()::equals).isPresent())
                .toList();
    }

    /**
     * Who somebody is at the identity provider.
     *
     * @throws NotFound when the archive has none
     */
    OutsideIdentity identity(String subject) {
        return issuer.map(provider -> new OutsideIdentity(provider, subject.strip()))
                .orElseThrow(() -> new NotFound(RequestProblem.NOT_FOUND));
    }

    /** {@return who could take over the open work of an account} */
    List<Account> takersFor(Handle handle, Account giver) {
        return takers(handle).stream()
                .filter(taker -> !taker.id().equals(giver.id()))
                .toList();
    }

    /** {@return who could take over open work} */
    List<Account> takers(Handle handle) {
        return accounts.list(handle, AccountRegister.Filter.all()).stream()
                .filter(taker -> !taker.disabled())
                .filter(taker ->
                        taker.rights().contains(Right.RECEIVE) || taker.rights().contains(Right.REVIEW))
                .sorted(Comparator.comparing(Account::displayName))
                .toList();
    }

    /**
     * Reads a role that a form brought.
     *
     * @throws Malformed when there is none of that name
     */
    static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
    }

    /**
     * Reads an id that a form or an address brought.
     *
     * @return nothing for an empty text
     * @throws Malformed for any other text
     */
    static Optional<UUID> parse(String id) {
        if (id.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException foreign) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
    }
}
