package lantai.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import lantai.cipher.CipherAlgorithm;
import lantai.cipher.ItemKey;
import lantai.problem.Damaged;
import lantai.problem.Unavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of items survive everything but their destruction. */
class ItemKeysTest {
    @TempDir
    private Path data;

    private ItemKeys keys;

    @BeforeEach
    void open() {
        keys = reopened();
    }

    private ItemKeys reopened() {
        return new ItemKeys(data.resolve("keys"), List.of(data.resolve("near"), data.resolve("far")));
    }

    private List<Path> files(String folder) throws IOException {
        try (var walk = Files.walk(data.resolve(folder))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path kek() {
        return data.resolve("keys/key-encryption.properties");
    }

    @Test
    void aKeyIsFoundAgainAndLiesWrapped() throws IOException {
        assertThat(keys.state()).isEqualTo(ItemKeys.State.UNUSED);
        for (var algorithm : CipherAlgorithm.values()) {
            var made = keys.create("urn:uuid:" + algorithm, algorithm);
            var found = reopened().find("urn:uuid:" + algorithm);
            assertThat(found.bytes()).isEqualTo(made.bytes());
            assertThat(found.id()).isEqualTo(made.id());
            assertThat(found.algorithm()).isEqualTo(algorithm);
        }
        assertThat(keys.state()).isEqualTo(ItemKeys.State.READY);
        assertThat(files("near")).hasSize(2).hasSameSizeAs(files("far"));
        for (var file : List.of(files("near").getFirst(), kek())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondTryKeepsTheKeyOfTheFirst() {
        var first = keys.create("urn:uuid:1", CipherAlgorithm.SM4_GCM);
        assertThat(reopened().create("urn:uuid:1", CipherAlgorithm.SM4_GCM).id())
                .isEqualTo(first.id());
        assertThat(reopened().create("urn:uuid:1", CipherAlgorithm.AES_256_GCM).id())
                .isNotEqualTo(first.id());
    }

    @Test
    void aKeyThatWasExchangedOrAlteredDoesNotUnwrap() throws IOException {
        keys.create("urn:uuid:1", CipherAlgorithm.SM4_GCM);
        var first = files("near").getFirst();
        var text = Files.readString(first);
        keys.create("urn:uuid:2", CipherAlgorithm.SM4_GCM);
        for (var folder : List.of("near", "far")) {
            for (var file : files(folder)) {
                Files.writeString(file, text.replace("urn:uuid:1", "urn:uuid:2"));
            }
        }
        assertThatThrownBy(() -> keys.find("urn:uuid:2")).isInstanceOf(Damaged.class);
        assertThatThrownBy(() -> keys.find("urn:uuid:1")).isInstanceOf(Damaged.class);
    }

    @Test
    void oneFolderIsEnoughToReadAndARotationMakesTheOtherGood() throws IOException {
        var made = keys.create("urn:uuid:1", CipherAlgorithm.AES_256_GCM);
        Files.writeString(files("near").getFirst(), "rubbish");
        assertThat(keys.find("urn:uuid:1").bytes()).isEqualTo(made.bytes());
        assertThat(keys.rotate(_ -> {}).unreadable()).isEmpty();
        Files.delete(files("far").getFirst());
        assertThat(keys.find("urn:uuid:1").bytes()).isEqualTo(made.bytes());
    }

    @Test
    void whatIsDestroyedIsGoneFromEveryFolder() throws IOException {
        keys.create("urn:uuid:1", CipherAlgorithm.SM4_GCM);
        keys.create("urn:uuid:2", CipherAlgorithm.SM4_GCM);
        assertThat(keys.shred("urn:uuid:1")).isTrue();
        assertThat(keys.shred("urn:uuid:1")).isFalse();
        assertThat(keys.holds("urn:uuid:1")).isFalse();
        assertThat(files("near")).hasSize(1).hasSameSizeAs(files("far"));
        assertThatThrownBy(() -> keys.find("urn:uuid:1")).isInstanceOf(Unavailable.class);
        assertThat(keys.objects()).containsExactly("urn:uuid:2");
        Files.move(data.resolve("far"), data.resolve("unplugged"));
        assertThatThrownBy(() -> keys.shred("urn:uuid:2"))
                .as("a folder that is not there may hold it")
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void withoutTheKeyEncryptionKeyNothingOpensAndNoOtherIsMade() throws IOException {
        keys.create("urn:uuid:1", CipherAlgorithm.SM4_GCM);
        var kept = Files.readString(kek());
        Files.delete(kek());
        assertThat(keys.state()).isEqualTo(ItemKeys.State.MISSING);
        assertThatThrownBy(() -> keys.find("urn:uuid:1")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> keys.create("urn:uuid:2", CipherAlgorithm.SM4_GCM))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> keys.rotate(_ -> {})).isInstanceOf(Unavailable.class);
        assertThat(kek()).doesNotExist();
        Files.writeString(kek(), kept);
        assertThat(keys.find("urn:uuid:1").algorithm()).isEqualTo(CipherAlgorithm.SM4_GCM);
    }

    @Test
    void aRotationThatIsCutOffAnywhereGoesOn() throws IOException {
        Map<String, ItemKey> made = new HashMap<>();
        for (var i = 0; i < 5; i++) {
            var id = "urn:uuid:" + i;
            made.put(id, keys.create(id, i % 2 == 0 ? CipherAlgorithm.SM4_GCM : CipherAlgorithm.AES_256_GCM));
        }
        var before = Files.readString(kek());
        for (var cut = 1; cut <= 3; cut++) {
            var after = cut;
            assertThatThrownBy(() -> reopened().rotate(count -> {
                        if (count == 1) {
                            throw new IllegalStateException("killed");
                        }
                    }))
                    .as("cut off the %d. time", after)
                    .isInstanceOf(IllegalStateException.class);
            made.forEach((id, key) -> assertThat(reopened().find(id).bytes()).isEqualTo(key.bytes()));
            assertThat(keys.generation()).as("the same rotation goes on").hasValue(2);
        }
        made.put("urn:uuid:new", keys.create("urn:uuid:new", CipherAlgorithm.SM4_GCM));
        var rotation = reopened().rotate(_ -> {});
        assertThat(rotation).isEqualTo(new ItemKeys.Rotation(2, 2, List.of(), List.of(1)));
        made.forEach((id, key) -> assertThat(reopened().find(id).bytes()).isEqualTo(key.bytes()));
        assertThat(Files.readString(kek())).doesNotContain("\n1.");
        Files.writeString(kek(), before);
        assertThatThrownBy(() -> keys.find("urn:uuid:1"))
                .as("the older key opens nothing any more")
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void rotationsThatOverlapLoseNoGeneration() {
        Map<String, ItemKey> made = new HashMap<>();
        for (var i = 0; i < 4; i++) {
            made.put("urn:uuid:" + i, keys.create("urn:uuid:" + i, CipherAlgorithm.AES_256_GCM));
        }
        keys.rotate(first -> {
            if (first == 1) {
                reopened().rotate(_ -> {});
                assertThatThrownBy(() -> reopened().rotate(third -> {
                            if (third == 2) {
                                throw new IllegalStateException("killed");
                            }
                        }))
                        .isInstanceOf(IllegalStateException.class);
            }
        });
        made.forEach((id, key) -> assertThat(reopened().find(id).bytes()).isEqualTo(key.bytes()));
        assertThat(keys.generation()).hasValue(3);
    }

    @Test
    void aKeyIsFoundWhileItIsWrappedAnew() throws Exception {
        var key = keys.create("urn:uuid:1", CipherAlgorithm.SM4_GCM);
        try (var rotating = Executors.newSingleThreadExecutor()) {
            var done = rotating.submit(() -> {
                for (var round = 0; round < 20; round++) {
                    reopened().rotate(_ -> {});
                }
                return true;
            });
            while (!done.isDone()) {
                assertThat(keys.find("urn:uuid:1").bytes()).isEqualTo(key.bytes());
            }
            assertThat(done.get()).isTrue();
        }
    }

    @Test
    void anUnreadableKeyKeepsTheOlderGeneration() throws IOException {
        keys.create("urn:uuid:1", CipherAlgorithm.SM4_GCM);
        keys.create("urn:uuid:2", CipherAlgorithm.SM4_GCM);
        var good = Files.readString(files("near").getFirst());
        var rubbish = good.contains("\"wrapped\":\"+")
                ? good.replaceFirst("\"wrapped\":\".", "\"wrapped\":\"/")
                : good.replaceFirst("\"wrapped\":\".", "\"wrapped\":\"+");
        for (var folder : List.of("near", "far")) {
            Files.writeString(files(folder).getFirst(), rubbish);
        }
        var rotation = keys.rotate(_ -> {});
        assertThat(rotation.unreadable()).hasSize(2);
        assertThat(rotation.retired()).isEmpty();
        assertThat(Files.readString(kek())).contains("\n1.").contains("\n2.");
    }
}
