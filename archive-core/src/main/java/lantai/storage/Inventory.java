package lantai.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import lantai.problem.Damaged;

/**
 * What an object says of itself (OCFL 1.1, section 3.5), read without trust: its own digest is compared before it is believed.
 *
 * @param id of the object
 * @param head the number of the newest version
 * @param contents the SHA-512 of every file with content, by its path in the object's folder
 * @param state the path of the content of every file of the newest version, by its logical path
 * @param sha512 the digest of the inventory itself
 */
record Inventory(String id, int head, Map<String, String> contents, Map<String, String> state, String sha512) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1 << 28;

    Inventory {
        contents = Map.copyOf(contents);
        state = Map.copyOf(state);
    }

    /** {@return whether the newest version is of an enciphered object} */
    boolean isEnciphered() {
        return state.containsKey(Encipherment.FILE);
    }

    /**
     * Reads the inventory in a folder of a location.
     *
     * @throws NoSuchFileException when there is none
     * @throws Damaged when its bytes are not what its sidecar says, or it cannot be understood
     * @throws IOException when the location does not answer
     */
    static Inventory read(Location location, String folder) throws IOException {
        var bytes = bytes(location, folder + '/' + Layout.INVENTORY);
        var digest = HexFormat.of().formatHex(Digests.sha512().digest(bytes));
        String promised;
        try {
            promised = new String(bytes(location, folder + '/' + Layout.SIDECAR), StandardCharsets.UTF_8).strip();
        } catch (NoSuchFileException missing) {
            throw damaged(location, folder, "no sidecar");
        }
        if (!promised.split("\\s+", 2)[0].equals(digest)) {
            throw damaged(location, folder, digest);
        }
        return parse(location, folder, bytes, digest);
    }

    private static byte[] bytes(Location location, String path) throws IOException {
        try (InputStream in = location.read(path)) {
            return in.readNBytes(LARGEST);
        }
    }

    private static Damaged damaged(Location location, String folder, String found) {
        return new Damaged(StorageProblem.INVENTORY_DIFFERS, location.name(), folder, found);
    }

    private static Inventory parse(Location location, String folder, byte[] bytes, String digest) {
        try {
            var json = JSON.readTree(bytes);
            var head = json.path("head").asText();
            var contents = new TreeMap<String, String>();
            var firstPath = new TreeMap<String, String>();
            for (var content : json.path("manifest").properties()) {
                for (var path : content.getValue()) {
                    contents.put(path.asText(), content.getKey());
                    firstPath.putIfAbsent(content.getKey(), path.asText());
                }
            }
            var state = new TreeMap<String, String>();
            for (var content : json.path("versions").path(head).path("state").properties()) {
                for (var path : content.getValue()) {
                    state.put(path.asText(), required(firstPath.get(content.getKey())));
                }
            }
            return new Inventory(text(json, "id"), Integer.parseInt(head.substring(1)), contents, state, digest);
        } catch (IOException | RuntimeException notUnderstood) {
            var damaged = damaged(location, folder, notUnderstood.toString());
            damaged.initCause(notUnderstood);
            throw damaged;
        }
    }

    private static String text(JsonNode json, String field) throws IOException {
        if (!json.path(field).isTextual()) {
            throw new IOException("no " + field);
        }
        return json.path(field).asText();
    }

    private static String required(@org.jspecify.annotations.Nullable String path) throws IOException {
        if (path == null) {
            throw new IOException("a file of the newest version is not in the manifest");
        }
        return path;
    }
}
