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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import lantai.backup.Manifest.Piece;
import lantai.backup.Manifest.StoredObject;
import lantai.storage.Location;
import org.jdbi.v3.core.Jdbi;

/**
 * Copies an archive that is at work: its database, then what lies beside it, then the objects, so that everything the database
 * names is there. What the place holds already is not copied again. Cut off at any moment, it leaves the backups before it as
 * they were, and the next run goes on with what is copied already.
 */
public final class Backup {
    static final String CLUSTER = "postgres/data/";
    /** Where the objects come back to, in the data folder. */
    static final String OBJECTS = "objects/";

    static final String KEYS = "keys";

    /** Folders of the data folder that cannot be made anew. */
    private static final List<String> BESIDE = List.of("staging", "work", "heads");

    private static final String ITEM_KEYS = "item-keys";

    private static final String SIDECAR = "inventory.json.sha512";
    /** What says that the folder of the objects is an OCFL storage root, and how objects are found in it. */
    private static final List<String> ROOT = List.of("0=ocfl_1.1", "ocfl_layout.json");

    private static final String EXTENSIONS = "extensions";
    private static final int MOST_ROUNDS = 20;
    /** What lies among the keys and is none. */
    private static final Pattern UNFINISHED = Pattern.compile(".*\\.(?:lock|new)");

    private final Path data;
    private final Jdbi jdbi;
    private final Location store;
    private final Location target;

    /**
     * @param store where the objects are read
     * @param target where the backups lie
     */
    public Backup(Path data, Jdbi jdbi, Location store, Location target) {
        this.data = data;
        this.jdbi = jdbi;
        this.store = store;
        this.target = target;
    }

    /**
     * What was done.
     *
     * @param name of the backup
     * @param point the recovery point
     * @param files of the database and beside it
     * @param objects of the store
     * @param written bytes that were not in the place before
     * @param forgotten older backups that were taken away
     * @param keys names of the keys whose bytes are not in the backup
     */
    public record Report(
            String name, Instant point, int files, int objects, long written, int forgotten, List<String> keys) {}

    /**
     * Makes one backup.
     *
     * @param keep how many backups stay, this one among them; at least 1
     * @param progress is told how many objects are done
     * @throws lantai.problem.Refused when another backup is under way or the database is not the archive's own
     */
    public Report run(int keep, LongConsumer progress) throws IOException {
        if (keep < 1) {
            throw new IllegalArgumentException("keep " + keep + " backups, expected at least 1");
        }
        var pieces = new Pieces(target, Files.createTempDirectory("lantai-backup"));
        try (var session = jdbi.open()) {
            var copy = new DatabaseCopy(session, data.resolve(CLUSTER), pieces);
            copy.require();
            try {
                return run(copy, pieces, keep, progress);
            } finally {
                copy.release();
            }
        } finally {
            pieces.close();
        }
    }

    private Report run(DatabaseCopy copy, Pieces pieces, int keep, LongConsumer progress) throws IOException {
        var folders = new ArrayList<String>();
        var files = new ArrayList<Piece>();
        var started = copy.now();
        // copied before and after the database: what is cleared meanwhile is in the first, what comes in is in the
        // second
        var before = new ArrayList<Piece>();
        for (var folder : BESIDE) {
            copyFolder(folder, pieces, folders, before);
        }
        var point = copy.copy(CLUSTER, folders, files);
        var after = new ArrayList<Piece>();
        for (var folder : BESIDE) {
            copyFolder(folder, pieces, folders, after);
        }
        var newest = new LinkedHashMap<String, Piece>();
        before.forEach(piece -> newest.put(piece.path(), piece));
        after.forEach(piece -> newest.put(piece.path(), piece));
        files.addAll(newest.values());
        copyRoot(pieces, files);
        var objects = copyObjects(pieces, progress);
        // A key is written before its object: copied after it, none is missing.
        copyFolder(ITEM_KEYS, pieces, folders, files);
        var keys = keys();
        var name = pieces.finish(
                new Manifest(started, point, folders.stream().distinct().toList(), files, objects, keys));
        var forgotten = pieces.forget(keep);
        return new Report(
                name,
                point,
                files.size(),
                objects.size(),
                pieces.written(),
                forgotten,
                keys.stream().map(Piece::path).toList());
    }

