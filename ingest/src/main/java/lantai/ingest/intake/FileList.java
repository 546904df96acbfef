package lantai.ingest.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Lists of received files, each within what a person may see. */
public final class FileList {
    private static final String CHOSEN = """
             from received_file f join batch b on b.id = f.batch_id
            where (cast(:batch as uuid) is null or f.batch_id = :batch)
              and (cast(:step as text) is null or f.step = :step)
              and (:reason = '' or f.reason = :reason)
              and (:words = '' or position(lower(:words) in lower(f.path)) > 0)
              and\s""" + BatchScope.SQL;

    /**
     * Which files are wanted.
     *
     * @param batch only those of one batch
     * @param step only those at one step
     * @param reason only those in quarantine for one reason; empty for all
     * @param words only those whose path holds this, in large or small letters; empty for all
     */
    public record Filter(Optional<UUID> batch, Optional<Step> step, String reason, String words) {
        /** {@return the files of one batch, at one step when given} */
        public static Filter of(UUID batch, Optional<Step> step) {
            return new Filter(Optional.of(batch), step, "", "");
        }

        /** {@return the files in quarantine} */
        public static Filter quarantined(Optional<UUID> batch, String reason) {
            return new Filter(batch, Optional.of(Step.QUARANTINED), reason, "");
        }
    }

