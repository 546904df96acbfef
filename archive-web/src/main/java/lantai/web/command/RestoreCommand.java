package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import lantai.backup.BackupPlace;
import lantai.backup.Restoration;
import lantai.problem.Malformed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./lantai restore}: brings a backup back into an empty folder; a JSON report. Exit code 1 when something did not come
 * back, is damaged, or has to be destroyed again.
 */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private static final long TOLD_EVERY = 1_000;

    private final Console console;
    private final Map<String, String> environment;

    @Option(names = "--from", paramLabel = "PLACE", required = true)
    private String from = "";

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data = Path.of("");

    @Option(names = "--keys", paramLabel = "DIR", required = true)
    private Path keys = Path.of("");

    @Option(names = "--until", paramLabel = "TIME")
    private String until = "";

    @Option(names = "--verify")
    private boolean verify;

    RestoreCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        var began = System.nanoTime();
        var work = Files.createTempDirectory("lantai-restore");
        try {
            return restored(began, work);
        } finally {
            FileReading.deleteTree(work);
        }
    }

    private int restored(long began, Path work) throws IOException {
        try (var place = BackupPlace.forReading(environment, from, work)) {
            var report = new Restoration(place.location()).run(moment(), data, keys, objects -> {
                if (objects % TOLD_EVERY == 0) {
                    console.remark("command.restore.objects", objects);
                }
            });
            var json = new LinkedHashMap<String, Object>();
            var ok = report.ok();
            json.put("name", report.name());
            json.put("recoveryPoint", report.point().toString());
            json.put("files", report.files());
            json.put("objects", report.objects());
            json.put("database", report.database());
            json.put("losses", report.losses());
            json.put("destroyedSince", report.destroyedSince());
            if (verify) {
                var drill = RestoreDrill.run(data, report.database(), console);
                json.putAll(drill.told());
                ok &= drill.ok();
            }
            json.put("seconds", Duration.ofNanos(System.nanoTime() - began).toSeconds());
            json.put("ok", ok);
            console.line(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
            if (!report.database()) {
                console.remark("command.restore.rebuild", data);
            }
            return ok ? 0 : 1;
        }
    }

    private Instant moment() {
        try {
            return until.isEmpty() ? Instant.MAX : Instant.parse(until);
        } catch (DateTimeParseException wrong) {
            throw new Malformed(CommandProblem.TIME_WRONG, until);
        }
    }
}
