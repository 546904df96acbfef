package lantai.access;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds items in the register within what a viewer may see: the visibility is a part of the question to the database. */
public final class VisibleItems {
    /** {@return the ids of the newest filed items that may be seen, newest first} */
    public List<UUID> newest(Handle handle, Visibility visibility, int size) {
        var values = new ArrayList<UUID>();
        var condition = condition(visibility, values);
        var query = handle.createQuery(
                        "select i.id from item i where " + condition + " order by i.filed_at desc, i.id limit :size")
                .bind("size", size);
        for (var i = 0; i < values.size(); i++) {
            query.bind("id" + i, values.get(i));
        }
        return query.mapTo(UUID.class).list();
    }

    /** Puts a visibility into SQL; the values it needs go to the end of the list. */
    private static String condition(Visibility visibility, List<UUID> values) {
        return switch (visibility) {
            case Visibility.All _ -> "true";
            case Visibility.None _ -> "false";
            case Visibility.NotPersonal _ -> "(not i.personal and i.insured_person_id is null)";
            case Visibility.OfDepartment(var id) -> "i.department_id = " + place(values, id);
            case Visibility.OfPerson(var id) -> "i.insured_person_id = " + place(values, id);
            case Visibility.AnyOf(var rules) ->
                rules.isEmpty()
                        ? "false"
                        : rules.stream()
                                .map(rule -> condition(rule, values))
                                .collect(Collectors.joining(" or ", "(", ")"));
        };
    }

    private static String place(List<UUID> values, UUID id) {
        values.add(id);
        return ":id" + (values.size() - 1);
    }
}
