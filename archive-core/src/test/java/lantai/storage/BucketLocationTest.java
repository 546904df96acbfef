package lantai.storage;

import java.io.IOException;
import java.nio.file.Files;
import lantai.storage.s3.BucketLocation;
import org.junit.jupiter.api.AfterEach;

/** Against an S3 server in this process, with a prefix. */
class BucketLocationTest extends LocationContract {
    private S3Server server;

    @Override
    Location open() throws Exception {
        server = new S3Server(folder.resolve("server"));
        return BucketLocation.open("one", server.bucket("archive/objects"), folder.resolve("bucket-work"));
    }

    @Override
    void tamper(String path, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("tampered"), bytes);
        location.write(path, file);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }
}
