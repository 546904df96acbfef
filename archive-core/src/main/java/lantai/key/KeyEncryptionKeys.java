package lantai.key;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import lantai.cipher.CipherAlgorithm;
import lantai.problem.Unavailable;

/**
 * The keys that wrap the keys of items, in {@code key-encryption.properties}: generations with ascending numbers, of which the newest
 * wraps. Each generation has one key for each algorithm. Not a certified cryptographic product.
 */
final class KeyEncryptionKeys {
    static final String FILE = "key-encryption.properties";
    private static final String CURRENT = "current";

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    /** @param folder the {@code keys} folder */
    KeyEncryptionKeys(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** The generations as the file has them at one moment. */
    static final class Generations {
        private final int current;
        private final Map<Integer, Map<CipherAlgorithm, byte[]>> keys;

        private Generations(int current, Map<Integer, Map<CipherAlgorithm, byte[]>> keys) {
            this.current = current;
            this.keys = Map.copyOf(keys);
        }

        /** {@return the number of the one that wraps} */
        int current() {
            return current;
        }

        /** {@return the numbers of all} */
        SortedSet<Integer> numbers() {
            return new TreeSet<>(keys.keySet());
        }

        /** {@return the key of a generation} */
        Optional<byte[]> key(int number, CipherAlgorithm algorithm) {
            return Optional.ofNullable(keys.getOrDefault(number, Map.of()).get(algorithm));
        }
    }

    Path file() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /**
     * Reads the file.
     *
     * @throws Unavailable when it is not there or not what it should be
     */
    Generations read() {
        if (!exists()) {
            throw new Unavailable(KeyProblem.KEY_ENCRYPTION_KEY_MISSING, file);
        }
        try (var in = new StringReader(Files.readString(file))) {
            var properties = new Properties();
            properties.load(in);
            var keys = new TreeMap<Integer, Map<CipherAlgorithm, byte[]>>();
            for (var name : properties.stringPropertyNames()) {
                if (!name.equals(CURRENT)) {
                    read(keys, name, properties.getProperty(name));
                }
            }
            var current = Integer.parseInt(properties.getProperty(CURRENT, ""));
            if (!keys.containsKey(current)) {
                throw new IllegalArgumentException("no keys of generation " + current);
            }
            return new Generations(current, keys);
        } catch (IOException | IllegalArgumentException failure) {
            var unreadable = new Unavailable(KeyProblem.KEY_FILE_UNREADABLE, file);
            unreadable.initCause(failure);
            throw unreadable;
        }
    }

    private static void read(Map<Integer, Map<CipherAlgorithm, byte[]>> keys, String name, String value) {
        var dot = name.indexOf('.');
        var algorithm = CipherAlgorithm.of(name.substring(dot + 1))
                .orElseThrow(() -> new IllegalArgumentException("an unknown name: " + name));
        var key = Base64.getDecoder().decode(value);
        if (key.length != algorithm.keyBytes()) {
            throw new IllegalArgumentException(name + " has " + key.length + " bytes");
        }
        keys.computeIfAbsent(Integer.parseInt(name.substring(0, Math.max(0, dot))), _ -> new HashMap<>())
                .put(algorithm, key);
    }

    /** Makes the first generation. */
    Generations create() throws IOException {
        SecretFile.createFolder(file.resolveSibling(".").normalize());
        return write(1, Map.of());
    }

    /** Adds a generation, which wraps from now on. */
    Generations next(Generations before) throws IOException {
        return write(before.current() + 1, before.keys);
    }

    private Generations write(int current, Map<Integer, Map<CipherAlgorithm, byte[]>> older) throws IOException {
        var keys = new TreeMap<>(older);
        var fresh = new HashMap<CipherAlgorithm, byte[]>();
        for (var algorithm : CipherAlgorithm.values()) {
            var key = new byte[algorithm.keyBytes()];
            random.nextBytes(key);
            fresh.put(algorithm, key);
        }
        keys.put(current, fresh);
        return write(new Generations(current, keys));
    }

    /** Forgets all generations but the one that wraps. */
    Generations retire(Generations before) throws IOException {
        var keys = new TreeMap<Integer, Map<CipherAlgorithm, byte[]>>();
        keys.put(before.current(), before.keys.getOrDefault(before.current(), Map.of()));
        return write(new Generations(before.current(), keys));
    }

    private Generations write(Generations generations) throws IOException {
        var text = new StringBuilder(CURRENT + '=' + generations.current() + '\n');
        new TreeMap<>(generations.keys)
                .forEach((number, keys) -> keys.forEach((algorithm, key) -> text.append(number)
                        .append('.')
                        .append(algorithm.code())
                        .append('=')
                        .append(Base64.getEncoder().encodeToString(key))
                        .append('\n')));
        SecretFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        return generations;
    }
}
