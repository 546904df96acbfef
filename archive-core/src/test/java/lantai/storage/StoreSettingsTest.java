package lantai.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreSettingsTest {
    @TempDir
    private Path data;

    @Test
    void withoutSettingsObjectsLieInTheDataFolder() {
        var settings = StoreSettings.of(Map.of(), data);
        assertThat(settings.places()).extracting(StoreSettings.Place::name).containsExactly("objects");
        assertThat(settings.quorum()).isEqualTo(1);
        try (var store = settings.open(Ledger.NONE)) {
            assertThat(store.locations().getFirst().place())
                    .isEqualTo(data.resolve("objects").toString());
            assertThat(settings.probe(store, InstantSource.system())).isEmpty();
        }
    }

    @Test
    void locationsOfMixedKindsAreNamed() throws Exception {
        var keys = Files.writeString(data.resolve("keys"), "access\nsecret\n");
        var settings = StoreSettings.of(
                Map.of(
                        "LANTAI_STORE",
                        "near=folder:" + data.resolve("near") + ", far=s3:https://s3.example.org:9000/archive/one/two",
                        "LANTAI_STORE_QUORUM",
                        "1",
                        "LANTAI_S3_KEY_FILE_FAR",
                        keys.toString()),
                data);
        assertThat(settings.quorum()).isEqualTo(1);
        assertThat(settings.places().getLast()).isInstanceOfSatisfying(StoreSettings.Bucket.class, bucket -> {
            assertThat(bucket.settings().endpoint()).hasToString("https://s3.example.org:9000");
            assertThat(bucket.settings().bucket()).isEqualTo("archive");
            assertThat(bucket.settings().prefix()).isEqualTo("one/two");
            assertThat(bucket.settings().secretKey()).isEqualTo("secret");
            assertThat(bucket.settings().toString()).doesNotContain("secret");
        });
    }

    @Test
    void aWrongSettingIsNamed() {
        for (var wrong : new String[] {
            "near",
            "near=ftp:/x",
            "Near=folder:/x",
            "a=folder:/x,a=folder:/y",
            "a=folder:/x,b=folder:/x",
            "a=s3:https://host/b"
        }) {
            assertThatThrownBy(() -> StoreSettings.of(Map.of("LANTAI_STORE", wrong), data))
                    .as(wrong)
                    .isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> StoreSettings.of(Map.of("LANTAI_STORE_QUORUM", "2"), data))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> ScrubPolicy.of(Map.of("LANTAI_SCRUB_SM3_PERCENT", "101")))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> ScrubPolicy.of(Map.of("LANTAI_SCRUB_MBS", "fast")))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void wormModeIsRefusedWhereLocksAreOnlyPretended() throws Exception {
        try (var server = new S3Server(data.resolve("server"))) {
            var bucket = server.bucket("");
            var settings = StoreSettings.of(
                    Map.of(
                            "LANTAI_STORE",
                            "far=s3:" + bucket,
                            "LANTAI_STORE_WORM",
                            "true",
                            "LANTAI_S3_ACCESS_KEY",
                            bucket.accessKey(),
                            "LANTAI_S3_SECRET_KEY",
                            bucket.secretKey()),
                    data);
            try (var store = settings.open(Ledger.NONE)) {
                assertThatThrownBy(() -> settings.probe(store, InstantSource.system()))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("LOCKS_PRETENDED")
                        .hasMessageContaining("versioning, delete markers, object lock");
            }
        }
        var folders = StoreSettings.of(Map.of("LANTAI_STORE_WORM", "true"), data);
        try (var store = folders.open(Ledger.NONE)) {
            assertThatThrownBy(() -> folders.probe(store, InstantSource.system()))
                    .isInstanceOf(Refused.class);
        }
    }
}
