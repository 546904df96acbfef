package lantai.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lantai.problem.Malformed;
import lantai.storage.FolderLocation;
import lantai.storage.Ledger;
import lantai.storage.Location;
import lantai.storage.StoreSettings;

/**
 * Where backups lie: a folder, which may be the root of a disk, or a bucket whose keys stand in the environment as for
 * {@code LANTAI_STORE}.
 *
 * @param location the place
 * @param open what is closed with it
 */
public record BackupPlace(Location location, AutoCloseable open) implements AutoCloseable {
    private static final String NAME = "backup";
    private static final String BUCKET = "s3:";
    /** Files on their way to a folder lie in it, so that they are on the same disk. */
    private static final String WORK = "work";

    /**
     * Opens a place to write to, making the folder when missing.
     *
     * @param place a folder, or {@code s3:https://host:port/bucket/prefix}
     * @param work a folder for files on their way to a bucket
     */
    public static BackupPlace forWriting(Map<String, String> environment, String place, Path work) throws IOException {
        if (place.startsWith(BUCKET)) {
            return bucket(environment, place, work);
        }
        var root = Path.of(place).toAbsolutePath();
        var folder = FolderLocation.ofFiles(NAME, root, root.resolve(WORK));
        return new BackupPlace(folder, folder);
    }

    /**
     * Opens a place to read from.
     *
     * @throws Malformed when there is no such folder
     */
    public static BackupPlace forReading(Map<String, String> environment, String place, Path work) throws IOException {
        if (!place.startsWith(BUCKET) && !Files.isDirectory(Path.of(place))) {
            throw new Malformed(BackupProblem.NO_SUCH_PLACE, place);
        }
        return forWriting(environment, place, work);
    }

    private static BackupPlace bucket(Map<String, String> environment, String place, Path work) {
        var settings = new HashMap<>(environment);
        settings.remove("LANTAI_STORE_QUORUM");
        settings.put("LANTAI_STORE", NAME + '=' + place);
        var store = StoreSettings.of(settings, work).open(Ledger.NONE);
        return new BackupPlace(store.locations().getFirst(), store);
    }

    @Override
    public void close() throws IOException {
        try {
            open.close();
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
