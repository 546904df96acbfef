package lantai.web.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.audit.AuditVerification;
import lantai.audit.HeadFolder;
import lantai.database.Database;
import lantai.storage.Ledger;
import lantai.storage.Staging;
import lantai.storage.StoreCheck;
import lantai.storage.StoreSettings;
import lantai.web.launch.LaunchSettings;
import lantai.web.launch.QuietArchive;

/**
 * Looks whether an archive that was restored is what it was: every digest, and the audit trail in its database.
 *
 * @param told what goes into the report
 */
record RestoreDrill(boolean ok, Map<String, Object> told) {
    private static final Duration TOLERANCE = Duration.ofMinutes(60);

    RestoreDrill {
        told = Map.copyOf(told);
    }

    static RestoreDrill run(Path data, boolean database, Console console) throws IOException {
        var told = new LinkedHashMap<String, Object>();
        Files.createDirectories(data.resolve("staging"));
        StoreCheck.Report check;
        try (var store = StoreSettings.of(Map.of(), data).open(Ledger.NONE)) {
            check = new StoreCheck(store, Staging.open(data.resolve("staging"))).run();
        }
        told.put("objectsVerified", check.objects());
        told.put("damaged", check.damaged());
        var trail = database && audit(data, console, told);
        return new RestoreDrill(check.ok() && trail, told);
    }

    private static boolean audit(Path data, Console console, Map<String, Object> told) throws IOException {
        var settings = new LaunchSettings(data, "127.0.0.1", 0, Optional.empty(), Distribution.folder());
        try (var quiet = QuietArchive.take(settings, console::remark);
                var database = Database.open(quiet.database(console::remark))) {
            var key = Files.readString(data.resolve("keys/signing-public.pem")).replaceAll("-----[A-Z ]+-----", "");
            var result = new AuditVerification(
                            database.jdbi(),
                            new HeadFolder(data.resolve("heads")),
                            List.of(Base64.getMimeDecoder().decode(key)),
                            TOLERANCE)
                    .run();
            told.put("auditEntries", result.entries());
            told.put("auditFindings", result.findings());
            return result.ok();
        }
    }
}
