package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import lantai.storage.Ledger;
import lantai.storage.Staging;
import lantai.storage.StoreCheck;
import lantai.storage.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lantai verify}: reads every stored object at every location again; a JSON report; exit code 1 when one is damaged. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Console console;
    private final Map<String, String> environment;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    VerifyCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        var settings = StoreSettings.of(environment, data);
        if (!Files.isDirectory(data.resolve("staging"))) {
            console.err().println(console.both("command.no-archive", data));
            return 2;
        }
        StoreCheck.Report report;
        try (var store = settings.open(Ledger.NONE)) {
            report = new StoreCheck(store, Staging.open(data.resolve("staging"))).run();
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("ok", report.ok());
        json.put(
                "locations",
                settings.places().stream().map(StoreSettings.Place::name).toList());
        json.put("objects", report.objects());
        json.put("staged", report.staged());
        json.put("damaged", report.damaged());
        console.line(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
        return report.ok() ? 0 : 1;
    }
}