    /** In what order files are listed. */
    public enum Order {
        /** By path. */
        PATH("f.path, f.id"),
        /** Those to which something happened last first. */
        LATEST("f.changed_at desc, f.id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /**
     * What became of a file.
     *
     * @param document a document that holds pages of it
     * @param state the name of the document's state
     * @param referenceCode its reference code, once filed
     */
    public record Outcome(UUID document, String state, Optional<String> referenceCode) {}

    /**
     * Where the same bytes were received before.
     *
     * @param path the path of the earliest file
     */
    public record Earlier(UUID file, UUID batch, String path) {}

    /** {@return one page of files} */
    public List<ReceivedFile> page(Handle handle, BatchScope scope, Filter filter, Order order, int offset, int size) {
        return chosen(handle, scope, filter, "select f.*", " order by " + order.sql + " limit :size offset :offset")
                .bind("offset", offset)
                .bind("size", size)
                .map((row, _) -> ReceivedFiles.file(row))
                .list();
    }

    /** {@return the files of one page in the order of their paths, after a file already told} */
    public List<ReceivedFile> after(Handle handle, BatchScope scope, Filter filter, Optional<UUID> last, int size) {
        return chosen(handle, scope, filter, "select f.*", """
                         and (cast(:last as uuid) is null
                              or (f.path, f.id) > (select l.path, l.id from received_file l where l.id = :last))
                        order by f.path, f.id limit :size
                        """)
                .bind("last", last.orElse(null))
                .bind("size", size)
                .map((row, _) -> ReceivedFiles.file(row))
                .list();
    }

    /** {@return how many files there are} */
    public int count(Handle handle, BatchScope scope, Filter filter) {
        return chosen(handle, scope, filter, "select count(*)", "")
                .mapTo(Integer.class)
                .one();
    }

    /** {@return the ids of all of them} */
    public List<UUID> ids(Handle handle, BatchScope scope, Filter filter) {
        return chosen(handle, scope, filter, "select f.id", "")
                .mapTo(UUID.class)
                .list();
    }

    /**
     * Finds a file among those that a person may see.
     *
     * @throws NotFound when there is none
     */
    public ReceivedFile get(Handle handle, BatchScope scope, UUID file) {
        return scope.bind(handle.createQuery("select f.* from received_file f join batch b on b.id = f.batch_id"
                        + " where f.id = :file and " + BatchScope.SQL))
                .bind("file", file)
                .map((row, _) -> ReceivedFiles.file(row))
                .findOne()
                .orElseThrow(() -> new NotFound(IntakeProblem.NO_SUCH_FILE, file));
    }

    /** {@return those of these files that a person may see} */
    public List<UUID> visible(Handle handle, BatchScope scope, List<UUID> files) {
        return files.isEmpty()
                ? List.of()
                : scope.bind(handle.createQuery("select f.id from received_file f join batch b on b.id = f.batch_id"
                                + " where f.id in (<files>) and " + BatchScope.SQL))
                        .bindList("files", files)
                        .mapTo(UUID.class)
                        .list();
    }

    /** {@return how many files of each batch are in quarantine for which reason, the most frequent first} */
    public Map<UUID, List<Map.Entry<String, Integer>>> reasons(Handle handle, List<UUID> batches) {
        Map<UUID, List<Map.Entry<String, Integer>>> all = new HashMap<>();
        if (!batches.isEmpty()) {
            handle.createQuery("""
                            select batch_id, coalesce(reason, 'crashed') as why, count(*) as files from received_file
                            where step = 'QUARANTINED' and batch_id in (<batches>)
                            group by batch_id, why order by files desc, why
                            """)
                    .bindList("batches", batches)
                    .map((row, _) -> all.computeIfAbsent(
                                    row.getObject("batch_id", UUID.class), _ -> new java.util.ArrayList<>())
                            .add(Map.entry(row.getString("why"), row.getInt("files"))))
                    .list();
        }
        return all;
    }

    /** {@return how many files of all batches are in quarantine for which reason, the most frequent first} */
    public List<Map.Entry<String, Integer>> reasons(Handle handle, BatchScope scope) {
        return chosen(
                        handle,
                        scope,
                        Filter.quarantined(Optional.empty(), ""),
                        "select coalesce(f.reason, 'crashed') as why, count(*) as files",
                        " group by why order by files desc, why")
                .map((row, _) -> Map.entry(row.getString("why"), row.getInt("files")))
                .list();
    }

    /** {@return what became of these files, by file} */
    public Map<UUID, List<Outcome>> outcomes(Handle handle, List<UUID> files) {
        Map<UUID, List<Outcome>> all = new HashMap<>();
        if (!files.isEmpty()) {
            handle.createQuery("""
                            select distinct p.file_id, d.position, d.id, d.state, d.reference_code
                            from document_page p join document d on d.id = p.document_id
                            where p.file_id in (<files>) order by p.file_id, d.position
                            """)
                    .bindList("files", files)
                    .map((row, _) -> all.computeIfAbsent(
                                    row.getObject("file_id", UUID.class), _ -> new java.util.ArrayList<>())
                            .add(new Outcome(
                                    row.getObject("id", UUID.class),
                                    row.getString("state"),
                                    Optional.ofNullable(row.getString("reference_code")))))
                    .list();
        }
        return all;
    }

    /** {@return where the same bytes were received before, by file, as far as a person may see it} */
    public Map<UUID, Earlier> earlier(Handle handle, BatchScope scope, List<UUID> files) {
        return files.isEmpty()
                ? Map.of()
                : scope.bind(handle.createQuery("""
                                select distinct on (f.id) f.id, e.id as earlier, e.batch_id, e.path
                                from received_file f
                                join received_file e on e.sha256 = f.sha256 and e.id <> f.id
                                                        and e.received_at <= f.received_at
                                join batch b on b.id = e.batch_id
                                where f.id in (<files>) and f.seen_before and\s""" + BatchScope.SQL + """
                                 order by f.id, e.received_at, e.id
                                """))
                        .bindList("files", files)
                        .map((row, _) -> Map.entry(
                                row.getObject("id", UUID.class),
                                new Earlier(
                                        row.getObject("earlier", UUID.class),
                                        row.getObject("batch_id", UUID.class),
                                        row.getString("path"))))
                        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** {@return the filed items that hold the bytes of these files, by file} */
    public Map<UUID, UUID> items(Handle handle, List<UUID> files) {
        return files.isEmpty()
                ? Map.of()
                : handle.createQuery("""
                                select distinct on (f.id) f.id, c.item_id
                                from received_file f join component c on c.sha256 = f.sha256
                                join item i on i.id = c.item_id
                                where f.id in (<files>) and f.seen_before order by f.id, i.filed_at
                                """)
                        .bindList("files", files)
                        .map((row, _) ->
                                Map.entry(row.getObject("id", UUID.class), row.getObject("item_id", UUID.class)))
                        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Query chosen(Handle handle, BatchScope scope, Filter filter, String what, String rest) {
        return scope.bind(handle.createQuery(what + CHOSEN + rest))
                .bind("batch", filter.batch().orElse(null))
                .bind("step", filter.step().map(Step::name).orElse(null))
                .bind("reason", filter.reason())
                .bind("words", filter.words());
    }
}
