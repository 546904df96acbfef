package lantai.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import lantai.cipher.CipherAlgorithm;
import lantai.cipher.ItemKey;
import lantai.problem.Damaged;
import lantai.problem.Unavailable;

/**
 * The key of an item as it lies in its file: wrapped with a key-encryption key of the same algorithm. The tag vouches for the item,
 * the id and the algorithm as well, so a key that was exchanged for another does not unwrap.
 */
final class WrappedKey {
    private static final String FORMAT = "lantai-item-key-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode json;

    private WrappedKey(ObjectNode json) {
        this.json = json;
    }

    /** {@return a key, wrapped with the newest generation} */
    static WrappedKey of(String objectId, ItemKey key, KeyEncryptionKeys.Generations with, SecureRandom random) {
        var nonce = new byte[CipherAlgorithm.NONCE];
        random.nextBytes(nonce);
        var json = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("object", objectId)
                .put("key", key.id().toString())
                .put("algorithm", key.algorithm().code())
                .put("kek", with.current())
                .put("nonce", Base64.getEncoder().encodeToString(nonce));
        var wrapping = with.key(with.current(), key.algorithm()).orElseThrow();
        var sealed = key.algorithm().seal(wrapping, nonce, beside(json), key.bytes());
        return new WrappedKey(json.put("wrapped", Base64.getEncoder().encodeToString(sealed)));
    }

    /**
     * Reads a file.
     *
     * @throws Damaged when it is not what such a file is
     * @throws IOException when it cannot be read
     */
    static WrappedKey read(Path file) throws IOException {
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode json
                    && json.path("format").asText().equals(FORMAT)) {
                return new WrappedKey(json);
            }
        } catch (JsonProcessingException notJson) {
            var damaged = new Damaged(KeyProblem.ITEM_KEY_DAMAGED, file);
            damaged.initCause(notJson);
            throw damaged;
        }
        throw new Damaged(KeyProblem.ITEM_KEY_DAMAGED, file);
    }

    String object() {
        return text(json, "object");
    }

    int generation() {
        return json.path("kek").asInt();
    }

    /**
     * Unwraps the key.
     *
     * @param file where it came from, for the message
     * @throws Unavailable when its key-encryption key is not there
     * @throws Damaged when it was altered, or belongs to another item
     */
    ItemKey unwrap(String objectId, KeyEncryptionKeys.Generations with, Path file) {
        try {
            var algorithm = CipherAlgorithm.of(text(json, "algorithm")).orElseThrow(IllegalArgumentException::new);
            var id = UUID.fromString(text(json, "key"));
            var wrapping = with.key(generation(), algorithm)
                    .orElseThrow(() -> new Unavailable(KeyProblem.KEY_ENCRYPTION_KEY_MISSING, generation()));
            var bytes = algorithm.open(
                    wrapping,
                    Base64.getDecoder().decode(text(json, "nonce")),
                    beside(json),
                    Base64.getDecoder().decode(text(json, "wrapped")));
            if (object().equals(objectId) && bytes.isPresent()) {
                return new ItemKey(id, algorithm, bytes.get());
            }
        } catch (IllegalArgumentException notUnderstood) {
            var damaged = new Damaged(KeyProblem.ITEM_KEY_DAMAGED, file);
            damaged.initCause(notUnderstood);
            throw damaged;
        }
        throw new Damaged(KeyProblem.ITEM_KEY_DAMAGED, file);
    }

    byte[] bytes() {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] beside(JsonNode json) {
        return String.join("\n", FORMAT, text(json, "object"), text(json, "key"), text(json, "algorithm"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }
}
