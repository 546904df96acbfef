package lantai.web.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.web.launch.RunningArchive;
import lantai.web.remote.Remote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which archive is meant and in whose name it is spoken to: options that several commands share. */
final class Connection {
    private static final Duration VALID = Duration.ofDays(7);

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = "--user", paramLabel = "NAME")
    private @Nullable String user;

    @Option(names = "--server", paramLabel = "URL")
    private @Nullable URI server;

    @Option(names = "--token-file", paramLabel = "FILE")
    private @Nullable Path tokenFile;

    /**
     * Speaks to the archive.
     *
     * @param right what whoever it is must be allowed to do, when no name is given
     * @throws Malformed when it is not said which archive is meant
     */
    Remote open(Tokens tokens, Right right) throws IOException {
        if (server != null && tokenFile != null) {
            return new Remote(web(server), token(tokenFile));
        }
        if (data == null || server != null || tokenFile != null) {
            throw new Malformed(CommandProblem.NO_TARGET);
        }
        var archive = RunningArchive.find(data);
        return new Remote(archive.address(), tokens.issue(archive, Optional.ofNullable(user), right, VALID));
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
}
