package lantai.ingest.reader.child;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** How the tracks of an MP4 file are encoded, by the names of their sample descriptions (ISO/IEC 14496-12, 8.5.2). */
final class Mp4Codecs {
    private static final Set<String> ON_THE_WAY = Set.of("moov", "trak", "mdia", "minf", "stbl");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("avc1", "H.264"),
            Map.entry("avc3", "H.264"),
            Map.entry("hvc1", "H.265"),
            Map.entry("hev1", "H.265"),
            Map.entry("mp4v", "MPEG-4 Visual"),
            Map.entry("av01", "AV1"),
            Map.entry("vp09", "VP9"),
            Map.entry("mp4a", "AAC"),
            Map.entry("alac", "ALAC"),
            Map.entry("ac-3", "AC-3"));
    private static final int MOST_BOXES = 10_000;
    private static final int HEAD = 8;
    private static final int DEEPEST = 8;

    private final RandomAccessFile file;
    private final Set<String> found = new LinkedHashSet<>();
    private int boxes;

    private Mp4Codecs(RandomAccessFile file) {
        this.file = file;
    }

    /** {@return their names, those of the picture and of the sound parted by a comma; empty when there are none that are known} */
    static String of(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var codecs = new Mp4Codecs(file);
            codecs.walk(0, file.length(), 0);
            return String.join("，", codecs.found);
        }
    }

    private void walk(long from, long to, int depth) throws IOException {
        var at = from;
        while (at + HEAD <= to && boxes++ < MOST_BOXES && depth < DEEPEST) {
            file.seek(at);
            var size = Integer.toUnsignedLong(file.readInt());
            var name = name();
            var content = at + HEAD;
            if (size == 1 && content + HEAD <= to) {
                size = file.readLong();
                content += HEAD;
            }
            var end = size == 0 ? to : at + size;
            if (end < content || end > to) {
                return;
            }
            if (ON_THE_WAY.contains(name)) {
                walk(content, end, depth + 1);
            } else if (name.equals("stsd") && content + 16 <= end) {
                file.seek(content + 12);
                var codec = NAMES.get(name());
                if (codec != null) {
                    found.add(codec);
                }
            }
            at = end;
        }
    }

    private String name() throws IOException {
        var name = new byte[4];
        file.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
