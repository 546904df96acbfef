package lantai.exchange;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a bag (RFC 8493, version 1.0) with manifests by SHA-256 and SHA-512. Files are put first and their digests taken while they go
 * by; {@link #finish} puts what describes them. Used once.
 */
public final class BagWriter {
    private static final List<String> ALGORITHMS = List.of("sha256", "sha512");

    private final PackageSink sink;
    private final Map<String, Map<String, String>> payload = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> tags = new LinkedHashMap<>();
    private long octets;
    private long count;

    public BagWriter(PackageSink sink) {
        this.sink = sink;
        ALGORITHMS.forEach(algorithm -> {
            payload.put(algorithm, new TreeMap<>());
            tags.put(algorithm, new TreeMap<>());
        });
    }

    /**
     * Puts one file of the payload.
     *
     * @param path below {@code data}
     */
    public void put(String path, InputStream bytes) throws IOException {
        var counted = new Counted(bytes);
        put("data/" + path, counted, payload);
        octets += counted.octets;
        count++;
    }

    /**
     * Puts what describes the bag.
     *
     * @param information the bag's own description, in its order; octets and files of the payload are added
     */
    public void finish(Map<String, String> information) throws IOException {
        tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        var lines = new ArrayList<String>();
        information.forEach((label, value) -> lines.add(label + ": " + value.replaceAll("\\s+", " ")));
        lines.add("Payload-Oxum: " + octets + '.' + count);
        tag("bag-info.txt", String.join("\n", lines) + '\n');
        for (var manifest : payload.entrySet()) {
            tag("manifest-" + manifest.getKey() + ".txt", lines(manifest.getValue()));
        }
        var listed = new LinkedHashMap<String, String>();
        tags.forEach((algorithm, files) -> listed.put(algorithm, lines(files)));
        for (var manifest : listed.entrySet()) {
            sink.put(
                    "tagmanifest-" + manifest.getKey() + ".txt",
                    new ByteArrayInputStream(manifest.getValue().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String lines(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(entry -> entry.getValue() + "  " + BagPath.encoded(entry.getKey()) + '\n')
                .collect(Collectors.joining());
    }

    private void tag(String name, String text) throws IOException {
        put(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), tags);
    }

    private void put(String path, InputStream bytes, Map<String, Map<String, String>> digests) throws IOException {
        var streams = new LinkedHashMap<String, DigestInputStream>();
        var in = bytes;
        for (var algorithm : digests.keySet()) {
            var digesting = new DigestInputStream(in, Digests.digest(algorithm));
            streams.put(algorithm, digesting);
            in = digesting;
        }
        sink.put(path, in);
        digests.forEach((algorithm, files) -> {
            var stream = streams.get(algorithm);
            if (stream != null) {
                files.put(
                        path, HexFormat.of().formatHex(stream.getMessageDigest().digest()));
            }
        });
    }

    /** Counts what goes by. */
    private static final class Counted extends FilterInputStream {
        private long octets;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            octets += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            octets += Math.max(0, read);
            return read;
        }
    }
}
