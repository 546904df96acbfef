package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lantai.audit.AuditVerification;
import lantai.audit.HeadFolder;
import lantai.database.Database;
import lantai.problem.Malformed;
import lantai.web.launch.RunningArchive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./lantai audit verify}: reads every entry of the audit trail again and holds it against chain, tree and exported heads. A JSON
 * report; exit code 1 when something does not fit.
 */
@Command(name = "audit", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    private final Console console;
    private final Map<String, String> environment;

    @Parameters(index = "0", paramLabel = "DEED")
    private String deed = "";

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    @Option(names = "--heads", paramLabel = "DIR")
    private @Nullable Path heads;

    @Option(names = "--key", paramLabel = "FILE")
    private List<Path> keys = new ArrayList<>();

    @Option(names = "--tolerance", paramLabel = "MINUTES")
    private int tolerance = 60;

    AuditCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (!deed.equals("verify")) {
            throw new Malformed(CommandProblem.NO_SUCH_DEED, deed, "verify");
        }
        var archive = RunningArchive.find(data);
        var folder = heads != null
                ? heads
                : Path.of(environment.getOrDefault(
                        "LANTAI_HEADS", archive.data().resolve("heads").toString()));
        if (keys.isEmpty()) {
            keys.add(archive.data().resolve("keys/signing-public.pem"));
        }
        var believed = new ArrayList<byte[]>();
        for (var key : keys) {
            believed.add(publicKey(key));
        }
        try (var database = Database.open(archive.database(environment))) {
            var result = new AuditVerification(
                            database.jdbi(), new HeadFolder(folder), believed, Duration.ofMinutes(tolerance))
                    .run();
            var json = new LinkedHashMap<String, Object>();
            json.put("ok", result.ok() && result.heads() > 0);
            json.put("entries", result.entries());
            json.put("unlinked", result.unlinked());
            json.put("heads", result.heads());
            json.put("underHead", result.covered());
            json.put("findings", result.findings());
            console.line(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
            return result.ok() && result.heads() > 0 ? 0 : 1;
        }
    }

    private static byte[] publicKey(Path file) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
        } catch (IllegalArgumentException noKey) {
            throw new IOException("no public key: " + file, noKey);
        }
    }
}
