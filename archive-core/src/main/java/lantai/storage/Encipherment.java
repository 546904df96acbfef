package lantai.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import lantai.cipher.CipherAlgorithm;

/**
 * What stands in an enciphered object for all to read, in {@value #FILE}; every other file of such an object is enciphered. It says
 * nothing about what the record tells, only how it is found again and with which key it opens.
 *
 * @param object the OCFL id
 * @param referenceCode of the record when it was filed
 * @param algorithm {@code AES-256-GCM} or {@code SM4-GCM}
 * @param key by what the item's key is known
 */
public record Encipherment(String object, String referenceCode, String algorithm, String key) {
    /** Its place in the object. */
    public static final String FILE = "encryption.json";

    private static final String FORMAT = "lantai-encryption-1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MASTER = Pattern.compile("(masters/\\d+)-.*", Pattern.DOTALL);

    /**
     * That an object is to be enciphered.
     *
     * @param referenceCode by which a person finds it again with the key at hand
     */
    public record Order(CipherAlgorithm algorithm, String referenceCode) {}

    static Encipherment read(byte[] bytes) throws IOException {
        var json = JSON.readTree(bytes);
        if (!json.path("format").asText().equals(FORMAT)) {
            throw new IOException(FILE + " is not of format " + FORMAT);
        }
        return new Encipherment(
                json.path("object").asText(),
                json.path("referenceCode").asText(),
                json.path("algorithm").asText(),
                json.path("key").asText());
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(new java.util.TreeMap<>(Map.of(
                    "format",
                    FORMAT,
                    "object",
                    object,
                    "referenceCode",
                    referenceCode,
                    "algorithm",
                    algorithm,
                    "key",
                    key)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@return the name under which a file lies in an enciphered object}: the names of masters may tell of persons, so only their numbers stay */
    static String nameOf(String path) {
        var master = MASTER.matcher(path);
        return master.matches() ? master.group(1) : path;
    }

    /** {@return whether a file of an enciphered object lies there under another name than its own} */
    static boolean isRenamed(String name) {
        return name.startsWith("masters/");
    }
}
