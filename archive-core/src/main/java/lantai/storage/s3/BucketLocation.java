package lantai.storage.s3;

import io.ocfl.api.OcflRepository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import lantai.storage.Layout;
import lantai.storage.Location;

/** A location that is a bucket. A PUT that was answered is durable; that is the store's promise, and it is read back besides. */
public final class BucketLocation implements Location {
    private static final String ANY = "application/octet-stream";

    private final String name;
    private final Bucket bucket;
    private final BucketClient client;
    private final OcflRepository repository;

    private BucketLocation(String name, Bucket bucket, boolean versions, Path work) {
        this.name = name;
        this.bucket = bucket;
        this.client = new BucketClient(bucket, versions);
        this.repository = Layout.repository(storage -> storage.cloud(client), work);
    }

    /**
     * Opens it. The bucket must be there; making one is the work of those who run the store.
     *
     * @param work a folder of this machine where versions are put together
     * @throws IOException when the store does not answer or has no such bucket
     */
    public static BucketLocation open(String name, S3Settings settings, Path work) throws IOException {
        var bucket = new Bucket(settings);
        try {
            Files.createDirectories(work);
            if (!bucket.exists()) {
                throw new IOException("there is no bucket " + settings.bucket() + " at " + settings.endpoint());
            }
            return new BucketLocation(name, bucket, bucket.keepsVersions(), work);
        } catch (IOException failure) {
            bucket.close();
            throw failure;
        } catch (UncheckedIOException failure) {
            bucket.close();
            throw failure.getCause();
        }
    }

    /**
     * Tries what the store really does.
     *
     * @throws IOException when it does not answer
     */
    public Capabilities probe(InstantSource clock) throws IOException {
        return new BucketProbe(bucket, clock).run();
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
        return repository;
    }

    @Override
    public List<Entry> files(String folder) throws IOException {
        var prefix = client.folder(folder);
        return bucket.list(prefix, true, false).stream()
                .map(item -> new Entry(item.objectName().substring(prefix.length()), item.size()))
                .sorted(Comparator.comparing(Entry::path))
                .toList();
    }

    @Override
    public void forEachObject(Consumer<String> visitor) throws IOException {
        var skip = client.folder("").length();
        for (var first : bucket.list(client.folder(""), false, false)) {
            if (first.isDir()) {
                bucket.list(first.objectName(), true, false).stream()
                        .map(item -> item.objectName().substring(skip))
                        .map(BucketLocation::objectFolder)
                        .filter(Layout::isObjectFolder)
                        .distinct()
                        .forEach(visitor);
            }
        }
    }

    private static String objectFolder(String path) {
        var parts = path.split("/", 5);
        return parts.length < 5 ? "" : String.join("/", Arrays.asList(parts).subList(0, 4));
    }

    @Override
    public InputStream read(String path) throws IOException {
        return bucket.get(key(path));
    }

    @Override
    public void write(String path, Path source) throws IOException {
        bucket.put(key(path), source, ANY);
    }

    @Override
    public void forEach(List<String> paths, PathWork work) throws IOException {
        var running = new ArrayList<Future<Boolean>>();
        for (var path : paths) {
            running.add(client.threads().submit(() -> {
                work.on(path);
                return true;
            }));
        }
        Optional<Exception> failure = Optional.empty();
        for (var one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                failure = Optional.of(failed);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                failure = Optional.of(stopping);
            }
        }
        if (failure.isPresent()) {
            throw failed(failure.get());
        }
    }

    private IOException failed(Exception failure) {
        return switch (failure.getCause()) {
            case RuntimeException itself -> throw itself;
            case IOException itself -> itself;
            case null, default -> new IOException(place(), failure);
        };
    }

    @Override
    public void remove(String path) throws IOException {
        try {
            client.deleteObjects(List.of(path));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public void purge(String folder) throws IOException {
        try {
            client.deletePath(folder);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public void settle(String folder) {}

    @Override
    public void lock(String objectId, Instant until, boolean held) throws IOException {
        new BucketLock(bucket).lock(client.folder(Layout.folder(objectId)), until, held);
    }

    @Override
    public Optional<Path> local(String path) {
        return Optional.empty();
    }

    @Override
    public String place() {
        return bucket.settings().toString();
    }

    private String key(String path) {
        var prefix = bucket.settings().prefix();
        return prefix.isEmpty() ? path : prefix + '/' + path;
    }

    @Override
    public void close() {
        repository.close();
        client.close();
        bucket.close();
    }
}
