package lantai.storage;

import io.ocfl.api.OcflRepository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A location that is a folder. */
public final class FolderLocation implements Location {
    private final String name;
    private final Path root;
    private final Path work;
    private final Optional<OcflRepository> repository;

    private FolderLocation(String name, Path root, Path work, Optional<OcflRepository> repository) {
        this.name = name;
        this.root = root;
        this.work = work;
        this.repository = repository;
    }

    /**
     * Opens it, making the folders when missing.
     *
     * @param root the OCFL storage root
     * @param work where versions are put together, on the same volume as the root
     */
    public static FolderLocation open(String name, Path root, Path work) {
        try {
            Durable.createFolders(root);
            Durable.createFolders(work);
            var repository = Layout.repository(storage -> storage.fileSystem(root), work);
            var location = new FolderLocation(name, root, work, Optional.of(repository));
            Durable.force(root);
            return location;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Opens a folder that holds files and no OCFL objects, and may hold other things as well, such as the root of a disk.
     *
     * @param root the folder, made when missing
     * @param work where files are put together, on the same volume as the root
     */
    public static FolderLocation ofFiles(String name, Path root, Path work) throws IOException {
        Durable.createFolders(root);
        Durable.createFolders(work);
        return new FolderLocation(name, root, work, Optional.empty());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.FOLDER;
    }

    @Override
    public OcflRepository repository() {
        return repository.orElseThrow(() -> new IllegalStateException(root + " holds no objects"));
    }

    @Override
    public List<Entry> files(String folder) throws IOException {
        var start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (var walk = Files.walk(start)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> new Entry(
                            start.relativize(file).toString().replace('\\', '/'),
                            file.toFile().length()))
                    .sorted(Comparator.comparing(Entry::path))
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public void forEachObject(Consumer<String> visitor) throws IOException {
        try (var walk = Files.walk(root, Layout.DEPTH)) {
            walk.map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(Layout::isObjectFolder)
                    .forEach(visitor);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public InputStream read(String path) throws IOException {
        return Files.newInputStream(root.resolve(path));
    }

    @Override
    public void write(String path, Path source) throws IOException {
        var target = root.resolve(path);
        var parent = target.resolveSibling(".").normalize();
        Durable.createFolders(parent);
        var half = work.resolve("write-" + UUID.randomUUID());
        try {
            Files.copy(source, half);
            Durable.force(half);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        Durable.force(parent);
    }

    @Override
    public void remove(String path) throws IOException {
        var file = root.resolve(path);
        if (Files.deleteIfExists(file)) {
            Durable.force(file.resolveSibling(".").normalize());
        }
    }

    @Override
    public void purge(String folder) throws IOException {
        var start = root.resolve(folder);
        Durable.deleteTree(start);
        for (var parent : parents(start)) {
            Durable.force(parent);
        }
    }

    @Override
    public void settle(String folder) throws IOException {
        var start = root.resolve(folder);
        Durable.forceTree(start, parents(start));
    }

    private List<Path> parents(Path folder) {
        return Stream.iterate(
                        folder.toAbsolutePath().getParent(),
                        path -> path != null && path.startsWith(root.toAbsolutePath()),
                        Path::getParent)
                .filter(Files::isDirectory)
                .toList();
    }

    @Override
    public void lock(String objectId, Instant until, boolean held) throws IOException {
        throw new IOException(place() + " is a folder and locks nothing");
    }

    @Override
    public Optional<Path> local(String path) {
        return Optional.of(root.resolve(path));
    }

    @Override
    public String place() {
        return root.toString();
    }

    @Override
    public void close() {
        repository.ifPresent(OcflRepository::close);
    }
}
