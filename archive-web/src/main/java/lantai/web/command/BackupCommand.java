package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lantai.audit.AuditTrail;
import lantai.backup.BackupDesk;
import lantai.backup.BackupPlan;
import lantai.database.Database;
import lantai.problem.Malformed;
import lantai.storage.Ledger;
import lantai.storage.StoreSettings;
import lantai.web.launch.RunningArchive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lantai backup}: copies the archive that runs on this machine to another place; a JSON report. */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private static final long TOLD_EVERY = 1_000;
    private static final String OPERATOR = "operator";

    private final Console console;
    private final Map<String, String> environment;
    private final InstantSource clock;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    @Option(names = "--to", paramLabel = "PLACE")
    private @Nullable String to;

    @Option(names = "--keep", paramLabel = "N")
    private int keep = 30;

    BackupCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (keep < 1) {
            throw new Malformed(CommandProblem.KEEP_WRONG, keep);
        }
        var archive = RunningArchive.find(data);
        try (var database = Database.open(archive.database(environment));
                var store = StoreSettings.of(environment, archive.data()).open(Ledger.NONE)) {
            var report = new BackupDesk(
                            archive.data(),
                            database.jdbi(),
                            store.locations().getFirst(),
                            BackupPlan.once(
                                    Optional.ofNullable(to == null ? environment.get("LANTAI_BACKUP") : to),
                                    keep,
                                    environment),
                            new AuditTrail(clock),
                            clock)
                    .make(OPERATOR, objects -> {
                        if (objects % TOLD_EVERY == 0) {
                            console.remark("command.backup.objects", objects);
                        }
                    });
            var json = new LinkedHashMap<String, Object>();
            json.put("ok", true);
            json.put("name", report.name());
            json.put("recoveryPoint", report.point().toString());
            json.put("files", report.files());
            json.put("objects", report.objects());
            json.put("bytesWritten", report.written());
            json.put("forgotten", report.forgotten());
            json.put("keysToKeepApart", report.keys());
            console.line(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
            console.remark("command.backup.keys", archive.data().resolve("keys"));
            return 0;
        }
    }
}
