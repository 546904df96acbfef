package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditChain;
import lantai.backup.Backup;
import lantai.backup.Restoration;
import lantai.database.Database;
import lantai.key.ItemKeys;
import lantai.problem.Refused;
import lantai.storage.FolderLocation;
import lantai.storage.Ledger;
import lantai.storage.Location;
import lantai.storage.Staging;
import lantai.storage.StoreCheck;
import lantai.storage.StoreSettings;
import lantai.web.launch.TestPostgres;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive is copied while people work in it, and comes back from the copy on an empty machine. */
class BackupTest {
    private static final int ENOUGH = 40;

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    private static TestArchive archive;
    private static SignedIn archivist;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        archivist = archive.person("archivist", Role.ARCHIVIST);
        archive.file(archivist, "备份甲", 2025, "D30");
        archive.file(archivist, "备份乙", 2024, "Y");
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private Location place() throws IOException {
        return FolderLocation.ofFiles("backup", folder.resolve("backup"), folder.resolve("backup/work"));
    }

    private Backup backup(Location place) {
        return new Backup(
                data,
                archive.doors.database.jdbi(),
                archive.doors.store.locations().getFirst(),
                place);
    }

    private Restoration.Report restore(Location place, String name) throws IOException {
        return new Restoration(place).run(Instant.MAX, folder.resolve(name), data.resolve("keys"), _ -> {});
    }

