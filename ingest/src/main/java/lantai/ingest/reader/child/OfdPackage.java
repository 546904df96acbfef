package lantai.ingest.reader.child;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lantai.ingest.reader.ReadingState;

/** The parts of an OFD file. Nothing is unpacked to disk; a part is read up to a limit. */
final class OfdPackage implements AutoCloseable {
    private static final int LARGEST_PART = 96 << 20;
    private static final long LARGE = 200L << 20;
    private static final long RATIO = 200;

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    private OfdPackage(ZipFile zip) {
        this.zip = zip;
        zip.stream().forEach(entry -> parts.put(key(entry.getName()), entry));
    }

    static boolean isOfd(Path file) {
        try (var zip = open(file)) {
            return zip.parts.containsKey("ofd.xml");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    static OfdPackage open(Path file) throws IOException {
        try {
            return new OfdPackage(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        } catch (ZipException | IllegalArgumentException e) {
            return new OfdPackage(new ZipFile(file.toFile(), Charset.forName("GB18030")));
        }
    }

    /** Refuses a package that promises to unpack to vastly more than it weighs. */
    void weigh() throws Unreadable {
        long packed = 1;
        long unpacked = 0;
        for (var part : parts.values()) {
            packed += Math.max(0, part.getCompressedSize());
            unpacked += Math.max(0, part.getSize());
        }
        if (unpacked > LARGE && unpacked / packed > RATIO) {
            throw new Unreadable(ReadingState.BOMB, "would unpack to " + (unpacked >> 20) + " MB");
        }
    }

    boolean has(String path) {
        return parts.containsKey(key(path));
    }

    /**
     * {@return the bytes of a part}
     *
     * @throws IOException when there is no such part
     */
    byte[] bytes(String path) throws IOException, Unreadable {
        var entry = parts.get(key(path));
        if (entry == null) {
            throw new IOException("no part \"" + path + '"');
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(LARGEST_PART + 1);
            if (bytes.length > LARGEST_PART) {
                throw new Unreadable(ReadingState.TOO_LARGE, "a part of more than 96 MB");
            }
            return bytes;
        }
    }

    Xml xml(String path) throws IOException, Unreadable {
        return Xml.parse(new ByteArrayInputStream(bytes(path)));
    }

    /** {@return the part, or empty when it is missing or broken} */
    Optional<Xml> optional(String path) throws Unreadable {
        try {
            return has(path) ? Optional.of(xml(path)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@return where a location leads, that stands in the part {@code from}} */
    static String resolve(String from, String location) {
        var at = location.strip().replace('\\', '/');
        var path = new ArrayDeque<String>();
        if (!at.startsWith("/")) {
            var folder = from.substring(0, from.lastIndexOf('/') + 1);
            at = folder + at;
        }
        for (var step : at.split("/", -1)) {
            switch (step) {
                case "", "." -> {}
                case ".." -> path.pollLast();
                default -> path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    private static String key(String path) {
        var plain = path.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
