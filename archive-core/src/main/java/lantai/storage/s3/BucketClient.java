package lantai.storage.s3;

import io.minio.messages.DeleteRequest;
import io.minio.messages.Item;
import io.ocfl.core.storage.cloud.CloudClient;
import io.ocfl.core.storage.cloud.CloudObjectKey;
import io.ocfl.core.storage.cloud.HeadResult;
import io.ocfl.core.storage.cloud.KeyNotFoundException;
import io.ocfl.core.storage.cloud.ListResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bucket as OCFL's reference implementation wants it. Deleting takes every version of a key away, so that nothing which was
 * taken back or destroyed stays behind in a bucket that keeps versions.
 */
final class BucketClient implements CloudClient {
    private static final String ANY = "application/octet-stream";
    private static final int AT_ONCE = 4;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final Bucket bucket;
    private final boolean versions;
    private final CloudObjectKey.Builder keys;
    private final ExecutorService uploads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("s3-upload-", 0).factory());

    /** @param versions whether the bucket keeps older versions */
    BucketClient(Bucket bucket, boolean versions) {
        this.bucket = bucket;
        this.versions = versions;
        this.keys = CloudObjectKey.builder().prefix(prefix());
    }

    /** {@return what does several things at once} */
    ExecutorService threads() {
        return uploads;
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (NoSuchFileException missing) {
            throw new KeyNotFoundException(missing);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private CloudObjectKey key(String path) {
        return keys.buildFromPath(path);
    }

    @Override
    public void close() {
        uploads.shutdownNow();
    }

    @Override
    public String bucket() {
        return bucket.settings().bucket();
    }

    @Override
    public String prefix() {
        return bucket.settings().prefix();
    }

    @Override
    public Future<CloudObjectKey> uploadFileAsync(Path source, String path) {
        return uploadFileAsync(source, path, ANY);
    }

    @Override
    public Future<CloudObjectKey> uploadFileAsync(Path source, String path, @Nullable String contentType) {
        return CompletableFuture.supplyAsync(() -> uploadFile(source, path, contentType), uploads);
    }

    @Override
    public CloudObjectKey uploadFile(Path source, String path) {
        return uploadFile(source, path, ANY);
    }

    @Override
    public CloudObjectKey uploadFile(Path source, String path, @Nullable String contentType) {
        var key = key(path);
        return call(() -> {
            bucket.put(key.getKey(), source, contentType == null ? ANY : contentType);
            return key;
        });
    }

    @Override
    public CloudObjectKey uploadBytes(String path, byte[] bytes, @Nullable String contentType) {
        var key = key(path);
        return call(() -> {
            bucket.put(key.getKey(), bytes, contentType == null ? ANY : contentType);
            return key;
        });
    }

    @Override
    public CloudObjectKey copyObject(String source, String path) {
        var key = key(path);
        return call(() -> {
            bucket.copy(key(source).getKey(), key.getKey());
            return key;
        });
    }

    @Override
    public Path downloadFile(String path, Path target) {
        return call(() -> {
            try (var in = bucket.get(key(path).getKey())) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return target;
        });
    }

    @Override
    public InputStream downloadStream(String path) {
        return call(() -> bucket.get(key(path).getKey()));
    }

    @Override
    public InputStream downloadStreamRange(String path, String range) {
        var bytes = RANGE.matcher(range);
        if (!bytes.matches()) {
            throw new IllegalArgumentException("not a range of bytes: \"" + range + '"');
        }
        var first = Long.parseLong(bytes.group(1));
        var last = Long.parseLong(bytes.group(2));
        return call(() -> bucket.get(key(path).getKey(), first, last - first + 1));
    }

    @Override
    public String downloadString(String path) {
        return call(() -> {
            try (var in = bucket.get(key(path).getKey())) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    @Override
    public HeadResult head(String path) {
        return call(() -> {
            var head = bucket.head(key(path).getKey());
            return new HeadResult()
                    .setContentLength(head.size())
                    .setETag(head.etag())
                    .setLastModified(head.lastModified().toInstant());
        });
    }

    @Override
    public ListResult list(String path) {
        var wanted = path.isEmpty() ? folder("") : key(path).getKey();
        // a key loses its slash at the end, which here says that only what is below is wanted
        var prefix = path.endsWith("/") && !wanted.endsWith("/") ? wanted + "/" : wanted;
        return call(() -> listed(prefix, bucket.list(prefix, true, false)));
    }

    @Override
    public ListResult listDirectory(String path) {
        var prefix = folder(path);
        return call(() -> listed(prefix, bucket.list(prefix, false, false)));
    }

    @Override
    public boolean directoryExists(String path) {
        return call(() -> bucket.holdsAny(folder(path)));
    }

    @Override
    public void deletePath(String path) {
        call(() -> {
            delete(folder(path), "");
            return path;
        });
    }

    @Override
    public void deleteObjects(Collection<String> paths) {
        call(() -> {
            for (var path : paths) {
                delete(key(path).getKey(), key(path).getKey());
            }
            return paths;
        });
    }

    @Override
    public void safeDeleteObjects(String... paths) {
        safeDeleteObjects(Arrays.asList(paths));
    }

    @Override
    public void safeDeleteObjects(Collection<String> paths) {
        try {
            deleteObjects(paths);
        } catch (RuntimeException failure) {
            System.getLogger(BucketClient.class.getName())
                    .log(Level.WARNING, "what was uploaded in vain stays in " + bucket.settings(), failure);
        }
    }

    @Override
    public boolean bucketExists() {
        return call(bucket::exists);
    }

    /**
     * Deletes with every version.
     *
     * @param prefix what keys begin with
     * @param only the one key that is meant; empty for all
     */
    private void delete(String prefix, String only) throws IOException {
        if (!versions && !only.isEmpty()) {
            bucket.delete(List.of(new DeleteRequest.Object(only)));
            return;
        }
        bucket.delete(bucket.list(prefix, true, versions).stream()
                .filter(item -> only.isEmpty() || item.objectName().equals(only))
                .map(item -> versions
                        ? new DeleteRequest.Object(item.objectName(), item.versionId())
                        : new DeleteRequest.Object(item.objectName()))
                .toList());
    }

    /** {@return what all keys below a folder begin with} */
    String folder(String path) {
        var start = path.isEmpty() ? prefix() : key(path).getKey();
        return start.isEmpty() || start.endsWith("/") ? start : start + '/';
    }

    private ListResult listed(String prefix, List<Item> items) {
        var skip = prefix().isEmpty() ? 0 : prefix().length() + 1;
        return new ListResult()
                .setObjects(items.stream()
                        .filter(item -> !item.isDir())
                        .map(item -> new ListResult.ObjectListing()
                                .setKey(keys.buildFromKey(item.objectName()))
                                .setKeySuffix(item.objectName().substring(prefix.length())))
                        .toList())
                .setDirectories(items.stream()
                        .filter(Item::isDir)
                        .map(item -> new ListResult.DirectoryListing()
                                .setPath(item.objectName().substring(skip)))
                        .toList());
    }
}
