package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.rebuild.Rebuild;
import lantai.storage.Ledger;
import lantai.storage.StoreSettings;
import lantai.web.launch.LaunchSettings;
import lantai.web.launch.QuietArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./lantai rebuild}: makes the database and the index anew from the objects alone, while the archive is stopped; a JSON report.
 * Exit code 1 when something is not as it was.
 */
@Command(name = "rebuild", mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    private static final long TOLD_EVERY = 10_000;

    private final Console console;
    private final Map<String, String> environment;
    private final InstantSource clock;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    @Option(names = "--replace")
    private boolean replace;

    RebuildCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data)) {
            console.err().println(console.both("command.no-archive", data));
            return Main.NOT_DONE;
        }
        var settings =
                new LaunchSettings(data, "127.0.0.1", 0, ExternalDatabase.of(environment), Distribution.folder());
        try (var quiet = QuietArchive.take(settings, console::remark)) {
            var aside = quiet.makeRoom(replace, clock);
            aside.ifPresent(folder -> console.remark("command.rebuild.aside", folder));
            try (var database = Database.open(quiet.database(console::remark))) {
                var store = StoreSettings.of(environment, settings.data()).open(Ledger.NONE);
                var told = new AtomicLong();
                var start = System.nanoTime();
                var report = new Rebuild(database, store, new AuditTrail(clock)).run(items -> {
                    if (items - told.get() >= TOLD_EVERY) {
                        told.set(items);
                        console.remark("command.rebuild.items", items);
                    }
                });
                quiet.finished();
                var json = new LinkedHashMap<String, Object>();
                json.put("ok", report.ok());
                json.put("segments", report.segments());
                json.put("changes", report.changes());
                json.put("items", report.items());
                json.put("versions", report.versions());
                json.put("auditEntries", report.auditEntries());
                json.put("seconds", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3);
                json.put("differences", report.differences());
                console.line(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
                console.remark("command.rebuild.passwords");
                return report.ok() ? 0 : 1;
            }
        }
    }
}
