package lantai.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantai.problem.Malformed;
import lantai.web.remote.Remote;

/** Hands a catalogue to an archive, has it looked at with the mapping that its headings announce, and tells the findings. */
final class CatalogueDelivery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 500;
    private static final Set<String> WORKING = Set.of("RECEIVED", "CHECKING", "APPLYING");

    private final Remote remote;
    private final Console console;
    private final Path file;

    CatalogueDelivery(Remote remote, Console console, Path file) {
        this.remote = remote;
        this.console = console;
        this.file = file;
    }

    /**
     * Sends and waits.
     *
     * @param apply whether the entries shall become visible when nothing stands against it
     * @return 0 when nothing stands against it, 1 when there are findings or it cannot be opened
     */
    int run(boolean apply) throws InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new Malformed(CommandProblem.NO_FILES);
        }
        try {
            var name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
            var received = remote.post("catalogue/imports?name=" + name, file);
            var path = "catalogue/imports/" + received.path("id").asText();
            var seen = settled(path);
            if (seen.path("state").asText().equals("READ")) {
                remote.post(path + "/check", Map.of());
                seen = settled(path);
                tell(path);
            }
            var errors = seen.path("counts").path("errors").asInt();
            var fresh = seen.path("counts").path("NEW").asInt();
            if (apply && seen.path("state").asText().equals("CHECKED") && errors == 0 && fresh > 0) {
                remote.post(path + "/apply", Map.of());
                seen = settled(path);
            }
            console.line(seen.toString());
            return errors > 0 || seen.path("state").asText().equals("REFUSED") ? 1 : 0;
        } catch (IOException cut) {
            throw NoAnswer.of(cut, remote.server());
        }
    }

    private JsonNode settled(String path) throws IOException, InterruptedException {
        while (true) {
            var seen = remote.get(path);
            if (!WORKING.contains(seen.path("state").asText())) {
                return seen;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }
    }

    private void tell(String path) throws IOException, InterruptedException {
        var after = 0;
        while (true) {
            var findings = remote.get(path + "/findings?limit=" + PAGE + "&after=" + after);
            if (findings.isEmpty()) {
                return;
            }
            for (var finding : findings) {
                after = finding.path("row").asInt();
                console.line(JSON.createObjectNode()
                        .put("file", file.toString())
                        .setAll((com.fasterxml.jackson.databind.node.ObjectNode) finding)
                        .toString());
            }
        }
    }
}
