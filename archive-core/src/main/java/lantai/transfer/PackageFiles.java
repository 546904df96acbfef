package lantai.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lantai.problem.NotFound;

/** The packed folder of a list, to be taken away. */
public final class PackageFiles {
    private final Path root;

    /** @param root the folder in which packages lie */
    public PackageFiles(Path root) {
        this.root = root;
    }

    /** {@return the paths of its files, with slashes, in their order; empty when it is not packed} */
    public List<String> names(TransferList list) {
        var folder = root.resolve(list.number());
        if (list.bundle().isEmpty() || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> Folder.name(folder, file))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * One of its files.
     *
     * @throws NotFound when there is none
     */
    public Path file(TransferList list, String path) {
        if (!names(list).contains(path)) {
            throw new NotFound(TransferProblem.NO_SUCH_FILE, path);
        }
        return root.resolve(list.number()).resolve(path);
    }

    /** Writes all of it as a ZIP; the stream stays open. */
    public void zip(TransferList list, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var name : names(list)) {
            var entry = new ZipEntry(list.number() + '/' + name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            Files.copy(root.resolve(list.number()).resolve(name), zip);
            zip.closeEntry();
        }
        zip.finish();
    }
}
