package lantai.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lantai.problem.Damaged;
import lantai.problem.Unavailable;

/**
 * Enciphered files, opened for those who need a {@link Path}: the processes that draw pages and listen to recordings. They lie in
 * a folder that only the server's account may enter, go a few minutes after they were wanted last, and all go when the
 * server starts. Thread-safe.
 */
final class OpenedFiles {
    private static final Duration IN_USE = Duration.ofMinutes(1);

    private final Path root;
    private final long limit;
    private final Duration kept;

    /**
     * @param limit how many bytes may lie there
     * @param kept how long a file stays after it was wanted last
     */
    OpenedFiles(Path root, long limit, Duration kept) {
        // The folder may hold what others put there, and everything below the root is swept away.
        this.root = root.resolve("lantai-opened");
        this.limit = limit;
        this.kept = kept;
    }

    /**
     * Opens a file unless it is open; its digests are compared.
     *
     * @param folder of its object
     * @param sha512 of the enciphered bytes
     * @throws Damaged when it does not open, or is not what it was
     * @throws Unavailable when too much is open
     */
    Path open(String folder, String sha512, StoredBytes.Enciphered stored) throws IOException {
        var about = stored.about();
        var target = root.resolve(last(folder)).resolve(sha512).resolve(last(about.path()));
        if (Files.exists(target)) {
            Files.setLastModifiedTime(target, FileTime.fromMillis(System.currentTimeMillis()));
            return target;
        }
        makeRoom(about.fixity().size());
        privateFolder(target.resolveSibling(".").normalize());
        var half = target.resolveSibling(UUID.randomUUID() + ".new");
        try {
            var digest = new FixityDigest();
            try (var in = stored.from(0);
                    var out = Files.newOutputStream(half, StandardOpenOption.CREATE_NEW)) {
                var buffer = new byte[1 << 18];
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                    digest.update(buffer, 0, read);
                }
            }
            var found = digest.finish();
            if (!found.equals(about.fixity())) {
                throw new Damaged(StorageProblem.OBJECT_DIFFERS, stored.place().object(), about.path(), found.sha256());
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** {@return a new folder in it, which goes like a file does} */
    synchronized Path folder() throws IOException {
        sweep();
        var folder = root.resolve("object-" + UUID.randomUUID());
        privateFolder(folder);
        return folder;
    }

    private synchronized void privateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(root)) {
            Durable.createFolders(root.toAbsolutePath().resolveSibling(".").normalize());
            Files.createDirectory(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Files.createDirectories(folder);
    }

    private synchronized void makeRoom(long size) throws IOException {
        sweep();
        var all = KeptFile.in(root);
        var held = KeptFile.sum(all);
        var inUse = Instant.ofEpochMilli(System.currentTimeMillis()).minus(IN_USE);
        for (var one : all) {
            if (held + size <= limit || one.used().isAfter(inUse)) {
                break;
            }
            Files.deleteIfExists(one.file());
            held -= one.size();
        }
        if (held + size > limit) {
            throw new Unavailable(StorageProblem.TOO_MUCH_OPENED, limit >> 20);
        }
    }

    /** Takes away what nobody has wanted for a while; {@return how many files went} */
    synchronized int sweep() throws IOException {
        var removed = 0;
        var before = Instant.ofEpochMilli(System.currentTimeMillis()).minus(kept);
        for (var one : KeptFile.in(root)) {
            if (one.used().isBefore(before) && Files.deleteIfExists(one.file())) {
                removed++;
            }
        }
        return removed;
    }

    /** Takes everything away. */
    synchronized void clear() throws IOException {
        Durable.deleteTree(root);
    }

    /** Takes away everything of an object, because it is destroyed. */
    synchronized void forget(String folder) throws IOException {
        Durable.deleteTree(root.resolve(last(folder)));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
