package lantai.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import lantai.backup.Manifest.Piece;
import lantai.key.ItemKeys;
import lantai.problem.Refused;
import lantai.storage.Location;

/**
 * Brings an archive back into an empty folder. A piece that is missing or damaged is named and the rest comes back; a database
 * with a hole is not put there at all, for the archive can then be rebuilt from its objects.
 */
public final class Restoration {
    private static final String LOST = "missing or damaged in the backup";
    private static final String ROTATED =
            "newer than the backup: enciphered records whose keys were wrapped before the rotation cannot be opened";

    private final Location source;

    /** @param source where the backups lie */
    public Restoration(Location source) {
        this.source = source;
    }

    /**
     * One thing that did not come back.
     *
     * @param path relative to the data folder
     */
    public record Loss(String path, String reason) {}

    /**
     * What came back.
     *
     * @param name of the backup
     * @param point everything committed before it is there
     * @param losses what did not come back
     * @param database whether the database is whole
     * @param destroyedSince folders of objects that came back and that newer backups do not hold any more: they were destroyed
     *     after the recovery point and are to be destroyed again
     */
    public record Report(
            String name,
            Instant point,
            int files,
            int objects,
            List<Loss> losses,
            boolean database,
            List<String> destroyedSince) {
        /** {@return whether all came back and nothing is to be destroyed again} */
        public boolean ok() {
            return losses.isEmpty() && destroyedSince.isEmpty();
        }
    }

    /**
     * Brings the newest backup back that can be read, at most as new as a moment.
     *
     * @param until backups with a later recovery point are passed over
     * @param data a folder that is empty or not there
     * @param keys the folder with the keys, which are not in a backup
     * @param progress is told how many objects are there
     * @throws Refused when the folder is not empty, nothing can be read, or a key is missing or another one
     */
    public Report run(Instant until, Path data, Path keys, LongConsumer progress) throws IOException {
        if (Files.exists(data)) {
            try (var there = Files.list(data)) {
                if (there.findAny().isPresent()) {
                    throw new Refused(BackupProblem.NOT_EMPTY, data);
                }
            }
        }
        var losses = new ArrayList<Loss>();
        try (var pieces = new Pieces(source, Files.createTempDirectory("lantai-restore"))) {
            var names = pieces.manifests();
            var chosen = choose(pieces, names, until, losses);
            var manifest = pieces.manifest(chosen);
            restoreKeys(manifest, keys, data, losses);
            for (var folder : manifest.folders()) {
                Files.createDirectories(within(data, folder));
            }
            makePrivate(data.resolve(Backup.CLUSTER));
            var before = losses.size();
            for (var file : manifest.files()) {
                restore(pieces, file, data, "", losses);
            }
            var database = losses.subList(before, losses.size()).stream()
                    .noneMatch(loss -> loss.path().startsWith(Backup.CLUSTER));
            if (!database) {
                deleteTree(data.resolve(Backup.CLUSTER));
            }
            var objects = restoreObjects(pieces, manifest, data, losses, progress);
            return new Report(
                    chosen,
                    manifest.point(),
                    manifest.files().size(),
                    objects,
                    List.copyOf(losses),
                    database,
                    destroyedSince(pieces, names, chosen, manifest));
        }
    }

    private static String choose(Pieces pieces, List<String> names, Instant until, List<Loss> losses) {
        for (var name : names.reversed()) {
            try {
                if (!pieces.manifest(name).point().isAfter(until)) {
                    return name;
                }
            } catch (IOException | IllegalArgumentException damaged) {
                losses.add(new Loss("manifests/" + name, LOST));
            }
        }
        throw new Refused(BackupProblem.NO_BACKUP, until);
    }

    /** Keys are nobody else's business, and PostgreSQL does not start in a folder that others may enter. */
    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** The key-encryption keys may be newer: a rotation since then has destroyed those of the backup. */
    private static void restoreKeys(Manifest manifest, Path keys, Path data, List<Loss> losses) throws IOException {
        var wrong = new ArrayList<String>();
        var rotated = new ArrayList<Loss>();
        for (var key : manifest.keys()) {
            var file = within(keys, key.path());
            var isThere = Files.isRegularFile(file);
            if (isThere && Backup.digest(file, key.path()).sha256().equals(key.sha256())) {
                continue;
            }
            if (isThere && key.path().equals(ItemKeys.WRAPPING_FILE)) {
                rotated.add(new Loss(Backup.KEYS + '/' + key.path(), ROTATED));
            } else {
                wrong.add(key.path());
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(BackupProblem.KEYS_MISSING, keys, String.join(", ", wrong));
        }
        losses.addAll(rotated);
        makePrivate(data);
        for (var key : manifest.keys()) {
            var target = data.resolve(Backup.KEYS).resolve(key.path());
            Files.createDirectories(target.resolveSibling(".").normalize());
            Files.copy(keys.resolve(key.path()), target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static int restoreObjects(
            Pieces pieces, Manifest manifest, Path data, List<Loss> losses, LongConsumer progress) throws IOException {
        var done = 0;
        for (var object : manifest.objects().entrySet()) {
            var folder = Backup.OBJECTS + object.getKey() + '/';
            try {
                for (var line : pieces.lines(object.getValue().list())) {
                    restore(pieces, Piece.parse(line), data, folder, losses);
                }
                progress.accept(++done);
            } catch (Pieces.Lost damaged) {
                losses.add(new Loss(folder, LOST));
            }
        }
        return done;
    }

    private static void restore(Pieces pieces, Piece piece, Path data, String folder, List<Loss> losses)
            throws IOException {
        try {
            pieces.fetch(piece, within(data, folder + piece.path()));
        } catch (Pieces.Lost damaged) {
            losses.add(new Loss(folder + piece.path(), LOST));
        }
    }

    /** Whoever can write to the place of the backups must not write beside the folder they come back to. */
    private static Path within(Path folder, String path) throws IOException {
        var target = folder.resolve(path).normalize();
        if (!target.startsWith(folder.normalize())) {
            throw new IOException("a path in the backup leads out of the folder: " + path);
        }
        return target;
    }

    private static List<String> destroyedSince(Pieces pieces, List<String> names, String chosen, Manifest manifest) {
        for (var name : names.reversed()) {
            if (name.equals(chosen)) {
                break;
            }
            try {
                var gone = new TreeSet<>(manifest.objects().keySet());
                gone.removeAll(pieces.manifest(name).objects().keySet());
                return List.copyOf(gone);
            } catch (IOException | IllegalArgumentException damaged) {
                // told as a loss already
            }
        }
        return List.of();
    }

    private static void deleteTree(Path root) throws IOException {
        try (var walk = Files.walk(root)) {
            for (var path : walk.toList().reversed()) {
                Files.delete(path);
            }
        }
    }
}
