package lantai.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.cipher.CipherFile;
import lantai.cipher.ItemKey;
import lantai.problem.Damaged;
import lantai.problem.Refused;
import lantai.storage.ArchivalStore.Part;

/** The files of one version, enciphered and ready to be stored; they go away again when this is closed. */
final class Sealing implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final List<Part> parts = new ArrayList<>();

    private Sealing(Path folder) {
        this.folder = folder;
    }

    /**
     * Enciphers files.
     *
     * @param work where they lie until they are stored
     * @throws Damaged when the bytes of one are not what they should be
     */
    static Sealing of(String objectId, ItemKey key, List<Part> plain, Path work) {
        var sealing = new Sealing(work.resolve("sealing-" + UUID.randomUUID()));
        try {
            Files.createDirectories(sealing.folder);
            for (var part : plain) {
                sealing.add(objectId, key, part);
            }
            return sealing;
        } catch (IOException failure) {
            sealing.close();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            sealing.close();
            throw failure;
        }
    }

    private void add(String objectId, ItemKey key, Part part) throws IOException {
        var name = Encipherment.nameOf(part.path());
        if (name.equals(Encipherment.FILE)
                || parts.stream().anyMatch(other -> other.path().equals(name))) {
            throw new Refused(StorageProblem.NAME_TAKEN, part.path());
        }
        var about = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("path", part.path())
                .put("sha256", part.fixity().sha256())
                .put("sm3", part.fixity().sm3())
                .put("size", part.fixity().size()));
        var target = folder.resolve(Integer.toString(parts.size()));
        try (var in = new Digesting(Files.newInputStream(part.source()));
                var out = new BufferedOutputStream(Files.newOutputStream(target))) {
            CipherFile.write(new CipherFile.Place(objectId, name), key, about, in, out);
            var found = in.digest.finish();
            if (!found.equals(part.fixity())) {
                throw new Damaged(StorageProblem.OBJECT_DIFFERS, objectId, part.path(), found.sha256());
            }
        }
        parts.add(new Part(target, name, FixityDigest.of(target)));
    }

    /** Adds what stands there for all to read. */
    Sealing with(Encipherment mark) {
        try {
            var file = Files.write(folder.resolve(Encipherment.FILE), mark.bytes());
            parts.add(new Part(file, Encipherment.FILE, FixityDigest.of(file)));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return what is to be stored} */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** {@return what the stored bytes are, by their names in the object} */
    Map<String, Fixity> fixities() {
        var all = new HashMap<String, Fixity>();
        parts.forEach(part -> all.put(part.path(), part.fixity()));
        return all;
    }

    @Override
    public void close() {
        try {
            Durable.deleteTree(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * What an enciphered file says of itself.
     *
     * @param path its own name in the record
     */
    record About(String path, Fixity fixity) {
        static About read(byte[] bytes) throws IOException {
            JsonNode json = JSON.readTree(bytes);
            return new About(
                    json.path("path").asText(),
                    new Fixity(
                            json.path("sha256").asText(),
                            json.path("sm3").asText(),
                            json.path("size").asLong()));
        }
    }

    /** Computes the digests of what is read from it. */
    private static final class Digesting extends FilterInputStream {
        private final FixityDigest digest = new FixityDigest();

        Digesting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            if (read > 0) {
                digest.update(into, offset, read);
            }
            return read;
        }
    }
}
