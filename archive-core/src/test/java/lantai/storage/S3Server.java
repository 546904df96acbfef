package lantai.storage;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import lantai.storage.s3.S3Settings;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server over a folder, on a port of its own. It has neither versions nor locks. */
public final class S3Server implements AutoCloseable {
    private static final String ACCESS = "test-access";
    private static final String SECRET = "test-secret-key";

    private final Path folder;
    private final S3Proxy proxy;

    public S3Server(Path folder) throws Exception {
        this(folder, 0);
    }

    S3Server(Path folder, int port) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder);
        proxy = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS, SECRET)
                .ignoreUnknownHeaders(true)
                .stopTimeout(0)
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .build();
        proxy.start();
    }

    int port() {
        return proxy.getPort();
    }

    /** {@return a new, empty bucket} */
    public S3Settings bucket(String prefix) throws Exception {
        return bucket(URI.create("http://127.0.0.1:" + port()), ACCESS, SECRET, prefix, false);
    }

    static S3Settings bucket(URI endpoint, String access, String secret, String prefix, boolean locked)
            throws Exception {
        var settings = new S3Settings(endpoint, "test-" + UUID.randomUUID(), prefix, "us-east-1", access, secret);
        var client = MinioClient.builder()
                .endpoint(endpoint.toString())
                .region(settings.region())
                .credentials(access, secret)
                .build();
        client.makeBucket(MakeBucketArgs.builder()
                .bucket(settings.bucket())
                .objectLock(locked)
                .build());
        client.close();
        return settings;
    }

    /** {@return the file in which the server keeps a key} */
    Path file(S3Settings bucket, String path) {
        var prefix = bucket.prefix().isEmpty() ? "" : bucket.prefix() + '/';
        return folder.resolve(bucket.bucket()).resolve(prefix + path);
    }

    @Override
    public void close() throws IOException {
        try {
            proxy.stop();
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }
}
