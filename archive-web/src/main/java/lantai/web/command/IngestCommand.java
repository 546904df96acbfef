package lantai.web.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import lantai.problem.Malformed;
import lantai.web.launch.RunningArchive;
import lantai.web.remote.Remote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = "--user", paramLabel = "NAME")
    private @Nullable String user;

    @Option(names = "--server", paramLabel = "URL")
    private @Nullable URI server;

    @Option(names = "--token-file", paramLabel = "FILE")
    private @Nullable Path tokenFile;

    @Option(names = "--title", paramLabel = "TEXT")
    private @Nullable String title;

    @Option(names = "--key", paramLabel = "TEXT")
    private String key = UUID.randomUUID().toString();

    IngestCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.tokens = new Tokens(environment, clock);
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var parcels = Parcel.walk(paths);
        if (parcels.isEmpty()) {
            throw new Malformed(CommandProblem.NO_FILES);
        }
        try (var remote = connect()) {
            var begun = clock.instant();
            var delivery = new Delivery(remote, console, parcels);
            var wanted = delivery.run(title == null ? parcels.getFirst().title() : title, key);
            var seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
            console.remark("command.ingest.done", wanted, parcels.size(), "%.1f".formatted(seconds));
            return wanted == parcels.size() ? 0 : 1;
        }
    }

    private static URI web(URI server) {
        var scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
        if (server.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new Malformed(CommandProblem.SERVER_WRONG, server);
        }
        return server;
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            throw new Malformed(CommandProblem.NO_TOKEN_FILE, file);
        }
    }

    private Remote connect() throws IOException {
        if (server != null && tokenFile != null) {
            return new Remote(web(server), token(tokenFile));
        }
        if (data == null || server != null || tokenFile != null) {
            throw new Malformed(CommandProblem.NO_TARGET);
        }
        var archive = RunningArchive.find(data);
        return new Remote(archive.address(), tokens.issue(archive, Optional.ofNullable(user), Duration.ofDays(7)));
    }
}
