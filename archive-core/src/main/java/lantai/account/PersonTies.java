package lantai.account;

import java.util.Map;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Ties accounts to insured persons, so that they may read that person's records as their own. An account tied to nobody
 * reads nothing. The caller brings the transaction and has made sure who the person is.
 */
public final class PersonTies {
    private final AccountRegister accounts;
    private final AuditTrail audit;

    public PersonTies(AccountRegister accounts, AuditTrail audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Ties an account to a person, in place of the one it was tied to, and ends its sign-ins.
     *
     * @throws Refused when the account is not that of an insured person, or another enabled one is tied to the person
     */
    public Account tie(Handle transaction, Actor by, UUID id, UUID person) {
        var account = accounts.get(transaction, id);
        if (!account.roles().contains(Role.INSURED_PERSON)) {
            throw new Refused(AccountProblem.NOT_AN_INSURED_PERSON, account.name());
        }
        transaction
                .createQuery("""
                        select name from account
                        where insured_person_id = :person and id <> :id and not disabled order by name limit 1
                        """)
                .bind("person", person)
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .ifPresent(other -> {
                    throw new Refused(AccountProblem.PERSON_HAS_ACCOUNT, other);
                });
        return write(transaction, by, account, AuditAction.PERSON_TIED, person, person);
    }

    /** Takes the tie away, if there is one, and ends the account's sign-ins. */
    public Account untie(Handle transaction, Actor by, UUID id) {
        var account = accounts.get(transaction, id);
        return account.insuredPersonId()
                .map(person -> write(transaction, by, account, AuditAction.PERSON_UNTIED, person, null))
                .orElse(account);
    }

    private Account write(
            Handle transaction, Actor by, Account account, AuditAction action, UUID person, @Nullable UUID after) {
        transaction
                .createUpdate("update account set insured_person_id = :person where id = :id")
                .bind("person", after)
                .bind("id", account.id())
                .execute();
        OpenSignIns.endAllBut(transaction, account.id(), "");
        audit.record(
                transaction,
                by,
                action,
                Subject.of("account", account.id()),
                Map.of("name", account.name(), "person", person.toString()));
        return accounts.get(transaction, account.id());
    }
}
