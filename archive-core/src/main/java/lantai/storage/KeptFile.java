package lantai.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file that lies in a folder only as long as it is wanted.
 *
 * @param size in bytes
 * @param used when it was wanted last
 */
record KeptFile(Path file, long size, Instant used) {
    /** {@return every file below a folder, the one that was wanted longest ago first}; none where the folder is missing */
    static List<KeptFile> in(Path root) throws IOException {
        var all = new ArrayList<KeptFile>();
        if (!Files.isDirectory(root)) {
            return all;
        }
        try (var walk = Files.walk(root)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                try {
                    all.add(new KeptFile(
                            file,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toInstant()));
                } catch (NoSuchFileException vanished) {
                    all.removeIf(kept -> kept.file().equals(file));
                }
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        all.sort(Comparator.comparing(KeptFile::used));
        return all;
    }

    /** {@return the bytes of files together} */
    static long sum(List<KeptFile> files) {
        return files.stream().mapToLong(KeptFile::size).sum();
    }
}
