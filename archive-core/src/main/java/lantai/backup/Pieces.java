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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import lantai.backup.Manifest.Piece;
import lantai.storage.Location;

/**
 * The place of the backups: {@code pieces/}, each named by the SHA-256 of its bytes and therefore kept once, and
 * {@code manifests/}, each named by its time and its own SHA-256. One thread at a time.
 */
final class Pieces implements AutoCloseable {
    private static final String PIECES = "pieces";
    private static final String MANIFESTS = "manifests";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Location location;
    private final Path work;
    private final Set<String> there = new HashSet<>();
    private long written;

    /** @param work a folder for one file at a time */
    Pieces(Location location, Path work) throws IOException {
        this.location = location;
        this.work = work;
        Files.createDirectories(work);
        for (var entry : location.files(PIECES)) {
            there.add(entry.path().substring(entry.path().indexOf('/') + 1));
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
            if (there.add(name)) {
                location.write(key(name), half);
                written += size;
            }
            return new Piece(name, size, path);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /**
     * Writes the bytes of a piece to a file.
     *
     * @throws IOException when they are missing or not what they were
     */
    void fetch(Piece piece, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling(".").normalize());
        var digest = sha256();
        try (var in = location.read(key(piece.sha256()));
                var out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            in.transferTo(out);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(piece.sha256())) {
            Files.delete(target);
            throw new IOException("the bytes of " + piece.sha256() + " are damaged");
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
        var superfluous = new ArrayList<>(there);
        superfluous.removeAll(needed);
        for (var name : superfluous) {
            location.remove(key(name));
            there.remove(name);
        }
        return old.size();
    }

    boolean holds(String sha256) {
        return there.contains(sha256);
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
