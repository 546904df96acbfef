package lantai.storage;

import io.ocfl.api.OcflConfig;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.DigestAlgorithm;
import io.ocfl.api.model.OcflVersion;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.cache.NoOpCache;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import io.ocfl.core.storage.OcflStorageBuilder;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How objects are laid out, the same in every location: OCFL 1.1, SHA-512, folders by extension 0004. */
public final class Layout {
    /** The file that says what an object holds. */
    static final String INVENTORY = "inventory.json";

    /** The file that proves {@link #INVENTORY}. */
    static final String SIDECAR = INVENTORY + ".sha512";

    /** The file that says that a folder is an object. */
    static final String NAMASTE = "0=ocfl_object_1.1";

    /** How many folders lead to an object. */
    static final int DEPTH = 4;

    private static final Pattern FOLDER =
            Pattern.compile("([0-9a-f]{3})/([0-9a-f]{3})/([0-9a-f]{3})/\\1\\2\\3[0-9a-f]{55}");

    private Layout() {}

    /** {@return whether a path below the storage root is that of an object} */
    public static boolean isObjectFolder(String path) {
        return FOLDER.matcher(path).matches();
    }

    /**
     * Opens or makes a storage root.
     *
     * @param work a folder where versions are put together
     */
    public static OcflRepository repository(Consumer<OcflStorageBuilder> storage, Path work) {
        return new OcflRepositoryBuilder()
                .defaultLayoutConfig(new HashedNTupleLayoutConfig())
                .ocflConfig((OcflConfig config) -> config.setOcflVersion(OcflVersion.OCFL_1_1)
                        .setDefaultDigestAlgorithm(DigestAlgorithm.fromOcflName("sha512")))
                // objects are also mended and removed file by file, which a cache would not learn of
                .inventoryCache(new NoOpCache<>())
                .storage(storage)
                .workDir(work)
                .build();
    }

    /** {@return the folder of an object below the storage root, also of one that is only half there} */
    public static String folder(String objectId) {
        var name = FixityDigest.sha256(objectId);
        return name.substring(0, 3) + '/' + name.substring(3, 6) + '/' + name.substring(6, 9) + '/' + name;
    }
}
