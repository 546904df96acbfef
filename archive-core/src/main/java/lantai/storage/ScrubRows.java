package lantai.storage;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The readings of everything that is stored, and how far each has come. */
public final class ScrubRows {
    private static final int LOCK = 4849;
    private static final String SELECT = """
            select s.*, (select count(*) from scrub_finding f where f.scrub_id = s.id) as found,
                (select count(*) from scrub_finding f where f.scrub_id = s.id and not f.mended) as unmended
            from scrub s
            """;

    private final Jdbi jdbi;
    private final InstantSource clock;

    public ScrubRows(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** What is done while no other node does it. */
    public interface Deed {
        /** Does it. */
        void run() throws IOException;
    }

    /** Does something for a location unless another node is at it; {@return whether it was done} */
    public boolean alone(String location, Deed deed) throws IOException {
        try (var handle = jdbi.open()) {
            var key = ("scrub " + location).hashCode();
            var free = handle.createQuery("select pg_try_advisory_lock(:class, :key)")
                    .bind("class", LOCK)
                    .bind("key", key)
                    .mapTo(Boolean.class)
                    .one();
            if (!free) {
                return false;
            }
            try {
                deed.run();
            } finally {
                handle.createQuery("select pg_advisory_unlock(:class, :key)")
                        .bind("class", LOCK)
                        .bind("key", key)
                        .mapTo(Boolean.class)
                        .one();
            }
            return true;
        }
    }

    /** Orders a reading of a location, unless one is going on. */
    public void order(String location) {
        open(location);
    }

    /** {@return when objects were first remembered here} */
    Optional<OffsetDateTime> begun() {
        return jdbi.withHandle(handle -> handle.createQuery("select taken_at from stored_object_intake")
                .mapTo(OffsetDateTime.class)
                .findOne());
    }

    /**
     * Where a reading stands.
     *
     * @param folders whether the rows are done and folders without a row are looked for
     * @param after the last object that was read
     */
    record Position(Scrub scrub, long number, boolean folders, String after) {}

    /** Begins a reading, or goes on with the one that was cut off. */
    Position open(String location) {
        return jdbi.inTransaction(transaction -> {
            transaction.execute(
                    "insert into scrub (id, location, started_at, touched_at, state, expected) "
                            + "values (?, ?, ?, ?, 'RUNNING', (select count(*) from stored_object)) "
                            + "on conflict (location) where state = 'RUNNING' do nothing",
                    UUID.randomUUID(),
                    location,
                    now(),
                    now());
            var number = transaction
                    .createQuery("select count(*) from scrub where location = :location")
                    .bind("location", location)
                    .mapTo(Long.class)
                    .one();
            return transaction
                    .createQuery(SELECT + "where location = :location and state = 'RUNNING'")
                    .bind("location", location)
                    .map((row, _) -> new Position(
                            scrub(row), number, "FOLDERS".equals(row.getString("phase")), row.getString("after")))
                    .one();
        });
    }

    /** Remembers that an object has been read, with what was found. */
    void read(UUID scrub, String objectId, CopyCheck.Result result, List<CopyCheck.Fault> mended) {
        jdbi.useTransaction(transaction -> {
            for (var fault : result.faults()) {
                find(scrub, objectId, fault, mended.contains(fault));
            }
            transaction.execute(
                    "update scrub set after = ?, objects = objects + 1, files = files + ?, bytes = bytes + ?, "
                            + "sm3_files = sm3_files + ?, touched_at = ? where id = ?",
                    objectId,
                    result.files(),
                    result.bytes(),
                    result.sm3Files(),
                    now(),
                    scrub);
        });
    }

    /** Remembers something that was found. */
    void find(UUID scrub, String objectId, CopyCheck.Fault fault, boolean mended) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into scrub_finding (scrub_id, object_id, path, fault, detail, found_at, mended) "
                        + "values (?, ?, ?, ?, ?, ?, ?) on conflict (scrub_id, object_id, path, fault) "
                        + "do update set mended = excluded.mended",
                scrub,
                objectId,
                fault.path(),
                fault.kind().name(),
                fault.detail(),
                now(),
                mended));
    }

    void nextPhase(UUID scrub) {
        jdbi.useHandle(handle -> handle.execute("update scrub set phase = 'FOLDERS', after = '' where id = ?", scrub));
    }

    void finish(UUID scrub, String report) {
        jdbi.useHandle(handle -> handle.execute(
                "update scrub set state = 'DONE', ended_at = ?, touched_at = ?, report = ? where id = ?",
                now(),
                now(),
                report,
                scrub));
    }

    /** {@return ids of objects that the ledger knows, in their order} */
    List<String> objects(String after, int size) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select object_id from stored_object where object_id > :after order by object_id limit :size")
                .bind("after", after)
                .bind("size", size)
                .mapTo(String.class)
                .list());
    }

    /** {@return the object that the ledger knows by the last name of its folder} */
    Optional<String> objectIn(String folder) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select object_id from stored_object where folder = :folder")
                        .bind("folder", folder)
                        .mapTo(String.class)
                        .findOne());
    }

    /** {@return the newest readings} */
    public List<Scrub> newest(int size) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by started_at desc, location limit :size")
                .bind("size", size)
                .map((row, _) -> scrub(row))
                .list());
    }

    /** {@return the newest reading of a location} */
    public Optional<Scrub> newest(String location) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "where location = :location order by started_at desc, state desc limit 1")
                .bind("location", location)
                .map((row, _) -> scrub(row))
                .findOne());
    }

    /** {@return a reading with what was found} */
    public Optional<Scrub.Report> report(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, _) -> scrub(row))
                .findOne()
                .map(scrub -> new Scrub.Report(
                        scrub,
                        handle.createQuery("select * from scrub_finding where scrub_id = :id order by id")
                                .bind("id", id)
                                .map((row, _) -> new Scrub.Finding(
                                        row.getString("object_id"),
                                        row.getString("path"),
                                        row.getString("fault"),
                                        row.getString("detail"),
                                        row.getObject("found_at", OffsetDateTime.class),
                                        row.getBoolean("mended")))
                                .list())));
    }

    private static Scrub scrub(ResultSet row) throws SQLException {
        return new Scrub(
                row.getObject("id", UUID.class),
                row.getString("location"),
                row.getObject("started_at", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class)),
                row.getObject("touched_at", OffsetDateTime.class),
                row.getLong("expected"),
                row.getLong("objects"),
                row.getLong("files"),
                row.getLong("bytes"),
                row.getLong("sm3_files"),
                row.getLong("found"),
                row.getLong("unmended"),
                row.getString("report"));
    }
}
