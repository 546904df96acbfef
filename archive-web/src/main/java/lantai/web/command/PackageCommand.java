package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.account.Right;
import lantai.exchange.Inbound;
import lantai.exchange.OcflCheck;
import lantai.exchange.PackageReport;
import lantai.problem.Malformed;
import lantai.web.launch.RunningArchive;
import lantai.web.remote.Remote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./lantai package}: validates a package, has one written by an archive, or hands one to it. A JSON report; the exit code is 0
 * when the package is valid, 1 when it is not, 2 when it could not be looked at.
 */
@Command(name = "package", mixinStandardHelpOptions = true)
final class PackageCommand {
    private final Console console;
    private final Tokens tokens;

    PackageCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.tokens = new Tokens(environment, clock);
    }

    /** Validates a package. */
    @Command(name = "validate", mixinStandardHelpOptions = true)
    int validate(
            @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "bagit") String format,
            @Parameters(paramLabel = "PATH") Path path)
            throws IOException {
        var report = switch (format) {
            case "bagit", "eep" -> {
                try (var received = inbound(path)) {
                    yield received.check();
                }
            }
            case "ocfl" -> {
                if (!Files.isDirectory(path)) {
                    throw new Malformed(CommandProblem.NO_PACKAGE, path);
                }
                yield new OcflCheck(path).run();
            }
            default -> throw new Malformed(CommandProblem.UNKNOWN_FORMAT, format);
        };
        return tell(report, path);
    }

    /** Hands a package to an archive. Of one that is not valid nothing is sent, and it stays as it is. */
    @Command(name = "import", mixinStandardHelpOptions = true)
    int receive(@Mixin Connection connection, @Parameters(paramLabel = "PATH") Path path)
            throws IOException, InterruptedException {
        try (var received = inbound(path)) {
            var report = received.check();
            if (!report.isValid()) {
                console.remark("command.package.invalid", path);
                return tell(report, path);
            }
            try (var remote = connection.open(tokens, Right.RECEIVE)) {
                return new PackageDelivery(remote, console, received).run();
            }
        }
    }

    private static Inbound inbound(Path path) throws IOException {
        return Inbound.open(path, Path.of(System.getProperty("java.io.tmpdir")))
                .orElseThrow(() -> new Malformed(CommandProblem.NO_BAG, path));
    }

    /** Has a package written by an archive, as a zip file. */
    @Command(name = "export", mixinStandardHelpOptions = true)
    int export(
            @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "bagit") String format,
            @Option(names = "--data", paramLabel = "DIR", required = true) Path data,
            @Option(names = "--user", paramLabel = "NAME") @Nullable String user,
            @Option(names = "--reason", paramLabel = "TEXT", required = true) String reason,
            @Option(names = "--code", paramLabel = "CODE") @Nullable List<String> codes,
            @Option(names = "--fonds", paramLabel = "FONDS", defaultValue = "") String fonds,
            @Option(names = "--category", paramLabel = "CATEGORY", defaultValue = "") String category,
            @Option(names = "--year", paramLabel = "YEAR", defaultValue = "") String year,
            @Parameters(paramLabel = "PATH") Path path)
            throws IOException, InterruptedException {
        if (Files.exists(path)) {
            throw new Malformed(CommandProblem.FILE_EXISTS, path);
        }
        var archive = RunningArchive.find(data);
        var token = tokens.issue(archive, Optional.ofNullable(user), Right.FILE, Duration.ofHours(1));
        var query = new StringBuilder("packages/" + format + "?reason=" + encoded(reason) + "&fonds=" + encoded(fonds)
                + "&category=" + encoded(category) + "&year=" + encoded(year));
        Optional.ofNullable(codes)
                .orElse(List.of())
                .forEach(code -> query.append("&code=").append(encoded(code)));
        try (var remote = new Remote(archive.address(), token)) {
            remote.download(query.toString(), path);
        } catch (IOException cut) {
            throw NoAnswer.of(cut, archive.address());
        }
        console.line(new ObjectMapper()
                .writeValueAsString(Map.of("format", format, "path", path.toString(), "bytes", Files.size(path))));
        return 0;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private int tell(PackageReport report, Path path) throws IOException {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", report.format());
        json.put("path", path.toString());
        json.put("valid", report.isValid());
        json.putAll(report.facts());
        json.put("errors", report.errors());
        json.put("warnings", report.warnings());
        console.line(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
        return report.isValid() ? 0 : 1;
    }
}
