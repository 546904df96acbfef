package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import lantai.storage.ArchivalStore;
import lantai.storage.Staging;
import lantai.storage.StoreCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lantai verify}: reads every stored object again; a JSON report; exit code 1 when one is damaged. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data.resolve("objects"))) {
            console.err().println(console.both("command.no-archive", data));
            return 2;
        }
        var store = ArchivalStore.open(data.resolve("objects"), data.resolve("objects-work"));
        var report = new StoreCheck(store, Staging.open(data.resolve("staging"))).run();
        var json = new LinkedHashMap<String, Object>();
        json.put("ok", report.ok());
        json.put("objects", report.objects());
        json.put("staged", report.staged());
        json.put("damaged", report.damaged());
        console.line(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
        return report.ok() ? 0 : 1;
    }
}
