package lantai.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lantai.backup.Manifest.Piece;
import lantai.storage.Location;

/**
 * The place of the backups: {@code pieces/}, each named by the SHA-256 of its bytes and therefore kept once, and
 * {@code manifests/}, each named by its time and its own SHA-256. One thread at a time.
 */
final class Pieces implements AutoCloseable {
    private static final String PIECES = "pieces";
    private static final String MANIFESTS = "manifests";
    private static final int BUFFER = 1 << 16;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Location location;
    private final Path work;
    private final Map<String, Long> there = new HashMap<>();
    private long written;

    /** @param work a folder for one file at a time */
    Pieces(Location location, Path work) throws IOException {
        this.location = location;
        this.work = work;
        Files.createDirectories(work);
        for (var entry : location.files(PIECES)) {
            there.put(entry.path().substring(entry.path().indexOf('/') + 1), entry.size());
        }
    }

    /** {@return how many bytes were not there before} */
    long written() {
        return written;
    }

    /** Keeps the bytes of a file under a path; they are copied first, for the file may change meanwhile. */
    Piece keep(InputStream in, String path) throws IOException {
        var half = Files.createTempFile(work, "piece", "");
        try {
            var digest = sha256();
            long size;
            try (in;
                    var out = new DigestOutputStream(Files.newOutputStream(half), digest)) {
                size = in.transferTo(out);
            }
            var name = HexFormat.of().formatHex(digest.digest());
            // one that is cut short is no piece
            if (!Long.valueOf(size).equals(there.get(name))) {
                location.write(key(name), half);
                there.put(name, size);
                written += size;
            }
            return new Piece(name, size, path);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** A piece is missing, cannot be read, or is not what it was. */
    static final class Lost extends IOException {
        private static final long serialVersionUID = 1;

        Lost(String sha256, IOException cause) {
            super("the bytes of " + sha256 + " are missing or damaged", cause);
        }
    }

    /**
     * Writes the bytes of a piece to a file.
     *
     * @throws Lost when they are missing or not what they were
     * @throws IOException when the file cannot be written
     */
    void fetch(Piece piece, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling(".").normalize());
        var digest = sha256();
        try (var in = opened(piece);
                var out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            var buffer = new byte[BUFFER];
            for (var count = read(piece, in, buffer); count >= 0; count = read(piece, in, buffer)) {
                out.write(buffer, 0, count);
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(piece.sha256())) {
            Files.delete(target);
            throw new Lost(piece.sha256(), new IOException("another digest"));
        }
    }

    private InputStream opened(Piece piece) throws Lost {
        try {
            return location.read(key(piece.sha256()));
        } catch (IOException missing) {
            throw new Lost(piece.sha256(), missing);
        }
    }

    private static int read(Piece piece, InputStream in, byte[] buffer) throws Lost {
        try {
            return in.read(buffer);
        } catch (IOException unreadable) {
            throw new Lost(piece.sha256(), unreadable);
        }
    }

    /** {@return the lines of a small piece} */
    List<String> lines(String sha256) throws IOException {
        var file = Files.createTempFile(work, "list", "");
        try {
            fetch(new Piece(sha256, 0, ""), file);
            return Files.readAllLines(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Makes a backup be there.
     *
     * @return its name
     */
    String finish(Manifest manifest) throws IOException {
        var bytes = manifest.text().getBytes(StandardCharsets.UTF_8);
        var name = TIME.format(manifest.point()) + '-' + HexFormat.of().formatHex(sha256().digest(bytes));
        var file = Files.createTempFile(work, "manifest", "");
        try {
            Files.write(file, bytes);
            location.write(MANIFESTS + '/' + name, file);
        } finally {
            Files.deleteIfExists(file);
        }
        return name;
    }

    /** {@return the names of all backups, the oldest first} */
    List<String> manifests() throws IOException {
        return location.files(MANIFESTS).stream()
                .map(Location.Entry::path)
                .sorted()
                .toList();
    }

    /**
     * {@return one manifest}
     *
     * @throws IOException when it is missing or damaged
     */
    Manifest manifest(String name) throws IOException {
        try (var in = location.read(MANIFESTS + '/' + name)) {
            var bytes = in.readAllBytes();
            if (!name.endsWith('-' + HexFormat.of().formatHex(sha256().digest(bytes)))) {
                throw new IOException("the manifest " + name + " is damaged");
            }
            return Manifest.parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /**
     * Takes the oldest backups away, and the pieces that no other needs.
     *
     * @param keep how many stay, at least 1
     * @return how many backups went
     */
    int forget(int keep) throws IOException {
        var all = manifests();
        var old = all.subList(0, Math.max(0, all.size() - keep));
        if (old.isEmpty()) {
            return 0;
        }
        // what stays is read first: when one of these cannot be read, nothing is deleted
        var needed = new HashSet<String>();
        var lists = new HashSet<String>();
        for (var name : all.subList(old.size(), all.size())) {
            var manifest = manifest(name);
            manifest.files().forEach(file -> needed.add(file.sha256()));
            manifest.objects().values().forEach(object -> lists.add(object.list()));
        }
        for (var list : lists) {
            needed.add(list);
            lines(list).forEach(line -> needed.add(Piece.parse(line).sha256()));
        }
        for (var name : old) {
            location.remove(MANIFESTS + '/' + name);
        }
        var superfluous = new ArrayList<>(there.keySet());
        superfluous.removeAll(needed);
        for (var name : superfluous) {
            location.remove(key(name));
            there.remove(name);
        }
        return old.size();
    }

    boolean holds(String sha256) {
        return there.containsKey(sha256);
    }

    @Override
    public void close() throws IOException {
        try (var left = Files.list(work)) {
            for (var file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(work);
    }

    private static String key(String sha256) {
        return PIECES + '/' + sha256.substring(0, 2) + '/' + sha256;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
