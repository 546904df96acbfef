package lantai.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lantai.problem.Unavailable;

/**
 * Where heads are exported to: {@code heads/000000000012/000000000123456.head}, folder by 10 000 entries, file by size. A file is
 * written once, made durable, and never written again. Whoever can write the database must not be able to write here.
 */
public final class HeadFolder {
    private static final int IN_ONE = 10_000;
    private static final String ENDING = ".head";

    private final Path folder;

    public HeadFolder(Path folder) {
        this.folder = folder;
    }

    /** {@return the folder itself} */
    public Path path() {
        return folder;
    }

    /** {@return the files of all heads, smallest first} */
    public List<Path> files() {
        try {
            var files = new ArrayList<Path>();
            for (var part : sorted(folder)) {
                if (Files.isDirectory(part)) {
                    files.addAll(heads(part));
                }
            }
            return files;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** {@return the newest heads, newest first} */
    public List<SignedHead> newest(int most) {
        try {
            var newest = new ArrayList<SignedHead>();
            for (var part : sorted(folder).reversed()) {
                if (!Files.isDirectory(part)) {
                    continue;
                }
                for (var file : heads(part).reversed()) {
                    if (newest.size() == most) {
                        return newest;
                    }
                    newest.add(read(file));
                }
            }
            return newest;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** {@return the newest head} */
    public Optional<SignedHead> last() {
        return newest(1).stream().findFirst();
    }

    /** {@return the head of exactly this size} */
    public Optional<SignedHead> of(long size) {
        var file = file(size);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Writes one head durably; one of that size must not be there yet. */
    void write(SignedHead head) throws IOException {
        var file = file(head.size());
        var part = folder.resolve(part(head.size()));
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.createDirectories(part);
        var fresh = part.resolve(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(head.file().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        sync(part);
        sync(folder);
    }

    private Path file(long size) {
        return folder.resolve(part(size)).resolve("%015d%s".formatted(size, ENDING));
    }

    private static String part(long size) {
        return "%012d".formatted(size / IN_ONE);
    }

    private static List<Path> heads(Path part) throws IOException {
        return sorted(part).stream()
                .filter(file -> file.toString().endsWith(ENDING))
                .toList();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Collections.emptyList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private SignedHead read(Path file) {
        try {
            return SignedHead.read(Files.readString(file)).orElseThrow(() -> new IOException("no head: " + file));
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private Unavailable unreadable(IOException cause) {
        var unreadable = new Unavailable(AuditProblem.HEADS_UNREADABLE, folder);
        unreadable.initCause(cause);
        return unreadable;
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
