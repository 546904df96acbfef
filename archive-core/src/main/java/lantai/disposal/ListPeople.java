package lantai.disposal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The names of those who had a hand in a list.
 *
 * @param names display name by account
 */
record ListPeople(Map<UUID, String> names) {
    ListPeople {
        names = Map.copyOf(names);
    }

    static ListPeople of(Handle handle, DestructionList list) {
        var names = new HashMap<UUID, String>();
        handle.createQuery("""
                        select a.id, a.display_name from account a where a.id in (
                            select submitter_id from destruction_list where id = :id
                            union select approver_id from destruction_list where id = :id
                            union select account_id from destruction_signature where list_id = :id)
                        """)
                .bind("id", list.id())
                .map((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return new ListPeople(names);
    }

    String of(Optional<UUID> account) {
        return account.map(id -> names.getOrDefault(id, id.toString())).orElse("");
    }
}
