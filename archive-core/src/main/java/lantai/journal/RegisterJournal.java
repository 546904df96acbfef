package lantai.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import lantai.storage.ArchivalStore;
import lantai.storage.FixityDigest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes what changes in the registers into the store, one object for each segment, so that holds, lists, volumes, rules, accounts and
 * the audit trail can be brought back from the objects alone. Records are not in it: each tells of itself in its own object.
 *
 * <p>A change is noted by a trigger in the transaction of its deed and leaves the database when the segment that holds it has been
 * forced to the disk and read back. One node writes at a time, held by an advisory lock.
 */
public final class RegisterJournal {
    private static final long LOCK = 0x4c616e4a726eL;
    private static final int ENOUGH = 1_000;
    private static final int MOST = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;
    private final ArchivalStore store;
    private final Path temporary;
    private final InstantSource clock;
    private final Duration patience;

    /**
     * A journal.
     *
     * @param temporary where segments are put together
     * @param patience how long a change may wait for others; a thousand of them do not wait
     */
    public RegisterJournal(Jdbi jdbi, ArchivalStore store, Path temporary, InstantSource clock, Duration patience) {
        this.jdbi = jdbi;
        this.store = store;
        this.temporary = temporary;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Begins an epoch when the schema is another than that of the last one, so that no line has to be understood by a schema that is
     * older than its own. Nobody writes meanwhile.
     *
     * @return whether one was begun
     */
    public boolean begin() {
        return jdbi.inTransaction(handle -> {
            take(handle);
            var schema = String.join(",", schema(handle));
            var last = handle.createQuery("select schema from journal_head")
                    .mapTo(String.class)
                    .one();
            if (last.equals(schema)) {
                return false;
            }
            var registers = Register.all(handle);
            handle.execute("lock table "
                    + registers.stream().map(Register::name).collect(Collectors.joining(", ")) + " in share mode");
            mark(handle, Deed.EPOCH);
            for (var register : registers) {
                if (last.isEmpty() || !register.appendOnly()) {
                    handle.createUpdate("insert into register_change (register, deed, line) select :name, 'PUT',"
                                    + " to_jsonb(t) - :hidden from " + register.name() + " t")
                            .bind("name", register.name())
                            .bindArray("hidden", String.class, register.hidden().toArray())
                            .execute();
                }
            }
            mark(handle, Deed.WHOLE);
            handle.createUpdate("update journal_head set schema = :schema")
                    .bind("schema", schema)
                    .execute();
            return true;
        });
    }

    private static void mark(Handle handle, Deed deed) {
        handle.createUpdate("insert into register_change (register, deed, line) values ('', :deed, '{}')")
                .bind("deed", deed.name())
                .execute();
    }

    /**
     * Writes the next segment when there is enough to write or the oldest change has waited long enough.
     *
     * @return how many changes were written
     * @throws IOException when it cannot be put together; it is tried again at the next call
     */
    public int write() throws IOException {
        var due = jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce((select made_at from register_change order by id limit 1)
                                < clock_timestamp() - make_interval(secs => :patience), false)
                            or exists (select 1 from register_change order by id offset :enough)
                        """)
                .bind("patience", patience.toMillis() / 1000.0)
                .bind("enough", ENOUGH - 1)
                .mapTo(Boolean.class)
                .one());
        return due ? writeNext() : 0;
    }

    /**
     * Writes everything that waits, for example before the archive stops.
     *
     * @return how many changes were written
     */
    public int flush() throws IOException {
        var all = 0;
        for (var written = writeNext(); written > 0; written = writeNext()) {
            all += written;
        }
        return all;
    }

    private int writeNext() throws IOException {
        Files.createDirectories(temporary);
        var folder = Files.createTempDirectory(temporary, "journal");
        var changes = folder.resolve(Segment.CHANGES);
        var head = folder.resolve(Segment.HEAD);
        try {
            return jdbi.inTransaction(handle -> {
                if (!tryTake(handle)) {
                    return 0;
                }
                var last = handle.createQuery("select number, sha256 from journal_head")
                        .map((row, _) -> new Last(row.getLong("number"), row.getString("sha256")))
                        .one();
                var written = SegmentFile.write(handle, changes, MOST);
                if (written.count() == 0) {
                    return 0;
                }
                var fixity = FixityDigest.of(changes);
                var segment = new Segment(
                        Segment.FORMAT,
                        last.number() + 1,
                        last.sha256(),
                        fixity.sha256(),
                        schema(handle),
                        written.epoch(),
                        written.count(),
                        written.from(),
                        written.until(),
                        SegmentFile.sequences(handle));
                JSON.writeValue(head.toFile(), segment);
                store.put(
                        Segment.objectId(segment.number()),
                        List.of(
                                new ArchivalStore.Part(changes, Segment.CHANGES, fixity),
                                new ArchivalStore.Part(head, Segment.HEAD, FixityDigest.of(head))),
                        "journal",
                        "system",
                        clock.instant());
                SegmentFile.forget(handle, written.ids());
                handle.createUpdate("update journal_head set number = :number, sha256 = :sha256")
                        .bind("number", segment.number())
                        .bind("sha256", segment.sha256())
                        .execute();
                return written.count();
            });
        } finally {
            Files.deleteIfExists(changes);
            Files.deleteIfExists(head);
            Files.deleteIfExists(folder);
        }
    }

    private record Last(long number, String sha256) {}

    private static void take(Handle handle) {
        handle.createQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .bind("lock", LOCK)
                .mapTo(String.class)
                .one();
    }

    private static boolean tryTake(Handle handle) {
        return handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    /** {@return the versions of the schema that were applied, in their order} */
    static List<String> schema(Handle handle) {
        return handle.createQuery("select version from flyway_schema_history where success and version is not null"
                        + " order by cast(version as int)")
                .mapTo(String.class)
                .list();
    }
}
