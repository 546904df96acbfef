package lantai.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lantai.audit.AuditTrail;
import lantai.cipher.CipherAlgorithm;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.key.ItemKeys;
import lantai.problem.Damaged;
import lantai.problem.NotFound;
import lantai.problem.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Enciphered objects: nothing of them can be read without their key, everything can be checked, and all of it comes back with it. */
class EnciphermentTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final String ID = "urn:uuid:0b5f7a3e-0000-4000-8000-000000000001";
    private static final String MASTER = "masters/001-王小明 病历.pdf";
    private static final String TEXT = "王小明 110101199003070011 诊断".repeat(10);

    @TempDir
    private Path folder;

    private Database database;
    private LedgerRows ledger;
    private List<Location> locations;
    private ItemKeys keys;
    private ArchivalStore store;

    @BeforeEach
    void start() {
        database = TestDatabase.fresh();
        ledger = new LedgerRows(database.jdbi(), new AuditTrail(() -> NOW), () -> NOW);
        locations = List.of(
                FolderLocation.open("near", folder.resolve("near"), folder.resolve("near-work")),
                FolderLocation.open("far", folder.resolve("far"), folder.resolve("far-work")));
        keys = new ItemKeys(folder.resolve("keys"), List.of(folder.resolve("item-keys")));
        store = store(keys);
    }

    private ArchivalStore store(ItemKeys with) {
        return ArchivalStore.of(
                locations,
                2,
                ledger,
                new ArchivalStore.Temporary(folder.resolve("work"), folder.resolve("cache"), 1 << 20),
                new ArchivalStore.Secrets(with, folder.resolve("opened"), 1 << 20, Duration.ofMinutes(5)));
    }

    @AfterEach
    void end() {
        store.close();
        database.close();
    }

    private ArchivalStore.Part part(String path, String text) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "part", ""), text);
        var part = new ArchivalStore.Part(file, path, FixityDigest.of(file));
        file.toFile().deleteOnExit();
        return part;
    }

    private void put(String id, CipherAlgorithm algorithm) throws IOException {
        var order = new Encipherment.Order(algorithm, "J057-YW·2026-D30-0001");
        var parts = List.of(part(MASTER, TEXT), part("metadata.json", "{\"title\": \"" + TEXT + "\"}"));
        store.put(id, parts, Optional.of(order), "filing", "li", NOW);
        for (var part : parts) {
            Files.delete(part.source());
        }
    }

    private String read(String path) throws IOException {
        try (var in = store.read(ID, path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path stored(String location, String path) {
        return folder.resolve(location).resolve(Layout.folder(ID)).resolve(path);
    }

    private void flip(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 4;
        Files.write(file, bytes);
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesInComesOutAndNothingOfItLiesOpen(CipherAlgorithm algorithm) throws IOException {
        put(ID, algorithm);
        assertThat(read(MASTER)).isEqualTo(TEXT);
        assertThat(store.paths(ID)).containsExactly(MASTER, "metadata.json");
        assertThat(store.encipherment(ID).orElseThrow())
                .isEqualTo(new Encipherment(
                        ID,
                        "J057-YW·2026-D30-0001",
                        algorithm.code(),
                        keys.find(ID).id().toString()));
        try (var in = store.bytes(ID, MASTER).from(200)) {
            assertThat(in.readNBytes(50))
                    .isEqualTo(java.util.Arrays.copyOfRange(TEXT.getBytes(StandardCharsets.UTF_8), 200, 250));
        }
        assertThat(store.bytes(ID, MASTER).size()).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8).length);
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)
                                + folder.relativize(file).toString())
                        .as("%s", file)
                        .doesNotContain(
                                "110101199003070011",
                                new String("王小明".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                        .doesNotContain("王小明");
            }
        }
    }

    @Test
    void furtherVersionsAreEncipheredTooAndAreReadAsTheyWere() throws IOException {
        put(ID, CipherAlgorithm.SM4_GCM);
        assertThat(store.add(ID, List.of(part("metadata.json", "{\"title\": \"later\"}")), "m", "li", NOW))
                .isEqualTo(2);
        assertThat(read("metadata.json")).contains("later");
        assertThat(Files.readString(stored("far", "v2/content/metadata.json"), StandardCharsets.ISO_8859_1))
                .doesNotContain("later");
        try (var in = store.read(ID, 1, "metadata.json")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains(TEXT);
        }
        store.rollBack(ID, 1);
        assertThat(read("metadata.json")).contains(TEXT);
        assertThat(ledger.enciphered(ID).get("metadata.json"))
                .isEqualTo(FixityDigest.of(stored("near", "v1/content/metadata.json")));
    }

    @Test
    void aFileThatMustLieOpenDoesSoInAPrivateFolderForAWhile() throws IOException {
        put(ID, CipherAlgorithm.SM4_GCM);
        var opened = store.file(ID, MASTER);
        assertThat(opened).hasContent(TEXT).hasFileName("001-王小明 病历.pdf");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("opened/lantai-opened"))))
                .isEqualTo("rwx------");
        assertThat(store.file(ID, MASTER)).isEqualTo(opened);
        assertThat(store.sweepOpened()).isZero();
        Files.setLastModifiedTime(opened, FileTime.from(Instant.now().minus(Duration.ofMinutes(6))));
        assertThat(store.sweepOpened()).isEqualTo(1);
        assertThat(opened).doesNotExist();
        var again = store.file(ID, MASTER);
        store(keys).clearOpened();
        assertThat(again).doesNotExist();
        var large = part("masters/002-large", "x".repeat(2 << 20));
        store.add(ID, List.of(large), "m", "li", NOW);
        assertThatThrownBy(() -> store.file(ID, "masters/002-large")).isInstanceOf(Unavailable.class);
        assertThat(FixityDigest.of(store.read(ID, "masters/002-large"))).isEqualTo(large.fixity());
    }

    @Test
    void scrubAndVerifyNeedNoKeysAndDamageIsMadeGood() throws Exception {
        put(ID, CipherAlgorithm.SM4_GCM);
        var keyless = store(ItemKeys.none());
        var scrubber = scrubber(keyless);
        assertThat(scrubber.takeIn()).isEqualTo(2);
        assertThat(scrubber.run(locations.getFirst()).findings()).isEmpty();
        assertThat(keyless.validate(ID)).isEmpty();
        flip(stored("near", "v1/content/masters/001"));
        assertThat(keyless.validate(ID)).isNotEmpty();
        assertThat(read(MASTER)).as("served from the other copy").isEqualTo(TEXT);
        var report = scrubber.run(locations.getFirst());
        assertThat(report.ok()).isTrue();
        assertThat(report.findings())
                .extracting(Scrub.Finding::fault, Scrub.Finding::path)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("BYTES_DIFFER", "v1/content/masters/001"));
        assertThat(keyless.validate(ID)).isEmpty();
        database.jdbi().useHandle(handle -> handle.execute("delete from enciphered_file where path = 'masters/001'"));
        assertThat(scrubber.run(locations.getFirst()).findings())
                .extracting(Scrub.Finding::fault, Scrub.Finding::mended)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ROW_MISSING", true));
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update enciphered_file set sha256 = repeat('0', 64) where path = 'masters/001'"));
        assertThat(scrubber.run(locations.getFirst()).findings())
                .extracting(Scrub.Finding::fault, Scrub.Finding::path)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ROW_DIFFERS", "v1/content/masters/001"));
    }

    private Scrubber scrubber(ArchivalStore of) {
        return new Scrubber(
                of,
                ledger,
                new ScrubRows(database.jdbi(), () -> NOW),
                Owners.NOBODY,
                new ScrubPolicy(Duration.ofDays(30), 0, 100),
                folder.resolve("temporary"),
                () -> NOW);
    }

    @Test
    void withoutKeysItStaysClosedAndNothingIsHarmed() throws IOException {
        put(ID, CipherAlgorithm.AES_256_GCM);
        var keyless = store(ItemKeys.none());
        assertThatThrownBy(() -> keyless.read(ID, MASTER)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> keyless.file(ID, MASTER)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> keyless.paths(ID)).isInstanceOf(Unavailable.class);
        assertThat(keyless.encipherment(ID)).isPresent();
        var kek = folder.resolve("keys/key-encryption.properties");
        Files.move(kek, folder.resolve("aside"));
        assertThatThrownBy(() -> read(MASTER)).isInstanceOf(Unavailable.class);
        assertThat(ledger.brokenCopies(10)).isEmpty();
        Files.move(folder.resolve("aside"), kek);
        assertThat(read(MASTER)).isEqualTo(TEXT);
    }

    @Test
    void bytesThatWereAlteredWithTheirInventoryDoNotOpen() throws IOException {
        var alone = ArchivalStore.of(
                locations,
                2,
                Ledger.NONE,
                new ArchivalStore.Temporary(folder.resolve("work"), folder.resolve("cache"), 1 << 20),
                new ArchivalStore.Secrets(keys, folder.resolve("opened"), 1 << 20, Duration.ofMinutes(5)));
        put(ID, CipherAlgorithm.SM4_GCM);
        for (var location : locations) {
            var repository = location.repository();
            var altered = Files.readAllBytes(stored(location.name(), "v1/content/masters/001"));
            altered[altered.length - 3] ^= 4;
            repository.updateObject(
                    io.ocfl.api.model.ObjectVersionId.head(ID),
                    new io.ocfl.api.model.VersionInfo(),
                    updater -> updater.writeFile(
                            new java.io.ByteArrayInputStream(altered),
                            "masters/001",
                            io.ocfl.api.OcflOption.OVERWRITE));
        }
        assertThatThrownBy(() -> {
                    try (var in = alone.read(ID, MASTER)) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(Damaged.class);
        assertThatThrownBy(() -> alone.file(ID, MASTER)).isInstanceOf(Damaged.class);
        assertThat(alone.asFound(ID, MASTER)).as("for checks, as it lies there").exists();
    }

    @Test
    void withTheKeyDestroyedNoCopyOfTheObjectOpens() throws Exception {
        put(ID, CipherAlgorithm.SM4_GCM);
        var copy = folder.resolve("copy");
        copyTree(folder.resolve("near"), copy);
        var opened = store.file(ID, MASTER);
        store.remove(ID);
        assertThat(opened).doesNotExist();
        assertThat(keys.holds(ID)).isFalse();
        assertThat(ledger.enciphered(ID)).isEmpty();
        assertThatThrownBy(() -> store.read(ID, MASTER)).isInstanceOf(NotFound.class);
        copyTree(copy, folder.resolve("near"));
        copyTree(copy, folder.resolve("far"));
        assertThatThrownBy(() -> store.read(ID, MASTER)).isInstanceOf(Unavailable.class);
        keys.create(ID, CipherAlgorithm.SM4_GCM);
        assertThatThrownBy(() -> store.read(ID, MASTER).readAllBytes())
                .as("a new key under the same name")
                .isInstanceOf(Damaged.class);
        try (var walk = Files.walk(folder.resolve("item-keys"))) {
            assertThat(walk.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (var path : walk.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Test
    void whoIsGivenTheWholeObjectGetsOneThatIsNotEnciphered() throws IOException {
        put(ID, CipherAlgorithm.AES_256_GCM);
        store.add(ID, List.of(part("metadata.json", "{}"), part("premis.xml", "<premis/>")), "described", "wang", NOW);
        var out = folder.resolve("out").resolve(Layout.folder(ID));
        try (var plain = FolderLocation.open("out", folder.resolve("out"), folder.resolve("out-work"))) {
            for (var file : store.everything(ID).entrySet()) {
                var target = out.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.copy(file.getValue(), target);
            }
            assertThat(plain.repository().validateObject(ID, true).getErrors()).isEmpty();
            assertThat(out.resolve("v1/content").resolve(MASTER)).hasContent(TEXT);
            assertThat(out.resolve("v2/content/metadata.json")).hasContent("{}");
            var second = plain.repository()
                    .describeVersion(io.ocfl.api.model.ObjectVersionId.version(ID, 2))
                    .getVersionInfo();
            assertThat(second.getMessage()).isEqualTo("described");
            assertThat(second.getUser().getName()).isEqualTo("wang");
            assertThat(Inventory.read(plain, Layout.folder(ID)).state().keySet())
                    .containsExactlyInAnyOrder(MASTER, "metadata.json", "premis.xml");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerOpensItWithTheKeyFileAlone(CipherAlgorithm algorithm) throws Exception {
        put(ID, algorithm);
        var large = part("masters/002-large.bin", "0123456789abcdef".repeat((1 << 16) + 7));
        store.add(ID, List.of(large), "m", "li", NOW);
        assertThat(strangerOpens()).isZero();
        var taken = folder.resolve("taken").resolve("J057-YW·2026-D30-0001");
        assertThat(taken.resolve(MASTER)).hasContent(TEXT);
        assertThat(FixityDigest.of(taken.resolve("masters/002-large.bin"))).isEqualTo(large.fixity());
        flip(stored("near", "v2/content/masters/002"));
        assertThat(strangerOpens()).isEqualTo(1);
    }

    private int strangerOpens() throws Exception {
        var process = new ProcessBuilder(
                        "python3",
                        "../docs/open-records.py",
                        folder.resolve("near").toString(),
                        folder.resolve("keys/key-encryption.properties").toString(),
                        folder.resolve("item-keys").toString(),
                        folder.resolve("taken").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
