package lantai.web.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import lantai.storage.FixityDigest;

/**
 * Receiving without an archive: both digests of each file, the file, its folder and one line of a log forced to the disk, as
 * the least that an acknowledgement needs.
 */
final class BareReceiving {
    private static final int PIECE = 1 << 16;

    private BareReceiving() {}

    /**
     * Takes the files one after the other.
     *
     * @param target an empty folder on the disk that is measured; empty again afterwards
     * @return seconds
     */
    static double seconds(List<Path> files, Path target) throws IOException {
        var log = target.resolve("log");
        var start = System.nanoTime();
        try (var line = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (var file : files) {
                var sha256 = store(file, target);
                line.write(ByteBuffer.wrap((sha256 + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
                line.force(false);
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        try (var written = Files.list(target)) {
            for (var file : written.toList()) {
                Files.delete(file);
            }
        }
        return seconds;
    }

    private static String store(Path file, Path target) throws IOException {
        var temporary = target.resolve(UUID.randomUUID() + ".new");
        var digest = new FixityDigest();
        try (var in = Files.newInputStream(file);
                var out = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = new byte[PIECE];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(ByteBuffer.wrap(buffer, 0, read));
            }
            out.force(true);
        }
        var sha256 = digest.finish().sha256();
        Files.move(temporary, target.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(target, StandardOpenOption.READ)) {
            folder.force(true);
        }
        return sha256;
    }
}
