package lantai.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantai.problem.Damaged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @TempDir
    private Path data;

    private Staging staging;
    private ArchivalStore store;

    @BeforeEach
    void open() {
        staging = Staging.open(data.resolve("staging"));
        store = ArchivalStore.open(data.resolve("objects"), data.resolve("work"));
    }

    @Test
    void bothDigestsAreThoseOfTheStandards() throws IOException {
        var fixity = staging.store(stream("abc"));
        assertThat(fixity)
                .isEqualTo(new Fixity(
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                        3));
    }

    @Test
    void theSameBytesAreStoredOnce() throws IOException {
        assertThat(staging.store(stream("样例"))).isEqualTo(staging.store(stream("样例")));
        assertThat(check().staged()).isEqualTo(1);
    }

    @Test
    void aStreamThatBreaksOffLeavesNothingBehind() {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                throw new IOException("one byte at a time");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw new IOException("cut");
                }
                return length;
            }
        };
        assertThatThrownBy(() -> staging.store(broken)).isInstanceOf(IOException.class);
        assertThat(check()).isEqualTo(new StoreCheck.Report(0, 0, List.of()));
        assertThat(data.resolve("staging/partial")).isEmptyDirectory();
    }

    @Test
    void anUploadGoesOnWhereItWasCut() throws IOException {
        var upload = UUID.randomUUID();
        staging.append(upload, 0, stream("archives "));
        assertThat(staging.arrived(upload)).isEqualTo(9);
        staging.append(upload, 9, stream("stay"));
        assertThat(staging.complete(upload)).isEqualTo(staging.store(stream("archives stay")));
    }

    @Test
    void aDamagedObjectIsNamed() throws IOException {
        var id = put("urn:uuid:1", "metadata.json", "one");
        put("urn:uuid:2", "metadata.json", "two");
        assertThat(check()).isEqualTo(new StoreCheck.Report(2, 2, List.of()));
        Files.writeString(store.file(id, "metadata.json"), "ONE");
        var report = check();
        assertThat(report.ok()).isFalse();
        assertThat(report.damaged())
                .isNotEmpty()
                .allSatisfy(damage -> assertThat(damage.place()).isEqualTo(id));
    }

    @Test
    void aDamagedStagedContentIsNamed() throws IOException {
        var fixity = staging.store(stream("one"));
        Files.writeString(staging.file(fixity.sha256()), "two");
        assertThat(check().damaged())
                .singleElement()
                .satisfies(damage -> assertThat(damage.place()).isEqualTo("staging/" + fixity.sha256()));
        assertThatThrownBy(() -> staging.verify(fixity)).isInstanceOf(Damaged.class);
    }

    @Test
    void aLeftoverOfATryThatWasCutOffIsReplaced() throws IOException {
        put("urn:uuid:1", "metadata.json", "first try");
        put("urn:uuid:1", "metadata.json", "second try");
        assertThat(Files.readString(store.file("urn:uuid:1", "metadata.json"))).isEqualTo("second try");
        assertThat(check().ok()).isTrue();
    }

    private String put(String id, String path, String text) throws IOException {
        var fixity = staging.store(stream(text));
        store.put(
                id, List.of(new ArchivalStore.Part(staging.file(fixity.sha256()), path, fixity)), "filing", "li", NOW);
        return id;
    }

    private StoreCheck.Report check() {
        return new StoreCheck(store, staging).run();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
