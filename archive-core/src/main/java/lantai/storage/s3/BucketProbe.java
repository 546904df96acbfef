package lantai.storage.s3;

import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SetObjectRetentionArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import io.minio.messages.Item;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tries what a bucket really does, with keys of its own below {@code .lantai-probe/}. Stores are known that take the headers of
 * object lock, answer that all is well, and delete the object all the same: so a version is locked for a minute, and deleting it
 * is tried. What the try of the lock leaves goes with the next probe.
 */
final class BucketProbe {
    private static final Duration LOCK = Duration.ofMinutes(1);
    private static final String FOLDER = ".lantai-probe/";
    private static final byte[] BYTES = {'p', 'r', 'o', 'b', 'e'};

    private final Bucket bucket;
    private final String prefix;
    private final InstantSource clock;

    BucketProbe(Bucket bucket, InstantSource clock) {
        this.bucket = bucket;
        this.clock = clock;
        var own = bucket.settings().prefix();
        this.prefix = (own.isEmpty() ? "" : own + '/') + FOLDER;
    }

    /** @throws IOException when the store does not answer */
    Capabilities run() throws IOException {
        var versioned = bucket.keepsVersions();
        sweep(versioned);
        var key = prefix + UUID.randomUUID();
        try {
            var conditional = refusesSecond(key);
            var versions = versioned && keepsOlder(key);
            var markers = versions && hides(key);
            return new Capabilities(conditional, versions, markers, versions && locks(prefix + UUID.randomUUID()));
        } finally {
            sweep(versioned);
        }
    }

    private String name() {
        return bucket.settings().bucket();
    }

    private boolean refusesSecond(String key) throws IOException {
        bucket.put(key, BYTES, "text/plain");
        try {
            bucket.client()
                    .putObject(PutObjectArgs.builder()
                            .bucket(name())
                            .object(key)
                            .extraHeaders(Map.of("If-None-Match", "*"))
                            .data(BYTES, BYTES.length)
                            .build());
            return false;
        } catch (ErrorResponseException refused) {
            return refused.response().code() == 412;
        } catch (MinioException | IllegalStateException failure) {
            throw new IOException(failure);
        }
    }

    private boolean keepsOlder(String key) throws IOException {
        bucket.put(key, BYTES, "text/plain");
        bucket.put(key, BYTES, "text/plain");
        return bucket.list(key, true, true).stream()
                        .filter(item -> !item.isDeleteMarker())
                        .map(Item::versionId)
                        .distinct()
                        .count()
                >= 2;
    }

    private boolean hides(String key) throws IOException {
        bucket.delete(List.of(new DeleteRequest.Object(key)));
        var left = bucket.list(key, true, true);
        return left.stream().anyMatch(Item::isDeleteMarker)
                && left.stream().filter(item -> !item.isDeleteMarker()).count() >= 2;
    }

    private boolean locks(String key) throws IOException {
        try {
            var version = bucket.client()
                    .putObject(PutObjectArgs.builder()
                            .bucket(name())
                            .object(key)
                            .data(BYTES, BYTES.length)
                            .build())
                    .versionId();
            if (version == null) {
                return false;
            }
            var until = clock.instant().plus(LOCK).atZone(ZoneOffset.UTC);
            bucket.client()
                    .setObjectRetention(SetObjectRetentionArgs.builder()
                            .bucket(name())
                            .object(key)
                            .versionId(version)
                            .config(new Retention(RetentionMode.COMPLIANCE, until))
                            .build());
            return !deletes(key, version);
        } catch (ErrorResponseException notOffered) {
            return false;
        } catch (MinioException | IllegalStateException failure) {
            throw new IOException(failure);
        }
    }

    /** Whether the version is gone after deleting it was tried, whatever the answer was. */
    private boolean deletes(String key, String version) throws IOException {
        try {
            bucket.client()
                    .removeObject(RemoveObjectArgs.builder()
                            .bucket(name())
                            .object(key)
                            .versionId(version)
                            .build());
        } catch (ErrorResponseException refused) {
            return false;
        } catch (MinioException | IllegalStateException failure) {
            throw new IOException(failure);
        }
        return bucket.list(key, true, true).stream().noneMatch(item -> version.equals(item.versionId()));
    }

    /** Takes away what may go; a version under its minute of retention stays until the next probe. */
    private void sweep(boolean versioned) throws IOException {
        for (var item : bucket.list(prefix, true, versioned)) {
            try {
                bucket.delete(List.of(
                        versioned
                                ? new DeleteRequest.Object(item.objectName(), item.versionId())
                                : new DeleteRequest.Object(item.objectName())));
            } catch (IOException locked) {
                System.getLogger(BucketProbe.class.getName())
                        .log(System.Logger.Level.DEBUG, "stays for its minute: " + item.objectName(), locked);
            }
        }
    }
}
