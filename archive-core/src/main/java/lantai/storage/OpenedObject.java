package lantai.storage;

import io.ocfl.api.OcflOption;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.VersionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/** An enciphered object with all its versions as one that is not enciphered, for those who are given a record with reason. */
final class OpenedObject {
    private final List<Location> locations;
    private final Retrieval retrieval;
    private final Ciphers ciphers;

    OpenedObject(List<Location> locations, Retrieval retrieval, Ciphers ciphers) {
        this.locations = locations;
        this.retrieval = retrieval;
        this.ciphers = ciphers;
    }

    /** {@return its files by their paths in the object's folder}; they lie among the opened files and go as those do */
    SequencedMap<String, Path> make(String objectId) {
        try {
            var folder = ciphers.opened().folder();
            try (var plain = FolderLocation.open("opened", folder.resolve("root"), folder.resolve("work"))) {
                var head = retrieval.inventory(objectId).head();
                Map<String, String> before = Map.of();
                for (var version = 1; version <= head; version++) {
                    var now = retrieval.inventory(objectId, version).state();
                    add(plain, objectId, version, before, now);
                    before = now;
                }
                var all = new LinkedHashMap<String, Path>();
                for (var entry : plain.files(Layout.folder(objectId))) {
                    all.put(
                            entry.path(),
                            plain.local(Layout.folder(objectId) + '/' + entry.path())
                                    .orElseThrow());
                }
                return all;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void add(
            FolderLocation plain, String objectId, int version, Map<String, String> before, Map<String, String> now)
            throws IOException {
        var changed = new TreeMap<String, InputStream>();
        var gone = new HashSet<String>();
        try {
            for (var name : now.keySet()) {
                if (!name.equals(Encipherment.FILE) && !now.get(name).equals(before.get(name))) {
                    var stored =
                            (StoredBytes.Enciphered) ciphers.bytes(objectId, retrieval.file(objectId, version, name));
                    changed.put(stored.about().path(), stored.from(0));
                }
            }
            before.keySet().stream().filter(name -> !now.containsKey(name)).forEach(gone::add);
            write(plain, objectId, info(objectId, version), changed, gone);
        } finally {
            for (var in : changed.values()) {
                in.close();
            }
        }
    }

    private static void write(
            FolderLocation plain, String objectId, VersionInfo info, Map<String, InputStream> files, Set<String> gone) {
        plain.repository().updateObject(ObjectVersionId.head(objectId), info, updater -> {
            files.forEach((path, in) -> updater.writeFile(in, path, OcflOption.OVERWRITE));
            gone.forEach(updater::removeFile);
        });
    }

    private VersionInfo info(String objectId, int version) {
        for (var location : locations) {
            if (location.repository().containsObject(objectId)) {
                var said = location.repository().describeVersion(ObjectVersionId.version(objectId, version));
                var info = said.getVersionInfo();
                return info.setCreated(said.getCreated());
            }
        }
        throw new IllegalStateException("no location has " + objectId);
    }
}
