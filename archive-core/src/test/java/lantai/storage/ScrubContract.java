package lantai.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.audit.AuditAction;
import lantai.audit.AuditEntry;
import lantai.audit.AuditLog;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.problem.Damaged;
import lantai.record.Item;
import lantai.record.ItemFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can happen to a copy is found by reading it again, never served, made good from another copy, and told. */
abstract class ScrubContract {
    private static final ScrubPolicy ALL = new ScrubPolicy(Duration.ofDays(30), 0, 100);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-21T02:00:00Z");
    private Database database;
    private LedgerRows ledger;
    private ScrubRows rows;
    private Location one;
    private Location two;
    private ArchivalStore store;
    private Scrubber scrubber;
    private final List<UUID> items = new ArrayList<>();

    /** {@return the location that is damaged by the tests} */
    abstract Location open() throws Exception;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.fresh();
        ledger = new LedgerRows(database.jdbi(), new AuditTrail(() -> now), () -> now);
        rows = new ScrubRows(database.jdbi(), () -> now);
        one = open();
        two = FolderLocation.open("two", folder.resolve("two"), folder.resolve("two-work"));
        with(List.of(one, two), 2);
        for (var i = 1; i <= 3; i++) {
            file(i);
        }
        scrubber.takeIn();
    }

    private void with(List<Location> locations, int quorum) {
        store = ArchivalStore.of(
                locations,
                quorum,
                ledger,
                new ArchivalStore.Temporary(folder.resolve("work"), folder.resolve("cache"), 1 << 20));
        scrubber = new Scrubber(
                store, ledger, rows, new ItemFiles(database.jdbi()), ALL, folder.resolve("temporary"), () -> now);
    }

    @AfterEach
    void end() {
        one.close();
        two.close();
        database.close();
    }

    private void file(int number) throws IOException {
        var id = UUID.randomUUID();
        var master = part("masters/001-scan.tif", "master of " + number + " " + "x".repeat(100_000));
        var metadata = part("metadata.json", "{\"number\": " + number + "}");
        store.put(Item.objectIdOf(id), List.of(master, metadata), "filing", "li", now);
        database.jdbi().useTransaction(handle -> {
            handle.execute("""
                    insert into item (id, reference_code, fonds, category, kind, kind_name, year, retention, title,
                        document_number, responsible, page_count, object_id, object_version, filed_at, filed_by, version)
                    values (?, ?, 'J057', 'WS', '', '', 2026, 'Y', '样例', '', '', 1, ?, 1, now(), 'test', 1)
                    """, id, "J057-WS·2026-Y-000" + number, Item.objectIdOf(id));
            handle.execute(
                    "insert into component (item_id, ordinal, name, sha256, sm3, size, mime, puid, format_name) "
                            + "values (?, 1, 'scan.tif', ?, ?, ?, 'image/tiff', '', '')",
                    id,
                    master.fixity().sha256(),
                    master.fixity().sm3(),
                    master.fixity().size());
        });
        items.add(id);
    }

    private ArchivalStore.Part part(String path, String text) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "part", ""), text);
        return new ArchivalStore.Part(file, path, FixityDigest.of(file));
    }

    private String object(int number) {
        return Item.objectIdOf(items.get(number));
    }

    private String path(int number, String path) {
        return Layout.folder(object(number)) + '/' + path;
    }

    private byte[] bytes(String path) throws IOException {
        try (var in = one.read(path)) {
            return in.readAllBytes();
        }
    }

    private void overwrite(String path, byte[] bytes) throws IOException {
        one.write(path, Files.write(folder.resolve("bad"), bytes));
    }

    private List<AuditAction> history(int number) {
        var filter = new AuditLog.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Subject.of("item", items.get(number))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                20);
        return database.jdbi()
                .withHandle(handle -> new AuditLog()
                        .list(handle, filter).reversed().stream()
                                .map(AuditEntry::action)
                                .toList());
    }

    /** The damage is found as this and nothing else, made good, told, and not there any more. */
    private void isFoundAndMended(int number, String path, String fault) throws IOException {
        var report = scrubber.run(one);
        assertThat(report.findings())
                .extracting(Scrub.Finding::objectId, Scrub.Finding::path, Scrub.Finding::fault, Scrub.Finding::mended)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(object(number), path, fault, true));
        assertThat(report.ok()).isTrue();
        assertThat(history(number)).containsExactly(AuditAction.COPY_BROKEN, AuditAction.COPY_MENDED);
        assertThat(ledger.brokenCopies(10)).isEmpty();
        assertThat(scrubber.run(one).findings()).isEmpty();
        assertThat(store.validate(object(number))).isEmpty();
        assertThat(Files.readString(store.file(report.scrub().report(), "report.json")))
                .contains(fault, object(number));
        assertThat(Files.readString(store.file(report.scrub().report(), "premis.xml")))
                .contains("fixity check", "replication", object(number));
    }

    @Test
    void whatIsSoundIsReadOnceThroughAllDigests() throws IOException {
        var report = scrubber.run(one);
        assertThat(report.findings()).isEmpty();
        assertThat(report.scrub().objects()).isEqualTo(3);
        assertThat(report.scrub().files()).isEqualTo(6);
        assertThat(report.scrub().sm3Files()).isEqualTo(6);
        assertThat(report.scrub().bytes()).isGreaterThan(300_000);
    }

    @Test
    void aFlippedBitIsFound() throws IOException {
        var place = path(1, "v1/content/masters/001-scan.tif");
        var bytes = bytes(place);
        bytes[50_000] ^= 4;
        overwrite(place, bytes);
        assertThat(Files.readString(store.file(object(1), "masters/001-scan.tif")))
                .startsWith("master of 2 xxx");
        isFoundAndMended(1, "v1/content/masters/001-scan.tif", "BYTES_DIFFER");
    }

    @Test
    void aTruncatedFileIsFound() throws IOException {
        var place = path(0, "v1/content/metadata.json");
        overwrite(place, "{".getBytes(StandardCharsets.UTF_8));
        isFoundAndMended(0, "v1/content/metadata.json", "BYTES_DIFFER");
    }

    @Test
    void swappedFilesAreFound() throws IOException {
        var here = path(0, "v1/content/masters/001-scan.tif");
        var there = path(1, "v1/content/masters/001-scan.tif");
        var bytes = bytes(here);
        overwrite(here, bytes(there));
        overwrite(there, bytes);
        var report = scrubber.run(one);
        assertThat(report.findings()).hasSize(2).allMatch(Scrub.Finding::mended);
        assertThat(scrubber.run(one).findings()).isEmpty();
    }

    @Test
    void swappedObjectsAreFound() throws IOException {
        for (var entry : one.files(Layout.folder(object(0)))) {
            var here = path(0, entry.path());
            var there = path(1, entry.path());
            var bytes = bytes(here);
            overwrite(here, bytes(there));
            overwrite(there, bytes);
        }
        assertThat(Files.readString(store.file(object(0), "metadata.json"))).isEqualTo("{\"number\": 1}");
        var report = scrubber.run(one);
        assertThat(report.findings())
                .hasSize(2)
                .allMatch(Scrub.Finding::mended)
                .extracting(Scrub.Finding::fault)
                .containsOnly("INVENTORY_DIFFERS");
        assertThat(scrubber.run(one).findings()).isEmpty();
    }

    @Test
    void aDeletedObjectIsFound() throws IOException {
        one.purge(Layout.folder(object(2)));
        isFoundAndMended(2, "", "OBJECT_MISSING");
    }

    @Test
    void aDeletedFileIsFound() throws IOException {
        one.remove(path(2, "v1/content/metadata.json"));
        isFoundAndMended(2, "v1/content/metadata.json", "FILE_MISSING");
    }

    @Test
    void aDigestTakenOutOfTheInventoryIsFound() throws IOException {
        var inventory = new String(bytes(path(1, "inventory.json")), StandardCharsets.UTF_8);
        var without = inventory.replaceAll("\"[0-9a-f]{128}\"", "\"" + "0".repeat(128) + "\"");
        overwrite(path(1, "inventory.json"), without.getBytes(StandardCharsets.UTF_8));
        isFoundAndMended(1, "inventory.json", "INVENTORY_DIFFERS");
    }

    @Test
    void anInventoryForgedTogetherWithItsDigestIsFound() throws IOException {
        var inventory =
                new String(bytes(path(1, "inventory.json")), StandardCharsets.UTF_8).replace("filing", "forged");
        var bytes = inventory.getBytes(StandardCharsets.UTF_8);
        var sidecar = java.util.HexFormat.of().formatHex(Digests.sha512().digest(bytes)) + " inventory.json\n";
        for (var place : List.of("", "v1/")) {
            overwrite(path(1, place + "inventory.json"), bytes);
            overwrite(path(1, place + "inventory.json.sha512"), sidecar.getBytes(StandardCharsets.UTF_8));
        }
        isFoundAndMended(1, "inventory.json", "INVENTORY_DIFFERS");
    }

    @Test
    void aFileThatNothingSpeaksOfIsFound() throws IOException {
        overwrite(path(0, "v1/content/secret.txt"), new byte[] {1});
        isFoundAndMended(0, "v1/content/secret.txt", "STRAY");
    }

    @Test
    void aDeletedRowOfTheLedgerIsFoundAndLearntAgain() throws IOException {
        database.jdbi().useHandle(handle -> handle.execute("delete from stored_object where object_id = ?", object(1)));
        var report = scrubber.run(one);
        assertThat(report.findings())
                .extracting(Scrub.Finding::objectId, Scrub.Finding::fault, Scrub.Finding::mended)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(object(1), "ROW_MISSING", true));
        assertThat(ledger.acknowledged(object(1))).isPresent();
        assertThat(scrubber.run(one).findings()).isEmpty();
    }

    @Test
    void aDeletedOrForgedDigestInTheDatabaseIsFound() throws IOException {
        database.jdbi().useHandle(handle -> {
            handle.execute("delete from component where item_id = ?", items.get(0));
            handle.execute("update component set sm3 = ? where item_id = ?", "0".repeat(64), items.get(1));
            handle.execute("update component set sha256 = ? where item_id = ?", "0".repeat(64), items.get(2));
        });
        assertThat(scrubber.run(one).findings())
                .extracting(Scrub.Finding::objectId, Scrub.Finding::fault, Scrub.Finding::mended)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(object(0), "ROW_MISSING", false),
                        org.assertj.core.groups.Tuple.tuple(object(1), "ROW_DIFFERS", false),
                        org.assertj.core.groups.Tuple.tuple(object(2), "ROW_DIFFERS", false));
    }

    @Test
    void withoutAGoodCopyNothingIsServedAndTheOperatorIsTold() throws IOException {
        with(List.of(one), 1);
        overwrite(path(1, "v1/content/metadata.json"), "{}".getBytes(StandardCharsets.UTF_8));
        var report = scrubber.run(one);
        assertThat(report.ok()).isFalse();
        assertThat(report.findings()).singleElement().matches(finding -> !finding.mended());
        assertThat(ledger.brokenCopies(10)).singleElement().matches(LedgerRows.Broken::lost);
        assertThat(history(1)).containsExactly(AuditAction.COPY_BROKEN, AuditAction.COPY_LOST);
        assertThatThrownBy(() -> store.file(object(1), "metadata.json")).isInstanceOf(Damaged.class);
        assertThat(store.file(object(0), "metadata.json")).exists();
    }

    @Test
    void aReadingThatWasCutOffGoesOnWhereItStood() throws IOException {
        var sorted = items.stream().map(Item::objectIdOf).sorted().toList();
        var position = rows.open("one");
        rows.read(position.scrub().id(), sorted.get(1), new CopyCheck.Result(4, 10, 0, List.of()), List.of());
        var report = scrubber.run(one);
        assertThat(report.scrub().id()).isEqualTo(position.scrub().id());
        assertThat(report.scrub().objects()).isEqualTo(2);
        assertThat(report.scrub().files()).isEqualTo(6);
    }

    @Test
    void aReadingComesWhenItIsDue() throws IOException {
        assertThat(scrubber.due()).isEmpty();
        now = now.plus(Duration.ofDays(31));
        assertThat(scrubber.due()).contains(one);
        scrubber.run(one);
        assertThat(scrubber.due()).contains(two);
        scrubber.run(two);
        assertThat(scrubber.due()).isEmpty();
        rows.order("two");
        assertThat(scrubber.due()).contains(two);
    }

    @Test
    void everyContentTakesItsTurnWithSm3() {
        var policy = new ScrubPolicy(Duration.ofDays(30), 0, 10);
        var digest = Digests.sha512();
        for (var i = 0; i < 100; i++) {
            var sha512 = java.util.HexFormat.of().formatHex(digest.digest(new byte[] {(byte) i}));
            assertThat(java.util.stream.LongStream.rangeClosed(1, 10)
                            .filter(reading -> policy.sm3(reading).wants(sha512)))
                    .hasSize(1);
        }
    }
}
