package lantai.journal;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A table whose rows are kept in the journal.
 *
 * @param key the columns of its key, none when a row is known by all its columns
 * @param hidden columns that never leave the database
 * @param appendOnly whether its rows are never altered, so that an epoch need not repeat them
 */
public record Register(String name, List<String> key, List<String> hidden, boolean appendOnly) {
    public Register {
        key = List.copyOf(key);
        hidden = List.copyOf(hidden);
    }

    /** {@return all of them, by name} */
    public static List<Register> all(Handle handle) {
        return handle.createQuery("select name, key, hidden, append_only from kept_register order by name")
                .map((row, _) -> new Register(
                        row.getString("name"),
                        List.of((String[]) row.getArray("key").getArray()),
                        List.of((String[]) row.getArray("hidden").getArray()),
                        row.getBoolean("append_only")))
                .list();
    }
}
