package lantai.storage;

import java.io.IOException;
import lantai.storage.s3.BucketLocation;
import org.junit.jupiter.api.AfterEach;

/** The same against an S3 server in this process. */
class BucketScrubTest extends ScrubContract {
    private S3Server server;

    @Override
    Location open() throws Exception {
        server = new S3Server(folder.resolve("server"));
        return BucketLocation.open("one", server.bucket(""), folder.resolve("bucket-work"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }
}
