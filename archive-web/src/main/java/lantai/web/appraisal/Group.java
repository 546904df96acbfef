package lantai.web.appraisal;

import java.util.List;
import java.util.stream.Collectors;
import lantai.account.Account;
import lantai.account.AccountOrder;
import lantai.account.AccountRegister;
import lantai.account.Role;
import lantai.web.frame.Page;
import org.jdbi.v3.core.Handle;

/** The people of an appraisal group. */
final class Group {
    private Group() {}

    /** {@return who may sit in one: everybody of the house} */
    static List<Account> candidates(AccountRegister accounts, Handle handle) {
        return accounts.list(handle, AccountRegister.Filter.all(), AccountOrder.DISPLAY_NAME, false, 0).stream()
                .filter(account -> !account.disabled())
                .filter(account -> account.roles().stream()
                        .anyMatch(role -> role != Role.INSURED_PERSON && !Role.ADMINISTRATORS.contains(role)))
                .toList();
    }

    static String roles(Page page, Account account) {
        return account.roles().stream()
                .sorted()
                .map(role -> page.say("account.role." + role.name()))
                .collect(Collectors.joining(page.say("appraisal.comma")));
    }
}
