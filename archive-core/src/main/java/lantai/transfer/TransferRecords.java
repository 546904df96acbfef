package lantai.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lantai.storage.ArchivalStore;
import lantai.storage.FixityDigest;

/**
 * Transfer lists and receipts as records of their own, one OCFL object each: they are kept for ever and say what was handed over also when
 * there is no database any more.
 */
final class TransferRecords {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String FILE = "receipt";

    private final ArchivalStore store;
    private final Path root;
    private final Path temporary;
    private final InstantSource clock;

    TransferRecords(TransferDoors doors, InstantSource clock) {
        this.store = doors.store();
        this.root = doors.root();
        this.temporary = doors.temporary();
        this.clock = clock;
    }

    /** Keeps a list with the catalogue, the digests and the papers that went with it. */
    void list(TransferList list, String json, String by) throws IOException {
        var medium = new Medium(root.resolve(list.number()));
        var parts = new ArrayList<ArchivalStore.Part>();
        for (var path : List.of(Medium.NOTE, Medium.CATALOGUE, Medium.SM3_LIST, Medium.SHA256_LIST)) {
            parts.add(part(medium.file(path), path));
        }
        try (var files = Files.list(medium.file(Medium.OTHER))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".pdf")).toList()) {
                parts.add(part(file, Medium.OTHER + '/' + file.getFileName()));
            }
        }
        var content =
                Files.writeString(Files.createTempFile(temporary, "transfer", ".json"), json, StandardCharsets.UTF_8);
        try {
            parts.add(part(content, "list.json"));
            store.put(list.objectId(), parts, "transfer list " + list.number(), by, clock.instant());
        } finally {
            Files.deleteIfExists(content);
        }
    }

    /** Keeps a receipt as it came, and what was found in it. */
    void receipt(Receipt receipt, Path file, String by) throws IOException {
        var findings = Files.writeString(
                Files.createTempFile(temporary, "findings", ".json"), json(receipt.findings()), StandardCharsets.UTF_8);
        try {
            store.put(
                    receipt.objectId(),
                    List.of(part(file, FILE), part(findings, "findings.json")),
                    "receipt " + receipt.name(),
                    by,
                    clock.instant());
        } finally {
            Files.deleteIfExists(findings);
        }
    }

    Path receipt(Receipt receipt) {
        return store.file(receipt.objectId(), FILE);
    }

    private static ArchivalStore.Part part(Path file, String path) throws IOException {
        return new ArchivalStore.Part(file, path, FixityDigest.of(file));
    }

    static String json(List<Finding> findings) {
        try {
            return JSON.writeValueAsString(findings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Finding> findings(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Finding>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
