package lantai.web.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lantai.database.DatabaseSettings;

/** The web server with the application, as a process of its own. */
final class LibertyServer implements Service {
    private static final String NAME = "Open Liberty";
    private static final int MILLISECONDS = 2000;

    /**
     * On two cores the second compiler takes one of them for the first minutes of work. Only what is hot, such as digests and
     * the index, is worth its time: ten times the usual thresholds.
     */
    private static final List<String> SELDOM_OPTIMISED = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private final LaunchSettings settings;
    private final DatabaseSettings database;
    private final int port;

    /**
     * @param settings how to start
     * @param database how the server reaches PostgreSQL
     * @param port where it listens, free at this moment
     */
    LibertyServer(LaunchSettings settings, DatabaseSettings database, int port) {
        this.settings = settings;
        this.database = database;
        this.port = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** {@return its address for people on this machine} */
    URI address() {
        var host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
        return URI.create("http://" + host + ":" + port + "/");
    }

    @Override
    public Process start() throws IOException {
        var builder = ChildProcess.of(command(), settings.log("server.log"));
        builder.environment().putAll(environment());
        return builder.start();
    }

    private List<String> command() {
        var wlp = settings.distribution().resolve("wlp");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + wlp.resolve("bin/tools/ws-javaagent.jar"),
                "@" + wlp.resolve("lib/platform/java/java24.options"),
                "-Xmx384m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(SELDOM_OPTIMISED);
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                mark(settings.data()),
                "-jar",
                wlp.resolve("bin/tools/ws-server.jar").toString(),
                "lantai"));
        return command;
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("WLP_OUTPUT_DIR", output().toString()),
                Map.entry("LOG_DIR", settings.data().resolve("logs").toString()),
                Map.entry(
                        "LANTAI_SUPERVISOR",
                        Long.toString(ProcessHandle.current().pid())),
                Map.entry("LANTAI_DATA", settings.data().toString()),
                Map.entry("LANTAI_LIB", settings.distribution().resolve("lib").toString()),
                Map.entry("LANTAI_HOST", settings.host()),
                Map.entry("LANTAI_PORT", Integer.toString(port)),
                Map.entry("LANTAI_DB_URL", database.url()),
                Map.entry("LANTAI_DB_USER", database.user()),
                Map.entry("LANTAI_DB_PASSWORD", database.password()));
    }

    private Path output() {
        return settings.data().resolve("server");
    }

    @Override
    public void stop(Process process) {
        process.destroy();
    }

    /** Throws away what the server remembers of another build, because it would look for that build's files. */
    void forgetOtherBuild() throws IOException {
        var built = settings.distribution().resolve("built");
        var build = built + " " + Files.getLastModifiedTime(built);
        var marker = output().resolve("build");
        if (Files.exists(marker) && Files.readString(marker).equals(build)) {
            return;
        }
        FolderTree.delete(output());
        Files.createDirectories(output());
        Files.writeString(marker, build);
    }

    /** Ends servers that a killed supervisor of this data folder left behind and that have not noticed yet. */
    static void endOrphans(Path data) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .anyMatch(arguments -> List.of(arguments).contains(mark(data))))
                .forEach(orphan -> {
                    orphan.destroyForcibly();
                    orphan.onExit().join();
                });
    }

    private static String mark(Path data) {
        return "-Dlantai.data=" + data;
    }

    /** {@return whether the server says of itself that people may come} */
    boolean ready() {
        try {
            var connection = (HttpURLConnection)
                    address().resolve("health/ready").toURL().openConnection();
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout((int) TimeUnit.SECONDS.toMillis(10));
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
