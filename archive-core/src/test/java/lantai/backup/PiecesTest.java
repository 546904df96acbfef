package lantai.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lantai.backup.Manifest.Piece;
import lantai.storage.FolderLocation;
import lantai.storage.Location;
import lantai.storage.S3Server;
import lantai.storage.s3.BucketLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The place of the backups, a folder or a bucket. */
class PiecesTest {
    private static final Instant FIRST = Instant.parse("2026-11-21T02:00:00Z");

    @TempDir
    private Path folder;

    private Pieces open(Location place) throws IOException {
        return new Pieces(place, folder.resolve("work-" + System.nanoTime()));
    }

    private static Piece keep(Pieces pieces, String text) throws IOException {
        return pieces.keep(new ByteArrayInputStream(text.getBytes(UTF_8)), text + ".txt");
    }

    private static Manifest manifest(Instant point, Piece... files) {
        return new Manifest(point, point, List.of("staging"), List.of(files), Map.of(), List.of());
    }

    private void keepsAndForgets(Location place) throws IOException {
        Piece old;
        Piece both;
        try (var pieces = open(place)) {
            old = keep(pieces, "old");
            both = keep(pieces, "both");
            keep(pieces, "both");
            assertThat(pieces.written()).as("the same bytes lie there once").isEqualTo(7);
            pieces.finish(manifest(FIRST, old, both));
        }
        try (var pieces = open(place)) {
            assertThat(pieces.manifests()).hasSize(1);
            keep(pieces, "both");
            assertThat(pieces.written()).isZero();
            var name = pieces.finish(manifest(FIRST.plusSeconds(60), both));
            assertThat(pieces.manifest(name).files()).containsExactly(both);
            assertThat(pieces.forget(1)).isEqualTo(1);
        }
        try (var pieces = open(place)) {
            var target = folder.resolve("came-back");
            pieces.fetch(both, target);
            assertThat(target).hasContent("both");
            assertThatExceptionOfType(Pieces.Lost.class).isThrownBy(() -> pieces.fetch(old, folder.resolve("gone")));
            assertThat(pieces.manifests()).hasSize(1);
        }
    }

    @Test
    void aFolderKeepsEachContentOnceAndForgetsWhatNoBackupNeeds() throws Exception {
        try (var place = FolderLocation.ofFiles("backup", folder.resolve("place"), folder.resolve("place/work"))) {
            keepsAndForgets(place);
        }
    }

    @Test
    void aBucketDoesTheSame() throws Exception {
        try (var server = new S3Server(folder.resolve("server"));
                var place = BucketLocation.open("backup", server.bucket("backups"), folder.resolve("bucket-work"))) {
            keepsAndForgets(place);
        }
    }
}
