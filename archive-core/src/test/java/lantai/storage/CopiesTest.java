package lantai.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.problem.Unavailable;
import lantai.storage.s3.BucketLocation;
import lantai.storage.s3.S3Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three locations of mixed kinds, one of which goes away and comes back. */
class CopiesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final String ID = "urn:uuid:1";
    private static final int VERSIONS = 30;

    @TempDir
    private Path folder;

    private Database database;
    private LedgerRows ledger;
    private S3Server server;
    private S3Settings bucket;
    private List<Location> locations;
    private ArchivalStore store;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.fresh();
        ledger = new LedgerRows(database.jdbi(), new AuditTrail(() -> NOW), () -> NOW);
        server = new S3Server(folder.resolve("server"));
        bucket = server.bucket("copies");
        locations = List.of(
                FolderLocation.open("near", folder.resolve("near"), folder.resolve("near-work")),
                FolderLocation.open("next", folder.resolve("next"), folder.resolve("next-work")),
                BucketLocation.open("far", bucket, folder.resolve("far-work")));
        store = store(2);
    }

    private ArchivalStore store(int quorum) {
        return ArchivalStore.of(
                locations,
                quorum,
                ledger,
                new ArchivalStore.Temporary(folder.resolve("work"), folder.resolve("cache"), 1 << 20));
    }

    @AfterEach
    void end() throws IOException {
        store.close();
        server.close();
        database.close();
    }

    private ArchivalStore.Part part(String path, String text) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "part", ""), text);
        return new ArchivalStore.Part(file, path, FixityDigest.of(file));
    }

    private void put(ArchivalStore into, String text) throws IOException {
        into.put(ID, List.of(part("a", text)), "filing", "li", NOW);
    }

    private boolean isAt(String path, Location location) throws IOException {
        return location.files(Layout.folder(ID)).stream()
                .anyMatch(entry -> entry.path().equals(path));
    }

    @Test
    void everyLocationHoldsTheSameBytes() throws IOException {
        put(store, "one");
        assertThat(store.add(ID, List.of(part("b", "two")), "m", "li", NOW)).isEqualTo(2);
        var first = Inventory.read(locations.getFirst(), Layout.folder(ID));
        for (var location : locations) {
            assertThat(Inventory.read(location, Layout.folder(ID))).isEqualTo(first);
            assertThat(isAt("v2/content/b", location)).isTrue();
        }
        assertThat(store.validate(ID)).isEmpty();
        try (var ids = store.objectIds()) {
            assertThat(ids).containsExactly(ID);
        }
    }

    @Test
    void whoReadsWhileAVersionIsWrittenFindsTheObjectWhole() throws Exception {
        put(store, "0");
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> {
                for (var version = 1; version <= VERSIONS; version++) {
                    store.add(ID, List.of(part("a", "" + version)), "m", "li", NOW);
                }
                return true;
            });
            var last = 0;
            while (!writing.isDone()) {
                var found = Integer.parseInt(Files.readString(store.file(ID, "a")));
                assertThat(found).as("nothing older than what was seen").isGreaterThanOrEqualTo(last);
                last = found;
            }
            assertThat(writing.get()).isTrue();
        }
        assertThat(ledger.brokenCopies(10)).as("no copy is suspected").isEmpty();
    }

    @Test
    void aLocationThatMissedAVersionIsRememberedAndMadeWholeLater() throws Exception {
        put(store, "one");
        var port = server.port();
        server.close();
        assertThat(store.add(ID, List.of(part("a", "two")), "m", "li", NOW)).isEqualTo(2);
        assertThat(ledger.brokenCopies(10))
                .extracting(LedgerRows.Broken::location, LedgerRows.Broken::objectId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("far", ID));
        assertThat(store.file(ID, "a")).hasContent("two");
        server = new S3Server(folder.resolve("server"), port);
        assertThat(scrubber().mendBroken(10)).isEqualTo(1);
        assertThat(ledger.brokenCopies(10)).isEmpty();
        assertThat(isAt("v2/content/a", locations.getLast())).isTrue();
        assertThat(store.validate(ID)).isEmpty();
    }

    @Test
    void withoutAQuorumNothingIsKeptAnywhere() throws Exception {
        var strict = store(3);
        put(strict, "one");
        server.close();
        assertThatThrownBy(() -> strict.add(ID, List.of(part("a", "two")), "m", "li", NOW))
                .isInstanceOf(Unavailable.class);
        assertThat(strict.version(ID)).isEqualTo(1);
        assertThat(strict.file(ID, "a")).hasContent("one");
        assertThat(isAt("v2/content/a", locations.get(0))).isFalse();
        assertThat(isAt("v2/content/a", locations.get(1))).isFalse();
    }

    @Test
    void aLocationThatIsBehindIsNeitherReadNorWrittenOnTopOf() throws Exception {
        put(store, "one");
        store.add(ID, List.of(part("a", "two")), "m", "li", NOW);
        locations.getFirst().repository().rollbackToVersion(io.ocfl.api.model.ObjectVersionId.version(ID, 1));
        assertThat(store.file(ID, "a")).hasContent("two");
        assertThat(store.add(ID, List.of(part("b", "b")), "m", "li", NOW)).isEqualTo(3);
        assertThat(store.paths(ID)).containsExactly("a", "b");
        scrubber().mendBroken(10);
        assertThat(store.validate(ID)).isEmpty();
        assertThat(Inventory.read(locations.getFirst(), Layout.folder(ID)).head())
                .isEqualTo(3);
    }

    @Test
    void aVersionThatWasNeverAcknowledgedIsNotServed() throws Exception {
        put(store, "one");
        var alone = ArchivalStore.of(
                List.of(locations.getFirst()),
                1,
                Ledger.NONE,
                new ArchivalStore.Temporary(folder.resolve("work"), folder.resolve("cache"), 1 << 20));
        alone.add(ID, List.of(part("a", "cut off")), "m", "li", NOW);
        assertThat(store.version(ID)).isEqualTo(1);
        assertThat(store.file(ID, "a")).hasContent("one");
        assertThat(store.add(ID, List.of(part("a", "two")), "m", "li", NOW)).isEqualTo(2);
        assertThat(store.file(ID, "a")).hasContent("two");
        assertThat(store.validate(ID)).isEmpty();
    }

    @Test
    void whatIsDestroyedIsNotBroughtBackFromALocationThatWasAway() throws Exception {
        put(store, "one");
        var port = server.port();
        server.close();
        assertThatThrownBy(() -> store.remove(ID)).isInstanceOf(Unavailable.class);
        server = new S3Server(folder.resolve("server"), port);
        store.mend(ID, locations.getFirst());
        assertThat(locations.getFirst().holds(ID)).isFalse();
        store.remove(ID);
        assertThat(store.holds(ID)).isFalse();
        assertThat(ledger.acknowledged(ID)).isEmpty();
        assertThat(ledger.isCondemned(ID)).isFalse();
    }

    private Scrubber scrubber() {
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
