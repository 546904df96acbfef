package lantai.rebuild;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import lantai.journal.Change;
import lantai.journal.Deed;
import lantai.journal.Register;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes of registers again, in the order in which they are given. Rows that refer to one another come in any order, so the
 * transaction must have switched references and triggers off. Columns that this schema does not know are passed over.
 */
final class RegisterLoad {
    private static final int AT_ONCE = 1_000;

    private final Handle handle;
    /** Some tables bear the name of a type of the database, so rows are named with their schema. */
    private final String schema;

    private final Map<String, Register> registers;
    private final Map<String, Set<String>> columns = new HashMap<>();
    private final Map<String, String> statements = new HashMap<>();
    private String statement = "";
    private @Nullable PreparedBatch batch;
    private long done;

    RegisterLoad(Handle handle) {
        this.handle = handle;
        schema = handle.createQuery("select current_schema()")
                .mapTo(String.class)
                .one();
        registers = Register.all(handle).stream().collect(Collectors.toMap(Register::name, register -> register));
    }

    /** Forgets what is in the registers: what migrations put there stands in the journal too. */
    void clear() {
        if (!registers.isEmpty()) {
            handle.execute("truncate " + String.join(", ", registers.keySet()) + ", register_change cascade");
        }
    }

    /** {@return whether a register is one whose rows are only ever added} */
    boolean isAppendOnly(Change change) {
        var register = registers.get(change.register());
        return register != null && register.appendOnly();
    }

    void make(Change change) {
        var register = registers.get(change.register());
        if (register == null || change.deed() == Deed.EPOCH || change.deed() == Deed.WHOLE) {
            return;
        }
        var sql = change.deed() == Deed.PUT ? put(register, change) : remove(register);
        if (!sql.equals(statement)) {
            send();
            statement = sql;
        }
        var current = batch == null ? handle.prepareBatch(sql) : batch;
        batch = current;
        current.bind("row", change.row().toString()).add();
        done++;
        if (current.size() >= AT_ONCE) {
            send();
        }
    }

    /** {@return how many changes were made} */
    long done() {
        return done;
    }

    /** Sends what waits. */
    void send() {
        if (batch != null) {
            batch.execute();
            batch = null;
        }
    }

    private String put(Register register, Change change) {
        var known = columns(register);
        var given = StreamSupport.stream(((Iterable<String>) () -> change.row().fieldNames()).spliterator(), false)
                .filter(known::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        return statements.computeIfAbsent(register.name() + given, _ -> put(register, List.copyOf(given)));
    }

    private String put(Register register, List<String> given) {
        var names = String.join(", ", given);
        var others = given.stream()
                .filter(column -> !register.key().contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        var conflict = register.key().isEmpty()
                ? ""
                : " on conflict (" + String.join(", ", register.key()) + ')'
                        + (others.isEmpty() ? " do nothing" : " do update set " + others);
        return "insert into " + register.name() + " (" + names + ") overriding system value select " + names
                + " from jsonb_populate_record(cast(null as " + schema + '.' + register.name()
                + "), cast(:row as jsonb))" + conflict;
    }

    private String remove(Register register) {
        if (register.key().isEmpty()) {
            return "delete from " + register.name() + " t where to_jsonb(t) @> cast(:row as jsonb)";
        }
        var key = String.join(", ", register.key());
        return "delete from " + register.name() + " where (" + key + ") = (select " + key
                + " from jsonb_populate_record(cast(null as " + schema + '.' + register.name()
                + "), cast(:row as jsonb)))";
    }

    private Set<String> columns(Register register) {
        return columns.computeIfAbsent(
                register.name(),
                name -> handle.createQuery("""
                        select column_name from information_schema.columns
                        where table_schema = current_schema() and table_name = :name
                        """)
                        .bind("name", name)
                        .mapTo(String.class)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
