package lantai.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.problem.ArchiveException;
import lantai.problem.Unavailable;
import lantai.storage.FaultyServer.Mode;
import lantai.storage.s3.BucketLocation;
import lantai.storage.s3.S3Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bucket that is slow, busy, cut off, lying or garbling: what was acknowledged is there, and wrong bytes are never served. */
class BucketFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String ID = "urn:uuid:1";

    @TempDir
    private Path folder;

    private Database database;
    private LedgerRows ledger;
    private S3Server server;
    private FaultyServer front;
    private List<Location> locations;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.fresh();
        ledger = new LedgerRows(database.jdbi(), new AuditTrail(() -> NOW), () -> NOW);
        server = new S3Server(folder.resolve("server"));
        front = new FaultyServer(server.port());
        var bucket = server.bucket("");
        var through = new S3Settings(
                URI.create("http://127.0.0.1:" + front.port()),
                bucket.bucket(),
                "",
                bucket.region(),
                bucket.accessKey(),
                bucket.secretKey());
        locations = List.of(
                FolderLocation.open("near", folder.resolve("near"), folder.resolve("near-work")),
                BucketLocation.open("far", through, folder.resolve("far-work")));
    }

    @AfterEach
    void end() throws IOException {
        locations.forEach(Location::close);
        front.close();
        server.close();
        database.close();
    }

    private ArchivalStore store(List<Location> of, int quorum) {
        return ArchivalStore.of(
                of,
                quorum,
                ledger,
                new ArchivalStore.Temporary(folder.resolve("work"), folder.resolve("cache"), 1 << 20));
    }

    private void put(ArchivalStore into, String text) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "part", ""), text);
        into.put(ID, List.of(new ArchivalStore.Part(file, "a", FixityDigest.of(file))), "filing", "li", NOW);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
    void whatIsAcknowledgedByAllIsAtAll(Mode mode) throws IOException {
        var store = store(locations, 2);
        front.behave(mode);
        var acknowledged = true;
        try {
            put(store, "one");
        } catch (Unavailable refused) {
            acknowledged = false;
        }
        assertThat(front.misdeeds()).isPositive();
        assertThat(acknowledged).isEqualTo(mode == Mode.SLOW);
        front.behave(Mode.HONEST);
        if (acknowledged) {
            assertThat(store.validate(ID)).isEmpty();
        } else {
            assertThat(locations.getFirst().holds(ID)).isFalse();
            put(store, "one");
        }
        assertThat(store(locations.subList(1, 2), 1).file(ID, "a")).hasContent("one");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
    void oneThatMissedAVersionIsMadeWholeWhenItIsHonestAgain(Mode mode) throws IOException {
        var store = store(locations, 1);
        front.behave(mode);
        put(store, "one");
        assertThat(front.misdeeds()).isPositive();
        assertThat(store.file(ID, "a")).hasContent("one");
        assertThat(ledger.brokenCopies(9)).hasSize(mode == Mode.SLOW ? 0 : 1);
        front.behave(Mode.HONEST);
        scrubber(store).mendBroken(9);
        assertThat(ledger.brokenCopies(9)).isEmpty();
        assertThat(store.validate(ID)).isEmpty();
        assertThat(store(locations.subList(1, 2), 1).file(ID, "a")).hasContent("one");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
    void wrongBytesAreNeverServed(Mode mode) throws IOException {
        put(store(locations, 2), "one");
        var alone = store(locations.subList(1, 2), 1);
        front.behave(mode);
        if (mode == Mode.BUSY || mode == Mode.CUT_READING || mode == Mode.GARBLING) {
            assertThatThrownBy(() -> alone.file(ID, "a")).isInstanceOf(ArchiveException.class);
            assertThat(front.misdeeds()).isPositive();
        } else {
            assertThat(alone.file(ID, "a")).hasContent("one");
        }
        assertThat(store(locations, 2).file(ID, "a")).hasContent("one");
        front.behave(Mode.HONEST);
        assertThat(alone.file(ID, "a")).hasContent("one");
    }

    private Scrubber scrubber(ArchivalStore store) {
        return new Scrubber(
                store,
                ledger,
                new ScrubRows(database.jdbi(), () -> NOW),
                Owners.NOBODY,
                ScrubPolicy.USUAL,
                folder.resolve("temporary"),
                () -> NOW);
    }
}
