package lantai.storage;

import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.VersionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.problem.Damaged;
import lantai.storage.ArchivalStore.Part;

/**
 * The first version of an object at a place that is far away: put together on this machine, then its files are sent several at once,
 * each read back and compared, and those that make it an object come last.
 */
final class Upload implements AutoCloseable {
    private static final List<String> LAST = List.of(Layout.INVENTORY, Layout.SIDECAR);

    private final Path own;
    private Optional<FolderLocation> workshop = Optional.empty();

    /** @param work a folder for objects on their way */
    Upload(Path work) {
        own = work.resolve("upload-" + UUID.randomUUID());
    }

    /** Where objects are put together, made when the first one is. */
    private synchronized FolderLocation workshop() {
        if (workshop.isEmpty()) {
            workshop = Optional.of(FolderLocation.open("here", own.resolve("root"), own.resolve("work")));
        }
        return workshop.get();
    }

    /**
     * Puts an object together and sends it.
     *
     * @return its inventory, as it was read back from the target
     */
    Inventory send(String objectId, List<Part> parts, VersionInfo info, Location target) throws IOException {
        var here = workshop();
        var folder = Layout.folder(objectId);
        try {
            here.repository().updateObject(ObjectVersionId.head(objectId), info, updater -> {
                for (var part : parts) {
                    updater.addPath(part.source(), part.path());
                }
            });
            var inventory = Inventory.read(here, folder);
            for (var part : parts) {
                same(here, folder + '/' + inventory.state().get(part.path()), objectId, part);
            }
            send(objectId, own.resolve("root").resolve(folder), target);
            return inventory;
        } finally {
            here.repository().purgeObject(objectId);
        }
    }

    @Override
    public synchronized void close() {
        workshop.ifPresent(FolderLocation::close);
        try {
            Durable.deleteTree(own);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void same(Location here, String path, String objectId, Part part) throws IOException {
        try (var in = here.read(path)) {
            var found = FixityDigest.swift(in);
            if (!found.fit(part.fixity())) {
                throw new Damaged(StorageProblem.OBJECT_DIFFERS, objectId, part.path(), found.sha256());
            }
        }
    }

    /** Sends an object that lies whole in a folder of this machine to a place that has nothing of it. */
    void send(String objectId, Path object, Location target) throws IOException {
        var first = new ArrayList<String>();
        try (var walk = Files.walk(object)) {
            walk.filter(Files::isRegularFile)
                    .map(file -> object.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !LAST.contains(path))
                    .forEach(first::add);
        }
        target.forEach(first, path -> sendFile(objectId, object, path, target));
        target.forEach(LAST, path -> sendFile(objectId, object, path, target));
    }

    private static void sendFile(String objectId, Path object, String path, Location target) throws IOException {
        var file = object.resolve(path);
        var there = Layout.folder(objectId) + '/' + path;
        target.write(there, file);
        String given;
        try (var in = Files.newInputStream(file)) {
            given = Digests.sha512(in);
        }
        String taken;
        try (var in = target.read(there)) {
            taken = Digests.sha512(in);
        }
        if (!taken.equals(given)) {
            throw new Damaged(StorageProblem.OBJECT_DIFFERS, objectId, path, taken);
        }
    }
}
