package lantai.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantai.account.Right;
import lantai.web.remote.Remote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./lantai scrub}: has the running archive read everything that is stored again, location by location, make good what it
 * can, and prints the reports as JSON. Exit code 1 when something is wrong and could not be made good.
 */
@Command(name = "scrub", mixinStandardHelpOptions = true)
final class ScrubCommand implements Callable<Integer> {
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Console console;
    private final Tokens tokens;

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--location", paramLabel = "NAME")
    private String location = "";

    ScrubCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.tokens = new Tokens(environment, clock);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var remote = connection.open(tokens, Right.OPERATE)) {
            var reports = reports(remote);
            console.line(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(reports));
            return reports.stream().allMatch(report -> report.path("ok").asBoolean()) ? 0 : 1;
        }
    }

    private List<JsonNode> reports(Remote remote) throws InterruptedException {
        try {
            var order = location.isEmpty() ? Map.<String, Object>of() : Map.<String, Object>of("location", location);
            var done = new ArrayList<JsonNode>();
            for (var ordered : remote.post("scrubs", order)) {
                done.add(await(remote, ordered));
            }
            return done;
        } catch (IOException cut) {
            throw NoAnswer.of(cut, remote.server());
        }
    }

    private JsonNode await(Remote remote, JsonNode ordered) throws IOException, InterruptedException {
        var scrub = ordered;
        var told = -1L;
        while (!scrub.path("done").asBoolean()) {
            var objects = scrub.path("objects").asLong();
            if (objects != told) {
                told = objects;
                console.remark(
                        "command.scrub.progress",
                        scrub.path("location").asText(),
                        objects,
                        scrub.path("expected").asLong());
            }
            LockSupport.parkNanos(GLANCE);
            scrub = remote.get("scrubs/" + scrub.path("id").asText());
        }
        return scrub;
    }
}
