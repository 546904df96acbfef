package lantai.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lantai.backup.Manifest.Piece;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Copies the files of a PostgreSQL that is at work, and the write-ahead log that makes them fit together. The log is held back by a
 * temporary replication slot, which PostgreSQL drops by itself when the session ends, however it ends.
 */
final class DatabaseCopy {
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> LEFT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");
    private static final String CONTROL = "global/pg_control";
    private static final long ONE_BACKUP = 0x4c414e5441494255L;

    private final Handle session;
    private final Path cluster;
    private final Pieces pieces;

    /** @param session a connection that does nothing else until the copy is done */
    DatabaseCopy(Handle session, Path cluster, Pieces pieces) {
        this.session = session;
        this.cluster = cluster;
        this.pieces = pieces;
    }

    /** @throws Refused when the session belongs to another PostgreSQL or another backup is under way */
    void require() throws IOException {
        var served = Path.of(text("show data_directory"));
        if (!Files.isDirectory(served) || !Files.isDirectory(cluster) || !Files.isSameFile(served, cluster)) {
            throw new Refused(BackupProblem.EXTERNAL_DATABASE, served);
        }
        if (!text("select pg_try_advisory_lock(" + ONE_BACKUP + ")::text").equals("true")) {
            throw new Refused(BackupProblem.RUNNING_ALREADY);
        }
    }

    /** Lets the next backup begin, also while the session lives on. */
    void release() {
        text("select pg_advisory_unlock(" + ONE_BACKUP + ")::text");
    }

    /**
     * Copies it all.
     *
     * @param folders and files are added to these, with the path of the cluster before them
     * @return the recovery point
     */
    Instant copy(String prefix, List<String> folders, List<Piece> files) throws IOException {
        text("select slot_name::text from pg_create_physical_replication_slot('lantai_backup', true, true)");
        var under = false;
        try {
            var first = text("select pg_walfile_name(pg_backup_start('lantai', true))");
            under = true;
            copyFiles(prefix, folders, files);
            var point = now();
            var end = session.createQuery(
                            "select pg_walfile_name(lsn - 1) as last, labelfile from pg_backup_stop(false)")
                    .map((row, _) -> List.of(row.getString("last"), row.getString("labelfile")))
                    .one();
            under = false;
            keepText(end.getLast(), prefix + "backup_label", files);
            copyLog(prefix, first, end.getFirst(), files);
            return point;
        } finally {
            if (under) {
                session.createQuery("select labelfile from pg_backup_stop(false)")
                        .mapTo(String.class)
                        .findOne();
            }
            text("select pg_drop_replication_slot('lantai_backup')::text");
        }
    }

    private void keepText(String text, String path, List<Piece> files) throws IOException {
        files.add(pieces.keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), path));
    }

    private void copyLog(String prefix, String first, String last, List<Piece> files) throws IOException {
        try (var log = Files.list(cluster.resolve("pg_wal"))) {
            for (var segment : log.filter(Files::isRegularFile).sorted().toList()) {
                var name = String.valueOf(segment.getFileName());
                if (name.length() == 24 && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                    keepFile(segment, prefix + "pg_wal/" + name, files);
                }
            }
        }
    }

    private void copyFiles(String prefix, List<String> folders, List<Piece> files) throws IOException {
        Files.walkFileTree(cluster, new BusyFolder() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var path = relative(folder);
                folders.add(prefix + path);
                return EMPTIED.contains(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var path = relative(file);
                if (!LEFT.contains(path) && !path.equals(CONTROL) && !path.contains("pgsql_tmp")) {
                    keepFile(file, prefix + path, files);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        folders.add(prefix + "pg_wal/archive_status");
        keepFile(cluster.resolve(CONTROL), prefix + CONTROL, files);
    }

    private String relative(Path path) {
        return cluster.relativize(path).toString().replace('\\', '/');
    }

    /** A table that is dropped meanwhile is gone in the log too. */
    private void keepFile(Path file, String path, List<Piece> files) throws IOException {
        try {
            files.add(pieces.keep(Files.newInputStream(file), path));
        } catch (NoSuchFileException dropped) {
            if (path.contains("pg_wal/")) {
                throw dropped;
            }
        }
    }

    /** {@return the time by the clock of the database} */
    Instant now() {
        return Instant.parse(
                text("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"));
    }

    private String text(String sql) {
        return session.createQuery(sql).mapTo(String.class).one();
    }
}
