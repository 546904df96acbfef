package lantai.web.appraisal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lantai.disposal.DestructionList;
import lantai.disposal.Member;
import org.jdbi.v3.core.Handle;

/**
 * The names of those who had a hand in a list.
 *
 * @param names shown name by account
 * @param group the members of the appraisal group
 */
record ListPeople(Map<UUID, String> names, List<Member> group) {
    ListPeople {
        names = Map.copyOf(names);
        group = List.copyOf(group);
    }

    static ListPeople of(AppraisalDoors doors, Handle handle, DestructionList list) {
        var process = list.process();
        var names = new HashMap<UUID, String>();
        Stream.concat(
                        process.witnesses().values().stream(),
                        Stream.concat(process.submitter().stream(), process.approver().stream()))
                .forEach(id -> names.put(id, doors.accounts().get(handle, id).displayName()));
        return new ListPeople(names, doors.deliberation().members(handle, list.appraisal()));
    }

    String of(Optional<UUID> account) {
        return account.map(id -> names.getOrDefault(id, "")).orElse("");
    }
}
