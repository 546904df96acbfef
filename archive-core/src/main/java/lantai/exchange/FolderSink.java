package lantai.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lantai.problem.Refused;

/** A package as a folder. */
public final class FolderSink implements PackageSink {
    private final Path root;

    /**
     * Makes the folder.
     *
     * @throws Refused when something is there already
     */
    public FolderSink(Path root) throws IOException {
        this.root = Files.createDirectories(root);
        try (var there = Files.list(root)) {
            if (!there.limit(1).toList().equals(List.of())) {
                throw new Refused(ExchangeProblem.FOLDER_NOT_EMPTY, root);
            }
        }
    }

    @Override
    public void put(String path, InputStream bytes) throws IOException {
        var file = root.resolve(path).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new IOException("leads out of the package: " + path);
        }
        var folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.copy(bytes, file);
    }

    @Override
    public void close() {}
}
