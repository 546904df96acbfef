package lantai.storage.s3;

import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import io.minio.messages.Item;
import io.minio.messages.VersioningConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plain S3 calls on one bucket, with their failures as {@link IOException}. Keys are whole, with the prefix. Thread-safe. */
final class Bucket implements AutoCloseable {
    /** Files up to this size go in one PUT, in bytes. */
    private static final long PART = 64L << 20;

    private static final long CONNECT_MILLIS = 10_000;
    private static final long SILENCE_MILLIS = 60_000;
    private static final int KEYS_AT_ONCE = 500;

    private final S3Settings settings;
    private final MinioClient client;

    Bucket(S3Settings settings) {
        this.settings = settings;
        client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .build();
        client.setTimeout(CONNECT_MILLIS, SILENCE_MILLIS, SILENCE_MILLIS);
    }

    S3Settings settings() {
        return settings;
    }

    /** {@return what makes calls that are not among these} */
    MinioClient client() {
        return client;
    }

    private String name() {
        return settings.bucket();
    }

    boolean exists() throws IOException {
        try {
            return client.bucketExists(BucketExistsArgs.builder().bucket(name()).build());
        } catch (MinioException | IllegalStateException failure) {
            throw told(failure, name());
        }
    }

    /** {@return whether the bucket keeps older versions of what is written over} */
    boolean keepsVersions() throws IOException {
        try {
            var status = client.getBucketVersioning(
                            GetBucketVersioningArgs.builder().bucket(name()).build())
                    .status();
            return status == VersioningConfiguration.Status.ENABLED
                    || status == VersioningConfiguration.Status.SUSPENDED;
        } catch (ErrorResponseException unknown) {
            return false;
        } catch (MinioException | IllegalStateException failure) {
            throw told(failure, name());
        }
    }

    void put(String key, Path file, String contentType) throws IOException {
        try {
            client.uploadObject(UploadObjectArgs.builder()
                    .bucket(name())
                    .object(key)
                    .filename(file.toString(), PART)
                    .contentType(contentType)
                    .build());
        } catch (MinioException | IllegalStateException failure) {
            throw told(failure, key);
        }
    }

    void put(String key, byte[] bytes, String contentType) throws IOException {
        try {
            client.putObject(PutObjectArgs.builder()
                    .bucket(name())
                    .object(key)
                    .data(bytes, bytes.length)
                    .contentType(contentType)
                    .build());
        } catch (MinioException | IllegalStateException failure) {
            throw told(failure, key);
        }
    }

    void copy(String from, String to) throws IOException {
        try {
            client.copyObject(CopyObjectArgs.builder()
                    .bucket(name())
                    .object(to)
                    .source(SourceObject.builder().bucket(name()).object(from).build())
                    .build());
        } catch (MinioException | IllegalStateException failure) {
            throw told(failure, from);
        }
    }

    InputStream get(String key) throws IOException {
        try {
            return client.getObject(
                    GetObjectArgs.builder().bucket(name()).object(key).build());
        } catch (MinioException | IllegalStateException failure) {
            throw told(failure, key);
        }
    }

    InputStream get(String key, long offset, long length) throws IOException {
        try {
            return client.getObject(GetObjectArgs.builder()
                    .bucket(name())
                    .object(key)
                    .offset(offset)
                    .length(length)
                    .build());
        } catch (MinioException | IllegalStateException failure) {
            throw told(failure, key);
        }
    }

    StatObjectResponse head(String key) throws IOException {
        try {
            return client.statObject(
                    StatObjectArgs.builder().bucket(name()).object(key).build());
        } catch (MinioException | IllegalStateException failure) {
            throw told(failure, key);
        }
    }

    /**
     * Lists keys.
     *
     * @param deep whether folders below are looked into; else they are entries themselves
     * @param versions whether older versions and delete markers are wanted too
     */
    List<Item> list(String prefix, boolean deep, boolean versions) throws IOException {
        var found = new ArrayList<Item>();
        var wanted = ListObjectsArgs.builder()
                .bucket(name())
                .prefix(prefix)
                .recursive(deep)
                .includeVersions(versions)
                .build();
        try {
            for (var item : client.listObjects(wanted)) {
                found.add(item.get());
            }
        } catch (MinioException | IllegalStateException failure) {
            throw told(failure, prefix);
        }
        return found;
    }

    /** {@return whether a key begins so} */
    boolean holdsAny(String prefix) throws IOException {
        try {
            var wanted = ListObjectsArgs.builder()
                    .bucket(name())
                    .prefix(prefix)
                    .recursive(true)
                    .maxKeys(1)
                    .build();
            var found = client.listObjects(wanted).iterator();
            return found.hasNext() && found.next().get() != null;
        } catch (MinioException | IllegalStateException failure) {
            throw told(failure, prefix);
        }
    }

    void delete(List<DeleteRequest.Object> objects) throws IOException {
        for (var start = 0; start < objects.size(); start += KEYS_AT_ONCE) {
            var some = objects.subList(start, Math.min(objects.size(), start + KEYS_AT_ONCE));
            try {
                for (var error : client.removeObjects(
                        RemoveObjectsArgs.builder().bucket(name()).objects(some).build())) {
                    throw new IOException(settings + " did not delete "
                            + error.get().objectName() + ": " + error.get().message());
                }
            } catch (MinioException | IllegalStateException failure) {
                throw told(failure, "deleting");
            }
        }
    }

    /**
     * A failure told as one of files: what is not there apart from what does not answer. A server that cannot be reached comes as
     * an {@link IllegalStateException} from the SDK.
     */
    private IOException told(Exception failure, String key) {
        if (failure instanceof ErrorResponseException response
                && response.response().code() == 404) {
            var missing = new NoSuchFileException(settings.bucket() + "/" + key);
            missing.initCause(failure);
            return missing;
        }
        return new IOException(settings + " failed at " + key + ": " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception harmless) {
            System.getLogger(Bucket.class.getName())
                    .log(System.Logger.Level.DEBUG, "the client did not close", harmless);
        }
    }
}
