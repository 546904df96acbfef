package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.database.Database;
import lantai.key.ItemKeys.Rotation;
import lantai.problem.Malformed;
import lantai.storage.StoreSettings;
import lantai.web.launch.RunningArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./lantai keys rotate}: wraps the key of every enciphered item with a new key-encryption key and destroys the older one, while
 * the archive that runs on this machine works on. A JSON report; exit code 1 when a key could not be wrapped and the older one
 * therefore stays. The audit trail says that it was done at the machine.
 */
@Command(name = "keys", mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
    private static final Actor OPERATOR = new Actor(Optional.empty(), "operator", true);
    private static final int TOLD_EVERY = 1_000;

    private final Console console;
    private final Map<String, String> environment;
    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "DEED")
    private String deed = "";

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    KeysCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (!deed.equals("rotate")) {
            throw new Malformed(CommandProblem.NO_SUCH_DEED, deed, "rotate");
        }
        var keys =
                StoreSettings.of(environment, data.toAbsolutePath()).secrets().keys();
        try (var database = Database.open(RunningArchive.find(data).database(environment))) {
            var done = keys.rotate(count -> {
                if (count % TOLD_EVERY == 0) {
                    console.remark("command.keys.progress", count);
                }
            });
            database.jdbi()
                    .useTransaction(transaction -> new AuditTrail(clock)
                            .record(
                                    transaction,
                                    OPERATOR,
                                    AuditAction.KEYS_ROTATED,
                                    new Subject("key", Integer.toString(done.generation())),
                                    told(done)));
            var json = new LinkedHashMap<String, Object>();
            json.put("ok", done.unreadable().isEmpty());
            json.put("generation", done.generation());
            json.put("wrapped", done.wrapped());
            json.put("retired", done.retired());
            json.put("unreadable", done.unreadable());
            console.line(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
            console.remark("command.keys.rotated", data.toAbsolutePath().resolve("keys"));
            return done.unreadable().isEmpty() ? 0 : 1;
        }
    }

    private static Map<String, String> told(Rotation done) {
        return Map.of(
                "wrapped", Integer.toString(done.wrapped()),
                "retired", done.retired().toString(),
                "unreadable", Integer.toString(done.unreadable().size()));
    }
}
