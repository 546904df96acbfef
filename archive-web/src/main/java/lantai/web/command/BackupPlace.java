package lantai.web.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lantai.storage.ArchivalStore;
import lantai.storage.Ledger;
import lantai.storage.StoreSettings;

/** Where backups lie: a folder, or a bucket whose keys stand in the environment as for {@code LANTAI_STORE}. */
final class BackupPlace {
    private static final String NAME = "backup=";

    private BackupPlace() {}

    /**
     * Opens it.
     *
     * @param place a folder, or {@code s3:https://host:port/bucket/prefix}
     * @param work a folder for files on their way
     * @return a store whose only location is the place
     */
    static ArchivalStore open(Map<String, String> environment, String place, Path work) {
        var settings = new HashMap<>(environment);
        settings.remove("LANTAI_STORE_QUORUM");
        settings.put("LANTAI_STORE", NAME + (place.startsWith("s3:") ? place : "folder:" + place));
        return StoreSettings.of(settings, work).open(Ledger.NONE);
    }
}
