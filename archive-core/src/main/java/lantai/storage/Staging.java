package lantai.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.fault.FaultPoint;
import lantai.fault.Faults;
import lantai.problem.Damaged;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.problem.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes lie from receipt to filing: one file for each content, named by its SHA-256.
 *
 * <p>The law of staging: what {@link #store} has returned survives a loss of power; the same content is stored once; a
 * stored file is never altered. A file half received by {@link #append} is kept under its upload's name until it is
 * {@link #complete}. Thread-safe.
 */
public final class Staging {
    private static final int BUFFER = 1 << 16;
    private static final String UNFINISHED = ".new";

    private final Path contents;
    private final Path partial;

    private Staging(Path contents, Path partial) {
        this.contents = contents;
        this.partial = partial;
    }

    /**
     * Opens it, making the folder when missing.
     *
     * @throws Unavailable when the folder cannot be made or written
     */
    public static Staging open(Path folder) {
        try {
            var staging = new Staging(folder.resolve("contents"), folder.resolve("partial"));
            Durable.createFolders(staging.contents);
            Durable.createFolders(staging.partial);
            return staging;
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    /**
     * Stores a whole stream.
     *
     * @return the fixity of what is now safely stored
     * @throws Unavailable when it cannot be written
     * @throws IOException when the stream itself breaks off; nothing is kept then
     */
    public Fixity store(InputStream in) throws IOException {
        var temporary = partial.resolve(UUID.randomUUID() + UNFINISHED);
        try {
            Fixity fixity;
            try (var out = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                Faults.before(FaultPoint.HASH);
                fixity = copy(in, out, new FixityDigest());
                out.force(true);
                Faults.after(FaultPoint.HASH);
            }
            keep(temporary, fixity);
            return fixity;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** {@return how many bytes of an upload have arrived safely} */
    public long arrived(UUID upload) {
        try {
            var file = partial(upload);
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException failure) {
            throw unwritable(partial, failure);
        }
    }

    /**
     * Appends to an upload. When the stream breaks off, what had arrived stays and can be continued.
     *
     * @param offset where the bytes belong; must be what {@link #arrived} says
     * @return how many bytes have arrived now
     * @throws Refused while another piece of the same upload is still being written
     * @throws Unavailable when it cannot be written
     * @throws IOException when the stream breaks off
     */
    public long append(UUID upload, long offset, InputStream in) throws IOException {
        try (var out = FileChannel.open(partial(upload), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var alone = lock(out)) {
            if (alone == null) {
                throw new Refused(StorageProblem.UPLOAD_BUSY);
            }
            out.truncate(offset);
            out.position(offset);
            try {
                copy(in, out, new FixityDigest());
            } finally {
                out.force(true);
            }
            return out.size();
        }
    }

    // Two writers at once could leave a hole in a file that has the right length.
    private static @Nullable FileLock lock(FileChannel out) throws IOException {
        try {
            return out.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** {@return how many bytes are still free on the disk} */
    public long freeBytes() {
        try {
            return Files.getFileStore(contents).getUsableSpace();
        } catch (IOException failure) {
            throw unwritable(contents, failure);
        }
    }

    /** Stores what an upload has gathered and forgets the upload. */
    public Fixity complete(UUID upload) throws IOException {
        var file = partial(upload);
        if (!Files.exists(file)) {
            throw new NotFound(StorageProblem.NOT_STAGED, upload);
        }
        var fixity = FixityDigest.of(file);
        keep(file, fixity);
        return fixity;
    }

    /** Forgets an upload and what it has gathered. */
    public void discard(UUID upload) {
        try {
            Files.deleteIfExists(partial(upload));
        } catch (IOException failure) {
            throw unwritable(partial, failure);
        }
    }

    /** {@return the file with this content} to be read only */
    public Path file(String sha256) {
        if (!Fixity.isDigest(sha256)) {
            throw new IllegalArgumentException("not a SHA-256: \"" + sha256 + '"');
        }
        return folder(sha256).resolve(sha256);
    }

    /** {@return whether a content is there} */
    public boolean holds(String sha256) {
        return Files.isRegularFile(file(sha256));
    }

    /** Takes a content away. Only for bytes that the archival store holds and that no row points at any more. */
    public void remove(String sha256) {
        try {
            if (Files.deleteIfExists(file(sha256))) {
                Durable.force(folder(sha256));
            }
        } catch (IOException failure) {
            throw unwritable(contents, failure);
        }
    }

    /**
     * Takes away what receptions that were killed half-way left behind. Announced uploads stay.
     *
     * @param before only what has not changed since
     * @return how many
     */
    public int removeBroken(Instant before) {
        var removed = 0;
        try (var files = Files.newDirectoryStream(partial, "*" + UNFINISHED)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
            return removed;
        } catch (IOException failure) {
            throw unwritable(partial, failure);
        }
    }

    /**
     * Reads a stored content again and compares.
     *
     * @throws Damaged when its bytes are not those
     * @throws NotFound when it is not there
     */
    public void verify(Fixity expected) {
        var file = file(expected.sha256());
        if (!Files.exists(file)) {
            throw new NotFound(StorageProblem.NOT_STAGED, expected.sha256());
        }
        try {
            var found = FixityDigest.of(file);
            if (!found.equals(expected)) {
                throw new Damaged(StorageProblem.STAGED_BYTES_DIFFER, expected.sha256(), found.sha256());
            }
        } catch (IOException failure) {
            throw unwritable(file, failure);
        }
    }

    /** Visits the SHA-256 of everything stored, in no order. */
    public void forEach(Consumer<String> visitor) {
        try (Stream<Path> files = Files.walk(contents, 2)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .forEach(visitor);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path folder(String sha256) {
        return contents.resolve(sha256.substring(0, 2));
    }

    private Path partial(UUID upload) {
        return partial.resolve(upload.toString());
    }

    private void keep(Path temporary, Fixity fixity) throws IOException {
        var target = file(fixity.sha256());
        var folder = folder(fixity.sha256());
        Durable.createFolders(folder);
        if (Files.exists(target) && Files.size(target) == fixity.size()) {
            Files.deleteIfExists(temporary);
        } else {
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException another) {
                Files.deleteIfExists(temporary);
            }
        }
        Durable.force(folder);
    }

    private Fixity copy(InputStream in, FileChannel out, FixityDigest digest) throws IOException {
        var buffer = new byte[BUFFER];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            var bytes = ByteBuffer.wrap(buffer, 0, read);
            write(out, bytes);
        }
        return digest.finish();
    }

    // Told apart from a stream that breaks off: a full disk is not the sender's fault.
    private void write(FileChannel out, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException failure) {
            throw unwritable(partial, failure);
        }
    }

    private static Unavailable unwritable(Path place, IOException failure) {
        var unavailable = new Unavailable(StorageProblem.STORE_UNWRITABLE, place);
        unavailable.initCause(failure);
        return unavailable;
    }
}
