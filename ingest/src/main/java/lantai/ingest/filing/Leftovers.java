package lantai.ingest.filing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantai.ingest.pipeline.WorkFolder;
import lantai.problem.Damaged;
import lantai.problem.NotFound;
import lantai.record.Component;
import lantai.storage.ArchivalStore;
import lantai.storage.Fixity;
import lantai.storage.Staging;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What filing leaves behind: reading results and staged bytes of files that lie in the archive now.
 *
 * <p>The law: staged bytes go only when every received file with these bytes is filed with all its documents, and every
 * item made of them has been read back from the archival store and holds them. A look that finds a damaged master keeps
 * the staged bytes, which are its only good copy then. Files in quarantine, cancelled or under review keep everything.
 */
public final class Leftovers {
    private static final System.Logger LOG = System.getLogger(Leftovers.class.getName());
    private static final int GROUP = 500;
    private static final Duration BROKEN_FOR = Duration.ofDays(1);
    private static final String ALL_FILED = """
            f.step = 'PROPOSED'
            and exists (select 1 from document_page p where p.file_id = f.id)
            and not exists (select 1 from document_page p join document d on d.id = p.document_id
                            where p.file_id = f.id and d.state <> 'FILED')
            """;

    private static final String REPLACED = """
            f.step = 'CANCELLED' and f.reason = 'replaced'
            and exists (select 1 from scan_replacement r where r.old_file = f.id)
            and not exists (select 1 from scan_replacement r join document d on d.id = r.document_id
                            where r.old_file = f.id and d.state <> 'FILED')
            """;

    private final Jdbi jdbi;
    private final Staging staging;
    private final ArchivalStore store;
    private final WorkFolder work;
    private final InstantSource clock;

    public Leftovers(Jdbi jdbi, Staging staging, ArchivalStore store, WorkFolder work, InstantSource clock) {
        this.jdbi = jdbi;
        this.staging = staging;
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Clears some of it away.
     *
     * @param atMost how many contents and how many results go in one call
     * @return how many went; less than asked for when nothing is left to clear
     */
    public int clear(int atMost) {
        return clearResults(atMost)
                + clearContents(atMost)
                + clearReplaced(atMost)
                + staging.removeBroken(clock.instant().minus(BROKEN_FOR));
    }

    private int clearResults(int atMost) {
        var cleared = 0;
        for (var group : groups(work.known())) {
            for (var file : filed(group)) {
                if (cleared == atMost) {
                    return cleared;
                }
                work.forget(file);
                cleared++;
            }
        }
        return cleared;
    }

    private List<UUID> filed(List<UUID> files) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select f.id from received_file f where f.id in (<ids>) and " + ALL_FILED)
                        .bindList("ids", files)
                        .mapTo(UUID.class)
                        .list());
    }

    private int clearContents(int atMost) {
        List<String> staged = new ArrayList<>();
        staging.forEach(staged::add);
        var cleared = 0;
        for (var group : groups(staged.stream().filter(Fixity::isDigest).toList())) {
            for (var sha256 : done(group)) {
                if (cleared == atMost) {
                    return cleared;
                }
                cleared += jdbi.inTransaction(transaction -> clear(transaction, sha256)) ? 1 : 0;
            }
        }
        return cleared;
    }

    /** The first pictures of pages that were scanned again, once the document that they were of is filed. */
    private int clearReplaced(int atMost) {
        var contents =
                jdbi.withHandle(handle -> handle
                        .createQuery("select distinct f.sha256 from received_file f where " + REPLACED)
                        .mapTo(String.class)
                        .stream()
                        .filter(staging::holds)
                        .limit(atMost)
                        .toList());
        contents.forEach(sha256 -> jdbi.useTransaction(transaction -> {
            transaction
                    .createQuery("select sha256 from staged_object where sha256 = :sha256 for update")
                    .bind("sha256", sha256)
                    .mapTo(String.class)
                    .one();
            var kept = transaction
                    .createQuery(
                            "select count(*) from received_file f where f.sha256 = :sha256 and not (" + REPLACED + ")")
                    .bind("sha256", sha256)
                    .mapTo(Integer.class)
                    .one();
            if (kept == 0) {
                staging.remove(sha256);
            }
        }));
        return contents.size();
    }

    /** A first look without locks, so that only what will probably go is locked and read back. */
    private List<String> done(List<String> contents) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select o.sha256 from staged_object o where o.sha256 in (<contents>)
                        and exists (select 1 from component c where c.sha256 = o.sha256)
                        and not exists (select 1 from received_file f where f.sha256 = o.sha256 and not (""" + ALL_FILED + "))")
                .bindList("contents", contents)
                .mapTo(String.class)
                .list());
    }

    /** Whoever receives the same bytes now waits for the row, and looks then whether they are still there. */
    private boolean clear(Handle transaction, String sha256) {
        transaction
                .createQuery("select sha256 from staged_object where sha256 = :sha256 for update")
                .bind("sha256", sha256)
                .mapTo(String.class)
                .one();
        var open = transaction
                .createQuery(
                        "select count(*) from received_file f where f.sha256 = :sha256 and not (" + ALL_FILED + ")")
                .bind("sha256", sha256)
                .mapTo(Integer.class)
                .one();
        var masters = masters(transaction, sha256);
        if (open > 0 || masters.isEmpty() || !masters.stream().allMatch(this::isKept)) {
            return false;
        }
        staging.remove(sha256);
        return true;
    }

    private boolean isKept(Kept master) {
        try {
            store.verify(
                    master.objectId(),
                    master.component().path(),
                    master.component().fixity());
            return true;
        } catch (Damaged | NotFound failure) {
            LOG.log(System.Logger.Level.ERROR, "staged bytes stay, their master does not hold them", failure);
            return false;
        }
    }

    private static List<Kept> masters(Handle handle, String sha256) {
        return handle.createQuery("""
                        select i.object_id, c.* from component c join item i on i.id = c.item_id
                        where c.sha256 = :sha256
                        """)
                .bind("sha256", sha256)
                .map((row, _) -> new Kept(
                        row.getString("object_id"),
                        new Component(
                                row.getInt("ordinal"),
                                row.getString("name"),
                                new Fixity(sha256, row.getString("sm3"), row.getLong("size")),
                                row.getString("mime"),
                                row.getString("puid"),
                                row.getString("format_name"))))
                .list();
    }

    private static <T> List<List<T>> groups(List<T> all) {
        List<List<T>> groups = new ArrayList<>();
        for (var start = 0; start < all.size(); start += GROUP) {
            groups.add(all.subList(start, Math.min(all.size(), start + GROUP)));
        }
        return groups;
    }

    /** A master and the object that is to hold it. */
    private record Kept(String objectId, Component component) {}
}
