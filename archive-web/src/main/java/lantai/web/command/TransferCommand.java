package lantai.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipInputStream;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.storage.FixityDigest;
import lantai.web.remote.Remote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./lantai transfer pack}: has an approved transfer list packed when it is not yet, writes the package into a folder, and reads every
 * file of it again. Prints a JSON report; the exit code is 0 only when every digest of the package's own list fits.
 */
@Command(name = "transfer", mixinStandardHelpOptions = true)
final class TransferCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGESTS = "其他/数字摘要清单-SM3.txt";
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final Console console;
    private final Tokens tokens;
    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "DEED")
    private String deed = "";

    @Parameters(index = "1", paramLabel = "ID")
    private String list = "";

    @Option(names = "--to", paramLabel = "DIR", required = true)
    private Path to = Path.of(".");

    @Mixin
    private Connection connection = new Connection();

    TransferCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.tokens = new Tokens(environment, clock);
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!deed.equals("pack")) {
            throw new Malformed(CommandProblem.NO_SUCH_DEED, deed, "pack");
        }
        try (var remote = connection.open(tokens, Right.TRANSFER)) {
            var packed = packed(remote);
            Files.createDirectories(to);
            var zip = to.resolve(packed.path("number").asText() + ".zip");
            remote.download("transfers/" + list + "/package", zip);
            try (var in = Files.newInputStream(zip)) {
                unpack(in);
            }
            Files.delete(zip);
            var folder = to.resolve(packed.path("number").asText());
            var wrong = wrong(folder);
            var sm3 = FixityDigest.of(folder.resolve(DIGESTS)).sm3();
            var whole = wrong.isEmpty() && sm3.equals(packed.path("packageSm3").asText());
            console.line(report(folder, packed.path("packageFiles").asInt(), sm3, wrong, whole));
            return whole ? 0 : 1;
        }
    }

    /** Orders the package where it is wanted, and waits for it. */
    private JsonNode packed(Remote remote) throws IOException, InterruptedException {
        var path = "transfers/" + list;
        var found = remote.get(path);
        if (found.path("state").asText().equals("APPROVED")) {
            found = remote.post(path + "/pack", Map.of());
        }
        var until = clock.instant().plus(PATIENCE);
        while (found.path("state").asText().equals("PACKING") && clock.instant().isBefore(until)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            found = remote.get(path);
        }
        if (!found.hasNonNull("packageSm3") || found.path("state").asText().equals("APPROVED")) {
            throw new Malformed(
                    CommandProblem.NOT_PACKED,
                    found.path("state").asText(),
                    found.path("remark").asText());
        }
        return found;
    }

    private void unpack(InputStream body) throws IOException {
        var root = Files.createDirectories(to).toRealPath();
        var zip = new ZipInputStream(body, StandardCharsets.UTF_8);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var file = root.resolve(entry.getName()).normalize();
            if (!file.startsWith(root)) {
                throw new IOException("a name that leads out of the folder: " + entry.getName());
            }
            var folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Map<String, String> wrong(Path folder) throws IOException {
        var wrong = new TreeMap<String, String>();
        for (var line : Files.readAllLines(folder.resolve(DIGESTS), StandardCharsets.UTF_8)) {
            var path = line.substring(66);
            var file = folder.resolve(path);
            if (!Files.isRegularFile(file)) {
                wrong.put(path, "missing");
            } else if (!FixityDigest.of(file).sm3().equals(line.substring(0, 64))) {
                wrong.put(path, "differs");
            }
        }
        return wrong;
    }

    private static String report(Path folder, int files, String sm3, Map<String, String> wrong, boolean whole) {
        ObjectNode report = JSON.createObjectNode();
        report.put("folder", folder.toString());
        report.put("files", files);
        report.put("sm3", sm3);
        report.put("whole", whole);
        wrong.forEach(report.putObject("wrong")::put);
        return report.toString();
    }
}
