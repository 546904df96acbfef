package lantai.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import lantai.problem.Damaged;
import lantai.problem.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of location must do, with the store on top of it. Each kind runs the whole suite. */
abstract class LocationContract {
    static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @TempDir
    Path folder;

    Location location;
    ArchivalStore store;

    /** {@return an empty location} */
    abstract Location open() throws Exception;

    /** Changes the bytes of a file behind the back of the location. */
    abstract void tamper(String path, byte[] bytes) throws IOException;

    @BeforeEach
    void start() throws Exception {
        location = open();
        store = ArchivalStore.of(
                List.of(location),
                1,
                Ledger.NONE,
                new ArchivalStore.Temporary(folder.resolve("work"), folder.resolve("cache"), 1 << 20));
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void whatWasPutIsReadBackAndIsValidOcfl() throws IOException {
        put("urn:uuid:1", "masters/扫描件 一.tif", "one");
        assertThat(store.holds("urn:uuid:1")).isTrue();
        assertThat(store.version("urn:uuid:1")).isEqualTo(1);
        assertThat(store.paths("urn:uuid:1")).containsExactly("masters/扫描件 一.tif");
        assertThat(store.file("urn:uuid:1", "masters/扫描件 一.tif")).hasContent("one");
        assertThat(store.validate("urn:uuid:1")).isEmpty();
        assertThat(location.files(Layout.folder("urn:uuid:1")))
                .extracting(Location.Entry::path)
                .containsExactly(
                        "0=ocfl_object_1.1",
                        "inventory.json",
                        "inventory.json.sha512",
                        "v1/content/masters/扫描件 一.tif",
                        "v1/inventory.json",
                        "v1/inventory.json.sha512");
    }

    @Test
    void aLargeFileComesBackAsItWas() throws IOException {
        var bytes = new byte[70_000_000];
        new Random(7).nextBytes(bytes);
        var file = Files.write(folder.resolve("large"), bytes);
        var fixity = FixityDigest.of(file);
        store.put("urn:uuid:1", List.of(new ArchivalStore.Part(file, "large.bin", fixity)), "filing", "li", NOW);
        assertThat(FixityDigest.of(store.file("urn:uuid:1", "large.bin"))).isEqualTo(fixity);
        store.verify("urn:uuid:1", "large.bin", fixity);
    }

    @Test
    void aVersionIsAddedAndTakenBack() throws IOException {
        put("urn:uuid:1", "metadata.json", "one");
        assertThat(store.add("urn:uuid:1", List.of(part("metadata.json", "two"), part("b", "b")), "m", "li", NOW))
                .isEqualTo(2);
        assertThat(store.file("urn:uuid:1", "metadata.json")).hasContent("two");
        assertThat(store.paths("urn:uuid:1")).containsExactly("b", "metadata.json");
        assertThat(store.validate("urn:uuid:1")).isEmpty();
        store.rollBack("urn:uuid:1", 1);
        assertThat(store.version("urn:uuid:1")).isEqualTo(1);
        assertThat(store.file("urn:uuid:1", "metadata.json")).hasContent("one");
        assertThat(store.validate("urn:uuid:1")).isEmpty();
    }

    @Test
    void aLeftoverOfATryThatWasCutOffIsReplaced() throws IOException {
        put("urn:uuid:1", "old.txt", "first try");
        location.remove(Layout.folder("urn:uuid:1") + "/inventory.json");
        put("urn:uuid:1", "metadata.json", "second try");
        assertThat(store.paths("urn:uuid:1")).containsExactly("metadata.json");
        assertThat(store.validate("urn:uuid:1")).isEmpty();
    }

    @Test
    void objectsAreListedAndRemovedWithoutATrace() throws IOException {
        put("urn:uuid:1", "a", "one");
        put("urn:uuid:2", "a", "two");
        put("urn:uuid:2", "a", "two again");
        try (var ids = store.objectIds()) {
            assertThat(ids).containsExactlyInAnyOrder("urn:uuid:1", "urn:uuid:2");
        }
        assertThat(store.file("urn:uuid:2", "a")).hasContent("two again");
        store.remove("urn:uuid:2");
        store.remove("urn:uuid:2");
        assertThat(store.holds("urn:uuid:2")).isFalse();
        assertThat(location.files(Layout.folder("urn:uuid:2"))).isEmpty();
        try (var kept = Files.walk(folder.resolve("cache"))) {
            assertThat(kept.filter(Files::isRegularFile).map(Path::toString))
                    .noneMatch(path -> path.contains(FixityDigest.sha256("urn:uuid:2")));
        } catch (NoSuchFileException noCache) {
            assertThat(location.kind()).isEqualTo(Location.Kind.FOLDER);
        }
        assertThatThrownBy(() -> store.file("urn:uuid:2", "a")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> store.add("urn:uuid:2", List.of(part("a", "a")), "m", "li", NOW))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> store.file("urn:uuid:1", "b")).isInstanceOf(NotFound.class);
    }

    @Test
    void bytesThatDoNotFitAreNeverHandedOut() throws IOException {
        put("urn:uuid:1", "a", "one");
        tamper(Layout.folder("urn:uuid:1") + "/v1/content/a", "eno".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> store.file("urn:uuid:1", "a")).isInstanceOf(Damaged.class);
        assertThatThrownBy(() -> store.everything("urn:uuid:1")).isInstanceOf(Damaged.class);
        assertThat(store.validate("urn:uuid:1")).isNotEmpty();
        assertThat(store.asFound("urn:uuid:1", "a")).hasContent("eno");
    }

    @Test
    void anInventoryThatDoesNotFitIsNotBelieved() throws IOException {
        put("urn:uuid:1", "a", "one");
        tamper(Layout.folder("urn:uuid:1") + "/inventory.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> store.file("urn:uuid:1", "a")).isInstanceOf(Damaged.class);
    }

    @Test
    void partsThatAreNotWhatTheyShouldBeAreNotKept() throws IOException {
        var lie = new ArchivalStore.Part(
                part("a", "one").source(), "a", part("b", "two").fixity());
        assertThatThrownBy(() -> store.put("urn:uuid:1", List.of(lie), "filing", "li", NOW))
                .isInstanceOf(Damaged.class);
        assertThat(store.holds("urn:uuid:1")).isFalse();
    }

    @Test
    void everyFileOfAnObjectIsHandedOut() throws IOException {
        put("urn:uuid:1", "a", "one");
        store.add("urn:uuid:1", List.of(part("a", "two")), "m", "li", NOW);
        assertThat(store.everything("urn:uuid:1").keySet())
                .contains("v1/content/a", "v2/content/a", "inventory.json", "0=ocfl_object_1.1");
    }

    @Test
    void aFileIsWrittenOverAndAMissingOneIsTold() throws IOException {
        location.write("x/y", Files.writeString(folder.resolve("s"), "one"));
        location.write("x/y", Files.writeString(folder.resolve("s"), "two"));
        try (var in = location.read("x/y")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("two");
        }
        location.remove("x/y");
        location.remove("x/y");
        assertThat(location.files("x")).isEmpty();
        assertThatThrownBy(() -> location.read("x/y").close()).isInstanceOf(NoSuchFileException.class);
    }

    ArchivalStore.Part part(String path, String text) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "part", ""), text);
        return new ArchivalStore.Part(file, path, FixityDigest.of(file));
    }

    void put(String id, String path, String text) throws IOException {
        store.put(id, List.of(part(path, text)), "filing", "li", NOW);
    }
}
