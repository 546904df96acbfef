package lantai.disposal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import lantai.audit.Actor;
import lantai.storage.ArchivalStore;
import lantai.storage.FixityDigest;

/**
 * Destruction lists and certificates as records of their own, one OCFL object each: they are kept for ever and say what was
 * destroyed also when there is no database any more.
 */
public final class ListRecords {
    private final ArchivalStore store;
    private final Path temporary;
    private final InstantSource clock;

    /** @param temporary where the files are written first, on the same volume as the store */
    public ListRecords(ArchivalStore store, Path temporary, InstantSource clock) {
        this.store = store;
        this.temporary = temporary;
        this.clock = clock;
    }

    /** Keeps a list, before anything on it is destroyed. */
    void keepList(DestructionList list, String json) throws IOException {
        keep(list.objectId(), "list.json", json, "destruction list " + list.number());
    }

    /** Keeps a certificate. */
    void keepCertificate(DestructionList list, String json) throws IOException {
        keep(list.certificateObjectId(), "certificate.json", json, "certificate of destruction list " + list.number());
    }

    private void keep(String objectId, String name, String json, String message) throws IOException {
        var file = Files.writeString(Files.createTempFile(temporary, "list", ".json"), json, StandardCharsets.UTF_8);
        try {
            var part = new ArchivalStore.Part(file, name, FixityDigest.of(file));
            store.put(objectId, List.of(part), message, Actor.SYSTEM.name(), clock.instant());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
