package lantai.web.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import lantai.account.Right;
import lantai.problem.Malformed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./lantai ingest}: sends files and folders to an archive, waits until each file is settled, and prints one line of JSON for
 * each. The exit code is 0 only when all of them wait at the review desk or are filed.
 */
@Command(name = "ingest", mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    private final Console console;
    private final Tokens tokens;
    private final InstantSource clock;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths = List.of();

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--title", paramLabel = "TEXT")
    private @Nullable String title;

    @Option(names = "--key", paramLabel = "TEXT")
    private String key = UUID.randomUUID().toString();

    @Option(names = "--catalogue")
    private boolean catalogue;

    @Option(names = "--apply")
    private boolean apply;

    IngestCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.tokens = new Tokens(environment, clock);
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (catalogue) {
            return catalogues();
        }
        var parcels = Parcel.walk(paths);
        if (parcels.isEmpty()) {
            throw new Malformed(CommandProblem.NO_FILES);
        }
        try (var remote = connection.open(tokens, Right.RECEIVE)) {
            var begun = clock.instant();
            var delivery = new Delivery(remote, console, parcels);
            var wanted = delivery.run(title == null ? parcels.getFirst().title() : title, key);
            var seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
            console.remark("command.ingest.done", wanted, parcels.size(), "%.1f".formatted(seconds));
            return wanted == parcels.size() ? 0 : 1;
        }
    }

    private int catalogues() throws IOException, InterruptedException {
        var worst = 0;
        try (var remote = connection.open(tokens, Right.FILE)) {
            for (var path : paths) {
                worst = Math.max(worst, new CatalogueDelivery(remote, console, path).run(apply));
            }
        }
        return worst;
    }
}
