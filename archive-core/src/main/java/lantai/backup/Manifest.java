package lantai.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one backup holds. Written last: a backup without it does not exist.
 *
 * @param started when the copying began
 * @param point the recovery point: everything committed before it comes back
 * @param folders empty or not, relative to the data folder
 * @param files outside of the store, relative to the data folder
 * @param objects by the folder of the object in the store
 * @param keys names and digests of the keys without which nothing can be opened; their bytes are not in the backup
 */
record Manifest(
        Instant started,
        Instant point,
        List<String> folders,
        List<Piece> files,
        Map<String, StoredObject> objects,
        List<Piece> keys) {
    private static final String HEAD = "lantai-backup\t1";

    Manifest {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
        objects = Map.copyOf(objects);
        keys = List.copyOf(keys);
    }

    /**
     * One file.
     *
     * @param sha256 of its bytes, in hexadecimal digits
     * @param size in bytes
     * @param path with slashes
     */
    record Piece(String sha256, long size, String path) {
        String line() {
            return sha256 + '\t' + size + '\t' + path;
        }

        static Piece parse(String line) {
            var parts = line.split("\t", 3);
            return new Piece(parts[0], Long.parseLong(parts[1]), parts[2]);
        }
    }

    /**
     * An object of the store.
     *
     * @param state the digest of its inventory: the object is unchanged as long as this is
     * @param list the SHA-256 of the piece that lists its files
     */
    record StoredObject(String state, String list) {}

    String text() {
        var text = new StringBuilder(HEAD).append('\n');
        text.append("started\t").append(started).append('\n');
        text.append("point\t").append(point).append('\n');
        folders.forEach(folder -> text.append("folder\t").append(folder).append('\n'));
        files.forEach(file -> text.append("file\t").append(file.line()).append('\n'));
        new TreeMap<>(objects)
                .forEach((folder, object) -> text.append("object\t")
                        .append(object.state())
                        .append('\t')
                        .append(object.list())
                        .append('\t')
                        .append(folder)
                        .append('\n'));
        keys.forEach(key -> text.append("key\t").append(key.line()).append('\n'));
        return text.append("end\n").toString();
    }

    /** @throws IllegalArgumentException when it is not a whole manifest of this shape */
    static Manifest parse(String text) {
        var lines = text.lines().toList();
        if (lines.size() < 4
                || !lines.getFirst().equals(HEAD)
                || !lines.getLast().equals("end")) {
            throw new IllegalArgumentException("not a whole manifest of a backup");
        }
        var folders = new ArrayList<String>();
        var files = new ArrayList<Piece>();
        var objects = new TreeMap<String, StoredObject>();
        var keys = new ArrayList<Piece>();
        for (var line : lines.subList(3, lines.size() - 1)) {
            var tab = line.indexOf('\t');
            var rest = line.substring(tab + 1);
            switch (line.substring(0, tab)) {
                case "folder" -> folders.add(rest);
                case "file" -> files.add(Piece.parse(rest));
                case "key" -> keys.add(Piece.parse(rest));
                case "object" -> {
                    var parts = rest.split("\t", 3);
                    objects.put(parts[2], new StoredObject(parts[0], parts[1]));
                }
                default -> throw new IllegalArgumentException("unknown line in a manifest: \"" + line + '"');
            }
        }
        return new Manifest(time(lines.get(1), "started"), time(lines.get(2), "point"), folders, files, objects, keys);
    }

    private static Instant time(String line, String name) {
        if (!line.startsWith(name + '\t')) {
            throw new IllegalArgumentException("expected \"" + name + "\", found \"" + line + '"');
        }
        return Instant.parse(line.substring(name.length() + 1));
    }
}