    private static Map<String, List<String>> rows(Handle handle) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var table : handle.createQuery("select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename <> 'outbox' order by 1")
                .mapTo(String.class)
                .list()) {
            all.put(
                    table,
                    handle.createQuery("select cast(to_jsonb(t) as text) from " + table + " t order by 1")
                            .mapTo(String.class)
                            .list());
        }
        return all;
    }

    private static StoreCheck.Report check(Path restored) throws IOException {
        Files.createDirectories(restored.resolve("staging"));
        try (var store = StoreSettings.of(Map.of(), restored).open(Ledger.NONE)) {
            return new StoreCheck(store, Staging.open(restored.resolve("staging"))).run();
        }
    }

    @Test
    void everythingAcknowledgedBeforeTheRecoveryPointComesBack() throws Exception {
        var stop = new AtomicBoolean();
        var written = new AtomicInteger();
        List<String> acknowledged;
        try (var place = place();
                var writers = Executors.newSingleThreadExecutor()) {
            var writer = writers.submit(() -> {
                while (!stop.get()) {
                    archive.doors
                            .database
                            .jdbi()
                            .useHandle(handle -> handle.execute(
                                    "insert into department (id, name) values (gen_random_uuid(), ?)",
                                    "样例·" + written.incrementAndGet()));
                }
            });
            while (written.get() < ENOUGH) {
                Thread.onSpinWait();
            }
            acknowledged = archive.doors
                    .database
                    .jdbi()
                    .withHandle(handle -> handle.createQuery("select name from department")
                            .mapTo(String.class)
                            .list());
            var report = backup(place).run(5, _ -> {});
            stop.set(true);
            writer.get();
            assertThat(report.objects()).isGreaterThanOrEqualTo(2);
            assertThat(report.keys()).contains("database.password");
        }
        try (var place = place()) {
            var report = restore(place, "restored");
            assertThat(report.losses()).isEmpty();
            assertThat(report.ok()).isTrue();
        }
        var restored = folder.resolve("restored");
        try (var postgres = TestPostgres.start(restored);
                var database = Database.open(postgres.settings())) {
            var names = database.jdbi()
                    .withHandle(handle -> handle.createQuery("select name from department")
                            .mapTo(String.class)
                            .list());
            assertThat(names).containsAll(acknowledged);
            assertThat(new AuditChain(database.jdbi()).firstBreak()).isEmpty();
        }
        var check = check(restored);
        assertThat(check.damaged()).isEmpty();
        assertThat(check.objects()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void everyRowIsWhatItWasAndNothingIsCopiedTwice() throws Exception {
        archive.file(archivist, "备份丙", 2025, "D30");
        try (var place = place()) {
            var first = backup(place).run(5, _ -> {});
            var pieces = place.files("pieces").size();
            var second = backup(place).run(5, _ -> {});
            assertThat(place.files("pieces").size() - pieces).isLessThan(pieces / 4);
            assertThat(second.written()).isLessThan(first.written());
            assertThat(second.objects()).isEqualTo(first.objects());
            var before = archive.doors.database.jdbi().withHandle(BackupTest::rows);
            assertThat(restore(place, "restored").name()).isEqualTo(second.name());
            try (var postgres = TestPostgres.start(folder.resolve("restored"));
                    var database = Database.open(postgres.settings())) {
                assertThat(database.jdbi().withHandle(BackupTest::rows)).isEqualTo(before);
            }
        }
    }

    @Test
    void aBackupThatIsCutOffLeavesTheOneBeforeAndTheNextGoesOn() throws Exception {
        try (var place = place()) {
            var good = backup(place).run(5, _ -> {});
            var added = archive.file(archivist, "备份中断", 2025, "D30");
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> backup(place).run(5, _ -> {
                        throw new IllegalStateException("cut off");
                    }));
            assertThat(restore(place, "restored").name()).isEqualTo(good.name());
            assertThat(check(folder.resolve("restored")).damaged()).isEmpty();
            var next = backup(place).run(5, _ -> {});
            assertThat(next.objects()).isGreaterThan(good.objects());
            restore(place, "again");
            try (var store = StoreSettings.of(Map.of(), folder.resolve("again")).open(Ledger.NONE)) {
                assertThat(store.holds(added.objectId())).isTrue();
            }
        }
    }

    @Test
    void whatIsDamagedInTheBackupIsNamedAndTheRestComesBack() throws Exception {
        try (var place = place()) {
            backup(place).run(5, _ -> {});
            var object = piece("metadata.json");
            var bytes = Files.readAllBytes(object);
            bytes[bytes.length / 2] ^= 1;
            Files.write(object, bytes);
            var report = restore(place, "one");
            assertThat(report.losses()).isNotEmpty();
            assertThat(report.losses())
                    .allMatch(loss ->
                            loss.path().startsWith("objects/") && loss.path().endsWith("metadata.json"));
            assertThat(report.database()).isTrue();

            Files.delete(piece("global/pg_control"));
            var holed = restore(place, "two");
            assertThat(holed.database()).isFalse();
            assertThat(holed.losses()).anyMatch(loss -> loss.path().equals("postgres/data/global/pg_control"));
            assertThat(folder.resolve("two/postgres/data")).doesNotExist();
            assertThat(folder.resolve("two/objects")).isNotEmptyDirectory();
        }
    }

    /** The piece of a file, found through what the manifest and its lists say. */
    private Path piece(String end) throws IOException {
        var root = folder.resolve("backup");
        try (var walk = Files.walk(root)) {
            var pieces = walk.filter(Files::isRegularFile).toList();
            for (var file : pieces) {
                var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (var line : text.lines().toList()) {
                    var parts = line.replaceFirst("^file\t", "").split("\t", 3);
                    if (parts.length == 3 && parts[0].length() == 64 && parts[2].endsWith(end)) {
                        return root.resolve("pieces/" + parts[0].substring(0, 2) + '/' + parts[0]);
                    }
                }
            }
        }
        throw new AssertionError(end);
    }

    @Test
    void onlyTheNewestStayAndTheirPiecesStayWhole() throws Exception {
        try (var place = place()) {
            backup(place).run(5, _ -> {});
            backup(place).run(5, _ -> {});
            var last = backup(place).run(1, _ -> {});
            assertThat(last.forgotten()).isEqualTo(2);
            assertThat(place.files("manifests")).hasSize(1);
            assertThat(restore(place, "restored").losses()).isEmpty();
        }
    }

    @Test
    void aPieceThatIsCutShortIsWrittenAnew() throws Exception {
        try (var place = place()) {
            backup(place).run(5, _ -> {});
            var piece = piece("ocfl_layout.json");
            Files.write(piece, new byte[] {'{'});
            assertThat(restore(place, "before").losses()).isNotEmpty();
            backup(place).run(5, _ -> {});
            assertThat(restore(place, "after").losses()).isEmpty();
        }
    }

    @Test
    void keysThatWereRotatedSinceAreToldAndTheRestComesBack() throws Exception {
        var wrapping = data.resolve("keys").resolve(ItemKeys.WRAPPING_FILE);
        Files.writeString(wrapping, "as they were");
        try (var place = place()) {
            backup(place).run(5, _ -> {});
            Files.writeString(wrapping, "as they are now");
            var report = restore(place, "restored");
            assertThat(report.losses())
                    .singleElement()
                    .satisfies(loss -> assertThat(loss.path()).isEqualTo("keys/" + ItemKeys.WRAPPING_FILE));
            assertThat(report.database()).isTrue();
            assertThat(folder.resolve("restored/keys").resolve(ItemKeys.WRAPPING_FILE))
                    .hasContent("as they are now");
        } finally {
            Files.delete(wrapping);
        }
    }

    @Test
    void aPathThatLeadsOutOfTheFolderEndsTheRestore() throws Exception {
        try (var place = place()) {
            backup(place).run(5, _ -> {});
            var manifests = folder.resolve("backup/manifests");
            try (var files = Files.list(manifests)) {
                var manifest = files.findFirst().orElseThrow();
                var text = Files.readString(manifest).replaceFirst("\tstaging\n", "\t../../outside\n");
                var name = manifest.getFileName().toString();
                var digest = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
                Files.delete(manifest);
                Files.writeString(manifests.resolve(name.substring(0, name.lastIndexOf('-') + 1) + digest), text);
            }
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> restore(place, "restored"))
                    .withMessageContaining("outside");
            assertThat(folder.resolveSibling("outside")).doesNotExist();
        }
    }

    @Test
    void whatComesBackIsForTheServersAccountAlone() throws Exception {
        try (var place = place()) {
            backup(place).run(5, _ -> {});
            restore(place, "restored");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("restored"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFullFolderAWrongKeyAndAnEmptyPlaceAreRefused() throws Exception {
        try (var place = place()) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> restore(place, "nothing"));
            backup(place).run(5, _ -> {});
            Files.createDirectories(folder.resolve("full/anything"));
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> restore(place, "full"));
            var keys = Files.createDirectories(folder.resolve("keys"));
            try (var files = Files.list(data.resolve("keys"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, keys.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.writeString(keys.resolve("database.password"), "another");
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> new Restoration(place).run(Instant.MAX, folder.resolve("target"), keys, _ -> {}))
                    .satisfies(refused -> assertThat(refused.values()).contains("database.password"));
            assertThat(folder.resolve("target")).doesNotExist();
        }
    }
}
