package lantai.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lantai.storage.s3.BucketLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Against a real S3 store: {@code mvn -P s3 -Dlantai.s3.endpoint=http://127.0.0.1:37480 test}. */
@EnabledIfSystemProperty(named = "lantai.s3.endpoint", matches = "http.*")
class OutsideBucketTest extends LocationContract {
    @Override
    Location open() throws Exception {
        var settings = S3Server.bucket(
                URI.create(System.getProperty("lantai.s3.endpoint")),
                System.getProperty("lantai.s3.access", "testkey"),
                System.getProperty("lantai.s3.secret", "testsecret123"),
                "",
                true);
        return BucketLocation.open("one", settings, folder.resolve("bucket-work"));
    }

    @Override
    void tamper(String path, byte[] bytes) throws IOException {
        location.write(path, Files.write(folder.resolve("tampered"), bytes));
    }

    @Test
    void lockedVersionsCannotBeDeletedUntilTheirTime() throws Exception {
        var bucket = (BucketLocation) location;
        var does = bucket.probe(InstantSource.system());
        assertThat(does.missingForWorm()).isEmpty();
        put("urn:uuid:1", "a", "one");
        location.lock("urn:uuid:1", Instant.ofEpochMilli(System.currentTimeMillis() + 20_000), true);
        assertThatThrownBy(() -> store.remove("urn:uuid:1")).isInstanceOf(UncheckedIOException.class);
        store.add("urn:uuid:1", List.of(part("a", "two")), "m", "li", NOW);
        assertThat(store.file("urn:uuid:1", "a")).hasContent("two");
    }
}
