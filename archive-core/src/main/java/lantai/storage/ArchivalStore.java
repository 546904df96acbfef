package lantai.storage;

import io.ocfl.api.OcflConfig;
import io.ocfl.api.OcflOption;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.DigestAlgorithm;
import io.ocfl.api.model.FileDetails;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.OcflVersion;
import io.ocfl.api.model.VersionDetails;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lantai.problem.Damaged;
import lantai.problem.NotFound;

/**
 * Where filed records lie: one OCFL 1.1 object for each item, so that any OCFL tool gives everything back without us.
 *
 * <p>The law of the store: a version is immutable once {@link #put} has returned, it survives a loss of power then, and
 * it has been read back and compared. Thread-safe; two puts of one object at once are serialised.
 */
public final class ArchivalStore {
    private static final Pattern CONTENT = Pattern.compile("/v\\d+/content/");

    private final Path root;
    private final OcflRepository repository;

    private ArchivalStore(Path root, OcflRepository repository) {
        this.root = root;
        this.repository = repository;
    }

    /**
     * Opens or makes a store.
     *
     * @param root the OCFL storage root
     * @param work where versions are put together, on the same volume as the root
     */
    public static ArchivalStore open(Path root, Path work) {
        try {
            Durable.createFolders(root);
            Durable.createFolders(work);
            var repository = new OcflRepositoryBuilder()
                    .defaultLayoutConfig(new HashedNTupleLayoutConfig())
                    .ocflConfig((OcflConfig config) -> config.setOcflVersion(OcflVersion.OCFL_1_1)
                            .setDefaultDigestAlgorithm(DigestAlgorithm.fromOcflName("sha512")))
                    .storage(storage -> storage.fileSystem(root))
                    .workDir(work)
                    .build();
            Durable.force(root);
            return new ArchivalStore(root, repository);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * One file of an object.
     *
     * @param source where the bytes lie now
     * @param path its place in the object, for example {@code masters/扫描件.tif}
     * @param fixity what its bytes must be
     */
    public record Part(Path source, String path, Fixity fixity) {}

    /**
     * Stores the first version of an object. A leftover of the same object, from a try that was cut off, is replaced;
     * so the caller makes sure that the object has never been acknowledged.
     *
     * @param objectId the OCFL id
     * @param at when this version came to be
     * @throws Damaged when what is read back is not what was given
     */
    public void put(String objectId, List<Part> parts, String message, String byWhom, Instant at) {
        if (repository.containsObject(objectId)) {
            repository.purgeObject(objectId);
        }
        write(objectId, parts, info(message, byWhom, at));
    }

    /**
     * Adds a version to an object; files that are not named stay as they are in the version before.
     *
     * @return the number of the new version
     * @throws NotFound when there is no such object
     * @throws Damaged when what is read back is not what was given
     */
    public int add(String objectId, List<Part> parts, String message, String byWhom, Instant at) {
        if (!repository.containsObject(objectId)) {
            throw new NotFound(StorageProblem.NO_SUCH_OBJECT, objectId);
        }
        var version = write(objectId, parts, info(message, byWhom, at));
        return (int) version.getVersionNum().getVersionNum();
    }

    private static VersionInfo info(String message, String byWhom, Instant at) {
        return new VersionInfo().setMessage(message).setUser(byWhom, null).setCreated(at.atOffset(ZoneOffset.UTC));
    }

    private VersionDetails write(String objectId, List<Part> parts, VersionInfo info) {
        repository.updateObject(ObjectVersionId.head(objectId), info, updater -> {
            for (var part : parts) {
                updater.addPath(part.source(), part.path(), OcflOption.OVERWRITE);
            }
        });
        var version = repository.describeVersion(ObjectVersionId.head(objectId));
        try {
            var folder = folder(version);
            Durable.forceTree(folder);
            forceParents(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        parts.forEach(part -> compare(objectId, part.path(), file(version, objectId, part.path()), part.fixity()));
        return version;
    }

    /** {@return the number of the newest version of an object} */
    public int version(String objectId) {
        return (int) repository
                .describeVersion(ObjectVersionId.head(objectId))
                .getVersionNum()
                .getVersionNum();
    }

    /**
     * Removes an object with all its versions, so that its folder does not come back after a loss of power. Only destruction
     * does so. An object that is not there is left so.
     */
    public void remove(String objectId) {
        try {
            if (repository.containsObject(objectId)) {
                repository.purgeObject(objectId);
            }
            var folder = folderOf(objectId);
            Durable.deleteTree(folder);
            forceParents(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Takes versions back that were never acknowledged.
     *
     * @param version the last one that was
     */
    public void rollBack(String objectId, int version) {
        repository.rollbackToVersion(ObjectVersionId.version(objectId, version));
        try {
            Durable.forceTree(folderOf(objectId));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return whether an object is there} */
    public boolean holds(String objectId) {
        return repository.containsObject(objectId);
    }

    /**
     * The file of the newest version, to be read only.
     *
     * @throws NotFound when the object or the path is not there
     */
    public Path file(String objectId, String path) {
        if (!repository.containsObject(objectId)) {
            throw new NotFound(StorageProblem.NO_SUCH_OBJECT, objectId);
        }
        return file(repository.describeVersion(ObjectVersionId.head(objectId)), objectId, path);
    }

    /**
     * The file as a version of an object had it, to be read only.
     *
     * @throws NotFound when the object, the version or the path is not there
     */
    public Path file(String objectId, int version, String path) {
        if (!repository.containsObject(objectId) || version < 1 || version > version(objectId)) {
            throw new NotFound(StorageProblem.NO_SUCH_OBJECT, objectId);
        }
        return file(repository.describeVersion(ObjectVersionId.version(objectId, version)), objectId, path);
    }

    private Path file(VersionDetails version, String objectId, String path) {
        var file = version.getFile(path);
        if (file == null) {
            throw new NotFound(StorageProblem.NO_SUCH_FILE, objectId, path);
        }
        return root.resolve(file.getStorageRelativePath());
    }

    /**
     * The folder of an object with all its versions, to be read only.
     *
     * @throws NotFound when there is no such object
     */
    public Path folder(String objectId) {
        if (!repository.containsObject(objectId)) {
            throw new NotFound(StorageProblem.NO_SUCH_OBJECT, objectId);
        }
        return folderOf(objectId);
    }

    /** {@return the logical paths of the newest version of an object} */
    public List<String> paths(String objectId) {
        return repository.describeVersion(ObjectVersionId.head(objectId)).getFiles().stream()
                .map(FileDetails::getPath)
                .sorted()
                .toList();
    }

    /**
     * Reads one file again and compares.
     *
     * @throws Damaged when its bytes are not those
     */
    public void verify(String objectId, String path, Fixity expected) {
        compare(objectId, path, file(objectId, path), expected);
    }

    private static void compare(String objectId, String path, Path file, Fixity expected) {
        try {
            var found = FixityDigest.of(file);
            if (!found.equals(expected)) {
                throw new Damaged(StorageProblem.OBJECT_DIFFERS, objectId, path, found.sha256());
            }
        } catch (IOException failure) {
            var damaged = new Damaged(StorageProblem.OBJECT_DIFFERS, objectId, path, failure.toString());
            damaged.initCause(failure);
            throw damaged;
        }
    }

    /**
     * Checks one object as OCFL wants it, with every digest in its inventory.
     *
     * @return what is wrong, empty when all is well
     */
    public List<String> validate(String objectId) {
        var results = repository.validateObject(objectId, true);
        return results.getErrors().stream()
                .map(issue -> issue.getCode() + " " + issue.getMessage())
                .toList();
    }

    /** {@return the ids of all objects}, to be closed after use */
    public Stream<String> objectIds() {
        return repository.listObjectIds();
    }

    private Path folder(VersionDetails version) {
        var anyFile = version.getFiles().iterator().next();
        return root.resolve(CONTENT.split(anyFile.getStorageRelativePath(), 2)[0]);
    }

    /** Where the layout (OCFL extension 0004) puts an object, also one that is only half there. */
    private Path folderOf(String objectId) {
        var name = FixityDigest.sha256(objectId);
        return root.resolve(name.substring(0, 3))
                .resolve(name.substring(3, 6))
                .resolve(name.substring(6, 9))
                .resolve(name);
    }

    private void forceParents(Path folder) throws IOException {
        for (var path = folder.getParent(); path != null && path.startsWith(root); path = path.getParent()) {
            if (Files.isDirectory(path)) {
                Durable.force(path);
            }
        }
    }
}
