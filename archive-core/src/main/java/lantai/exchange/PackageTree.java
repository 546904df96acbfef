package lantai.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.HashSet;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lantai.problem.Refused;

/**
 * The files of a package: a folder, or a zip file with one folder in it or none, which is read where it lies and not unpacked.
 *
 * @param root the folder
 * @param name of the folder; of the zip file when there is no folder in it
 * @param zip the zip file while it is open
 */
record PackageTree(Path root, String name, Optional<FileSystem> zip) implements AutoCloseable {
    /** How much larger than itself a zip file may become (agency policy). */
    private static final int MOST_TIMES = 200;
    /** Small ones may become as large as this in any case, in bytes. */
    private static final long SMALL = 64L << 20;

    /**
     * Opens what may be a package.
     *
     * @return nothing when it is neither a folder nor a zip file that can be read
     * @throws Refused when a name in the zip file leads out of it or is there twice, or it would become too large
     * @throws IOException when it cannot be read at all
     */
    static Optional<PackageTree> open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            var folder = path.toRealPath();
            return Optional.of(new PackageTree(folder, last(folder), Optional.empty()));
        }
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            look(path);
            return Optional.of(zipped(FileSystems.newFileSystem(path), last(path)));
        } catch (ZipException | ProviderNotFoundException | IllegalArgumentException notZip) {
            return Optional.empty();
        }
    }

    /** What the list of a zip file says of sizes is not believed: all of it is read once. */
    private static void look(Path path) throws IOException {
        var most = Math.max(SMALL, MOST_TIMES * Files.size(path));
        try (var zip = new ZipFile(path.toFile())) {
            var names = new HashSet<String>();
            var total = 0L;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var name = entry.getName().replaceFirst("/$", "");
                if (!BagPath.isSafe(name)) {
                    throw new Refused(ExchangeProblem.ZIP_LEADS_OUT, last(path), entry.getName());
                }
                if (!names.add(name)) {
                    throw new Refused(ExchangeProblem.ZIP_NAME_TWICE, last(path), entry.getName());
                }
                try (var bytes = zip.getInputStream(entry)) {
                    total += length(bytes, most - total);
                }
                if (total > most) {
                    throw new Refused(ExchangeProblem.ZIP_TOO_LARGE, last(path), most);
                }
            }
        }
    }

    /** {@return how many bytes come, one more than {@code most} when there are more} */
    private static long length(InputStream bytes, long most) throws IOException {
        var buffer = new byte[1 << 16];
        var length = 0L;
        for (var read = bytes.read(buffer); read >= 0 && length <= most; read = bytes.read(buffer)) {
            length += read;
        }
        return Math.min(length, most + 1);
    }

    private static PackageTree zipped(FileSystem zip, String file) throws IOException {
        var top = zip.getPath("/");
        try (var there = Files.list(top)) {
            var entries = there.toList();
            if (entries.size() == 1 && Files.isDirectory(entries.getFirst())) {
                return new PackageTree(entries.getFirst(), last(entries.getFirst()), Optional.of(zip));
            }
        }
        return new PackageTree(top, file.replaceFirst("(?i)\\.zip$", ""), Optional.of(zip));
    }

    static String last(Path path) {
        var last = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        return last.endsWith("/") ? last.substring(0, last.length() - 1) : last;
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().close();
        }
    }
}
