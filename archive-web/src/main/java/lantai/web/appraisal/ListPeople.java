package lantai.web.appraisal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lantai.account.AccountRegister;
import lantai.disposal.DestructionList;
import org.jdbi.v3.core.Handle;

/**
 * The names of those who had a hand in a list.
 *
 * @param names shown name by account
 */
record ListPeople(Map<UUID, String> names) {
    ListPeople {
        names = Map.copyOf(names);
    }

    static ListPeople of(AccountRegister accounts, Handle handle, DestructionList list) {
        var process = list.process();
        var names = new HashMap<UUID, String>();
        Stream.concat(
                        process.witnesses().values().stream(),
                        Stream.concat(process.submitter().stream(), process.approver().stream()))
                .forEach(id -> names.put(id, accounts.get(handle, id).displayName()));
        return new ListPeople(names);
    }

    String of(Optional<UUID> account) {
        return account.map(id -> names.getOrDefault(id, "")).orElse("");
    }
}
