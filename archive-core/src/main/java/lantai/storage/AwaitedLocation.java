package lantai.storage;

import io.ocfl.api.OcflRepository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A bucket that did not answer when the archive started: every call tries to open it until it does. */
final class AwaitedLocation implements Location {
    private final String name;
    private final String place;
    private final Opening opening;
    private @Nullable Location open;

    /** How it is opened. */
    interface Opening {
        Location open() throws IOException;
    }

    AwaitedLocation(String name, String place, Opening opening) {
        this.name = name;
        this.place = place;
        this.opening = opening;
    }

    private synchronized Location opened() throws IOException {
        var location = open;
        if (location == null) {
            location = opening.open();
            open = location;
        }
        return location;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.S3;
    }

    @Override
    public OcflRepository repository() {
        try {
            return opened().repository();
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        }
    }

    @Override
    public List<Entry> files(String folder) throws IOException {
        return opened().files(folder);
    }

    @Override
    public void forEachObject(Consumer<String> visitor) throws IOException {
        opened().forEachObject(visitor);
    }

    @Override
    public InputStream read(String path) throws IOException {
        return opened().read(path);
    }

    @Override
    public void write(String path, Path source) throws IOException {
        opened().write(path, source);
    }

    @Override
    public void forEach(List<String> paths, PathWork work) throws IOException {
        opened().forEach(paths, work);
    }

    @Override
    public void remove(String path) throws IOException {
        opened().remove(path);
    }

    @Override
    public void purge(String folder) throws IOException {
        opened().purge(folder);
    }

    @Override
    public void settle(String folder) throws IOException {
        opened().settle(folder);
    }

    @Override
    public void lock(String objectId, Instant until, boolean held) throws IOException {
        opened().lock(objectId, until, held);
    }

    @Override
    public Optional<Path> local(String path) {
        return Optional.empty();
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
        }
    }
}
