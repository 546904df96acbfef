package lantai.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Copies of files that lie in buckets, on a disk of this machine: whoever wants a {@link Path} gets one. What was not asked for
 * longest goes first when the folder becomes too large; what was handed out a few minutes ago stays. Everything here can be
 * fetched again. Thread-safe.
 */
final class FileCache {
    private static final Duration IN_USE = Duration.ofMinutes(10);

    private final Path root;
    private final long limit;
    private long held = -1;

    /** @param limit how large the folder may become, in bytes */
    FileCache(Path root, long limit) {
        this.root = root;
        this.limit = limit;
    }

    /**
     * Fetches a file unless it is here.
     *
     * @param folder of its object
     * @param sha512 what its bytes must be
     * @return the file, whose bytes have that digest
     * @throws java.nio.file.NoSuchFileException when the location has no such file
     * @throws DigestMismatch when the bytes at the location are others
     */
    Path fetch(Location location, String folder, String path, String sha512) throws IOException {
        var target = root.resolve(name(folder)).resolve(sha512);
        if (holds(target, sha512)) {
            return target;
        }
        Files.createDirectories(target.resolveSibling(".").normalize());
        var half = target.resolveSibling(UUID.randomUUID() + ".new");
        try {
            try (var in = location.read(folder + '/' + path)) {
                Files.copy(in, half);
            }
            try (var in = Files.newInputStream(half)) {
                var found = Digests.sha512(in);
                if (!found.equals(sha512)) {
                    throw new DigestMismatch(path, found);
                }
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        grown(Files.size(target));
        return target;
    }

    private static boolean holds(Path target, String sha512) throws IOException {
        try (var in = Files.newInputStream(target)) {
            if (Digests.sha512(in).equals(sha512)) {
                Files.setLastModifiedTime(target, FileTime.fromMillis(System.currentTimeMillis()));
                return true;
            }
        } catch (NoSuchFileException missing) {
            return false;
        }
        Files.deleteIfExists(target);
        return false;
    }

    /** Takes away everything of an object, because it is destroyed. */
    void forget(String folder) throws IOException {
        Durable.deleteTree(root.resolve(name(folder)));
    }

    private static String name(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private synchronized void grown(long bytes) throws IOException {
        held = held < 0 ? KeptFile.sum(KeptFile.in(root)) : held + bytes;
        if (held <= limit) {
            return;
        }
        var now = Instant.ofEpochMilli(System.currentTimeMillis());
        var all = KeptFile.in(root);
        held = KeptFile.sum(all);
        for (var one : all) {
            if (held <= limit || one.used().isAfter(now.minus(IN_USE))) {
                return;
            }
            if (Files.deleteIfExists(one.file())) {
                held -= one.size();
            }
        }
    }
}