    private void copyFolder(String folder, Pieces pieces, List<String> folders, List<Piece> files) throws IOException {
        var root = data.resolve(folder);
        if (!Files.isDirectory(root)) {
            return;
        }
        Files.walkFileTree(root, new BusyFolder() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes about) {
                folders.add(name(path));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes about) throws IOException {
                try {
                    files.add(pieces.keep(Files.newInputStream(path), name(path)));
                } catch (NoSuchFileException doneMeanwhile) {
                    // a staged file whose record was filed: its bytes are in the store, which is copied later
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private String name(Path path) {
        return data.relativize(path).toString().replace('\\', '/');
    }

    private void copyRoot(Pieces pieces, List<Piece> files) throws IOException {
        var paths = new ArrayList<>(ROOT);
        store.files(EXTENSIONS).forEach(entry -> paths.add(EXTENSIONS + '/' + entry.path()));
        for (var path : paths) {
            files.add(pieces.keep(store.read(path), OBJECTS + path));
        }
    }

    private Map<String, StoredObject> copyObjects(Pieces pieces, LongConsumer progress) throws IOException {
        var known = lastObjects(pieces);
        var folders = new ArrayList<String>();
        store.forEachObject(folders::add);
        var objects = new HashMap<String, StoredObject>();
        for (var folder : folders) {
            copyObject(folder, known, pieces).ifPresent(object -> objects.put(folder, object));
            progress.accept(objects.size());
        }
        return objects;
    }

    private Optional<StoredObject> copyObject(String folder, Map<String, StoredObject> known, Pieces pieces)
            throws IOException {
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var state = state(folder);
            if (state.isEmpty()) {
                return Optional.empty();
            }
            var before = known.get(folder);
            if (before != null && before.state().equals(state.get()) && pieces.holds(before.list())) {
                return Optional.of(before);
            }
            var lines = lines(folder, pieces);
            if (lines.isPresent() && state(folder).equals(state)) {
                var list = String.join("\n", lines.get()).getBytes(StandardCharsets.UTF_8);
                return Optional.of(new StoredObject(
                        state.get(),
                        pieces.keep(new ByteArrayInputStream(list), folder).sha256()));
            }
        }
        throw new IOException(folder + " did not stand still");
    }

    /** The digest of the inventory of an object; empty when it was destroyed, or is only half there. */
    private Optional<String> state(String folder) throws IOException {
        try (var in = store.read(folder + '/' + SIDECAR)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\s", 2)[0]);
        } catch (NoSuchFileException destroyedOrHalfThere) {
            return Optional.empty();
        }
    }

    /** The files of an object; empty when one went while they were copied. */
    private Optional<List<String>> lines(String folder, Pieces pieces) throws IOException {
        var lines = new ArrayList<String>();
        try {
            for (var entry : store.files(folder)) {
                lines.add(pieces.keep(store.read(folder + '/' + entry.path()), entry.path())
                        .line());
            }
            return Optional.of(lines);
        } catch (NoSuchFileException changedMeanwhile) {
            return Optional.empty();
        }
    }

    private static Map<String, StoredObject> lastObjects(Pieces pieces) throws IOException {
        for (var name : pieces.manifests().reversed()) {
            try {
                return pieces.manifest(name).objects();
            } catch (IOException | IllegalArgumentException damaged) {
                System.getLogger(Backup.class.getName())
                        .log(System.Logger.Level.WARNING, "an earlier backup cannot be read", damaged);
            }
        }
        return Map.of();
    }

    private List<Piece> keys() throws IOException {
        var folder = data.resolve(KEYS);
        try (var files = Files.walk(folder)) {
            var all = new ArrayList<Piece>();
            for (var file : files.filter(Files::isRegularFile)
                    .filter(one ->
                            !UNFINISHED.matcher(one.getFileName().toString()).matches())
                    .sorted()
                    .toList()) {
                all.add(digest(file, folder.relativize(file).toString().replace('\\', '/')));
            }
            return all;
        }
    }

    static Piece digest(Path file, String path) throws IOException {
        var bytes = Files.readAllBytes(file);
        return new Piece(HexFormat.of().formatHex(Pieces.sha256().digest(bytes)), bytes.length, path);
    }
}
