package lantai.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.database.Database;
import lantai.journal.JournalReader;
import lantai.problem.ArchiveException;
import lantai.problem.Refused;
import lantai.problem.Unavailable;
import lantai.storage.ArchivalStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Makes the database anew from the store alone: the registers by the journal, each record by its own object. What was destroyed stays
 * destroyed. What had been received and not filed yet is not in the store and does not come back.
 */
public final class Rebuild {
    private static final int AT_ONCE = 500;
    private static final String ITEM = "urn:uuid:";

    private final Database database;
    private final ArchivalStore store;
    private final AuditTrail audit;
    private final JournalReader journals;
    private final List<Difference> differences = new ArrayList<>();

    /** @param database empty, without tables */
    public Rebuild(Database database, ArchivalStore store, AuditTrail audit) {
        this.database = database;
        this.store = store;
        this.audit = audit;
        this.journals = new JournalReader(store);
    }

    /**
     * Does it. When it is cut off, the database has to be emptied before the next try.
     *
     * @param progress is told how many records are back
     * @throws Refused when the database is not empty, or the store is
     * @throws IOException when the store cannot be read
     */
    public RebuildReport run(LongConsumer progress) throws IOException {
        requireEmpty();
        var journal = journals.read();
        journal.broken()
                .ifPresent(number -> differences.add(
                        new Difference(Difference.Kind.JOURNAL_BROKEN, "segment " + number, "left out from here on")));
        var epoch = journals.lastEpoch(journal);
        final long changes;
        if (epoch.isPresent()) {
            var schema = journal.segments().get(epoch.get()).schema();
            database.migrateTo(schema.stream().mapToInt(Integer::parseInt).max().orElseThrow());
            changes = database.jdbi().inTransaction(handle -> loadRegisters(handle, journal, epoch.get()));
        } else {
            changes = 0;
            differences.add(new Difference(Difference.Kind.NO_JOURNAL, "registers", "no complete epoch"));
        }
        database.migrate();
        if (epoch.isPresent()) {
            database.jdbi().useTransaction(handle -> goOnAfter(handle, journal, epoch.get()));
        }
        var load = new ItemLoad(store);
        var items = loadItems(load, progress);
        differences.addAll(load.differences());
        return database.jdbi().inTransaction(handle -> conclude(handle, journal, changes, items, load.versions()));
    }

