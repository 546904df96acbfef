package lantai.ingest.reader.child;

import java.awt.Dimension;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The size of a JPEG 2000 picture, out of its header. The picture itself is not decoded: no free decoder is at hand. */
final class Jpeg2000 {
    private static final int HEAD = 1 << 16;

    private Jpeg2000() {}

    static Optional<Dimension> size(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        for (var i = 0; i + 16 < head.length; i++) {
            var header = head[i] == 'i' && head[i + 1] == 'h' && head[i + 2] == 'd' && head[i + 3] == 'r';
            if (header) {
                return Optional.of(sizeAt(head, i + 4, false));
            }
            // SOC, SIZ: a bare code stream
            if (i == 0 && head[0] == (byte) 0xFF && head[1] == 0x4F && head[2] == (byte) 0xFF && head[3] == 0x51) {
                return Optional.of(sizeAt(head, 8, true));
            }
        }
        return Optional.empty();
    }

    private static Dimension sizeAt(byte[] head, int from, boolean widthFirst) throws IOException {
        try (var in = new DataInputStream(new java.io.ByteArrayInputStream(head, from, 8))) {
            var one = Math.max(0, in.readInt());
            var two = Math.max(0, in.readInt());
            return widthFirst ? new Dimension(one, two) : new Dimension(two, one);
        }
    }
}
