package lantai.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import lantai.problem.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./lantai bom}: the libraries that are delivered, as the build has written them down (CycloneDX, JSON), or as lines of library,
 * version and licences.
 */
@Command(name = "bom", mixinStandardHelpOptions = true)
final class BomCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--licences")
    private boolean licences;

    BomCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(file())) {
            throw new Refused(CommandProblem.NO_BOM);
        }
        var bom = Files.readString(file());
        if (licences) {
            components(new ObjectMapper().readTree(bom)).forEach(console::line);
        } else {
            console.line(bom.strip());
        }
        return 0;
    }

    private static Path file() {
        return Distribution.folder().resolve("bom.json");
    }

    private static java.util.List<String> components(JsonNode bom) {
        return StreamSupport.stream(bom.path("components").spliterator(), false)
                .map(component -> component.path("group").asText()
                        + ':'
                        + component.path("name").asText()
                        + '\t'
                        + component.path("version").asText()
                        + '\t'
                        + licences(component))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(each -> each.path("expression")
                        .asText(each.path("license")
                                .path("id")
                                .asText(each.path("license").path("name").asText())))
                .collect(Collectors.joining(", "));
    }
}