    private void requireEmpty() throws IOException {
        var tables = database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from information_schema.tables where table_schema = current_schema()")
                        .mapTo(Long.class)
                        .one());
        if (tables > 0) {
            throw new Refused(RebuildProblem.DATABASE_NOT_EMPTY);
        }
        try (var ids = store.objectIds()) {
            if (ids.findAny().isEmpty()) {
                throw new Refused(RebuildProblem.NOTHING_TO_REBUILD);
            }
        }
    }

    private long loadRegisters(Handle handle, JournalReader.Journal journal, int epoch) throws IOException {
        handle.execute("set local session_replication_role = replica");
        var load = new RegisterLoad(handle);
        load.clear();
        for (var index = 0; index < journal.segments().size(); index++) {
            var only = index < epoch;
            journals.changes(journal.segments().get(index), change -> {
                if (!only || load.isAppendOnly(change)) {
                    load.make(change);
                }
            });
        }
        load.send();
        return load.done();
    }

    /** Counters and the journal go on where they were; later migrations are an epoch of their own. */
    private static void goOnAfter(Handle handle, JournalReader.Journal journal, int epoch) {
        var last = journal.segments().getLast();
        var counters = handle.createQuery("""
                        select s.relname, t.relname as owner, a.attname as counted
                        from pg_class s
                        left join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i') and d.refobjsubid > 0
                        left join pg_class t on t.oid = d.refobjid
                        left join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
                        where s.relkind = 'S' and s.relnamespace = cast(current_schema() as regnamespace)
                        """).mapToMap().list();
        for (var counter : counters) {
            var name = String.valueOf(counter.get("relname"));
            var known = last.sequences().getOrDefault(name, 0L);
            var used = counter.get("owner") == null
                    ? 0L
                    : handle.createQuery("select coalesce(max(" + counter.get("counted") + "), 0) from "
                                    + counter.get("owner"))
                            .mapTo(Long.class)
                            .one();
            if (Math.max(known, used) > 0) {
                handle.createQuery("select setval(cast(:name as regclass), :value)")
                        .bind("name", name)
                        .bind("value", Math.max(known, used))
                        .mapTo(Long.class)
                        .one();
            }
        }
        handle.createUpdate("update journal_head set number = :number, sha256 = :sha256, schema = :schema")
                .bind("number", last.number())
                .bind("sha256", last.sha256())
                .bind("schema", String.join(",", journal.segments().get(epoch).schema()))
                .execute();
    }

    private long loadItems(ItemLoad load, LongConsumer progress) {
        var done = new long[1];
        var destroyed = database.jdbi().withHandle(Rebuild::destroyed);
        try (var ids = store.objectIds()) {
            var wanted = ids.filter(id -> id.startsWith(ITEM)).iterator();
            while (wanted.hasNext()) {
                database.jdbi().useTransaction(handle -> {
                    for (var count = 0; count < AT_ONCE && wanted.hasNext(); count++) {
                        done[0] += loadItem(handle, load, wanted.next(), destroyed);
                    }
                });
                progress.accept(done[0]);
            }
        }
        return done[0];
    }

    private int loadItem(Handle handle, ItemLoad load, String id, Set<String> destroyed) {
        if (destroyed.contains(id)) {
            store.keys().shred(id);
            differences.add(new Difference(Difference.Kind.DESTROYED, id, "its object is there again"));
            return 0;
        }
        handle.savepoint("item");
        try {
            load.load(handle, id);
            handle.releaseSavepoint("item");
            return 1;
        } catch (IOException
                | ArchiveException
                | JdbiException
                | IllegalArgumentException
                | DateTimeParseException foreign) {
            handle.rollbackToSavepoint("item");
            differences.add(closed(id, foreign)
                    .orElseGet(() -> new Difference(Difference.Kind.UNREADABLE, id, foreign.toString())));
            return 0;
        }
    }

    /** A record without its key is not lost: with the key it comes back. */
    private Optional<Difference> closed(String id, Exception failure) {
        if (!(failure instanceof Unavailable)) {
            return Optional.empty();
        }
        try {
            return store.encipherment(id)
                    .map(mark -> new Difference(
                            Difference.Kind.CLOSED,
                            id,
                            mark.referenceCode() + ", " + mark.algorithm() + ", " + failure.getMessage()));
        } catch (ArchiveException | UncheckedIOException unreadable) {
            failure.addSuppressed(unreadable);
            return Optional.empty();
        }
    }

    private static Set<String> destroyed(Handle handle) {
        return new HashSet<>(handle.createQuery("select 'urn:uuid:' || item_id from tombstone")
                .mapTo(String.class)
                .list());
    }

    private RebuildReport conclude(
            Handle handle, JournalReader.Journal journal, long changes, long items, long versions) {
        ItemLoad.tieAll(handle);
        handle.execute("""
                update item i set appraise_on = d.appraise_on
                from (select distinct on (item_id) item_id, appraise_on from term_decision order by item_id, id desc) d
                where d.item_id = i.id
                """);
        handle.createQuery("""
                        select distinct subject_id from audit_entry e
                        where action = 'ITEM_FILED'
                          and not exists (select 1 from item i where cast(i.id as text) = e.subject_id)
                          and not exists (select 1 from tombstone t where cast(t.item_id as text) = e.subject_id)
                        order by 1
                        """)
                .mapTo(String.class)
                .forEach(id -> differences.add(
                        new Difference(Difference.Kind.LOST, ITEM + id, "filed, and its object is not there")));
        var entries = handle.createQuery("select count(*) from audit_entry")
                .mapTo(Long.class)
                .one();
        var report = new RebuildReport(journal.segments().size(), changes, items, versions, entries, differences);
        audit.record(
                handle,
                Actor.SYSTEM,
                AuditAction.ARCHIVE_REBUILT,
                new Subject("store", "all"),
                Map.of(
                        "items", Long.toString(items),
                        "changes", Long.toString(changes),
                        "differences", Integer.toString(differences.size())));
        return report;
    }
}
