package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lantai.exchange.Inbound;
import lantai.problem.Malformed;
import lantai.storage.FixityDigest;
import lantai.web.remote.Remote;

/**
 * Sends the files of a valid package to an archive as one batch named after it, what it says of them with every file, and has its
 * receipt noted when all of it has arrived as it was. The same content sent again goes into the same batch.
 */
final class PackageDelivery {
    private final Remote remote;
    private final Console console;
    private final Inbound received;

    PackageDelivery(Remote remote, Console console, Inbound received) {
        this.remote = remote;
        this.console = console;
        this.received = received;
    }

    /**
     * Sends and waits.
     *
     * @return 0 when all of it waits at the review desk or is filed, else 1
     */
    int run() throws IOException, InterruptedException {
        var parcels = new ArrayList<Parcel>();
        for (var file : received.files()) {
            parcels.add(new Parcel(file.file(), file.path(), file.said()));
        }
        if (parcels.isEmpty()) {
            throw new Malformed(CommandProblem.NO_FILES);
        }
        var manifest = received.manifest();
        var information = received.information();
        var receipt = receipt(manifest, information, parcels);
        var wanted = new Delivery(remote, console, parcels)
                .run(received.name(), "bag-" + manifest, batch -> note(batch, receipt));
        console.remark("command.package.done", wanted, parcels.size(), received.name());
        return wanted == parcels.size() ? 0 : 1;
    }

    private Map<String, Object> receipt(String manifest, Map<String, String> information, List<Parcel> parcels)
            throws IOException {
        var digests = new TreeSet<String>();
        for (var parcel : parcels) {
            digests.add(FixityDigest.of(parcel.file()).sha256());
        }
        return Map.of(
                "name",
                received.name(),
                "identifier",
                information.getOrDefault("External-Identifier", ""),
                "payloadOxum",
                information.getOrDefault("Payload-Oxum", ""),
                "manifest",
                manifest,
                "digests",
                digests);
    }

    private void note(String batch, Map<String, Object> receipt) throws IOException, InterruptedException {
        var body = new LinkedHashMap<>(receipt);
        body.put("batch", batch);
        var noted = remote.post("packages", body);
        console.line(new ObjectMapper()
                .createObjectNode()
                .put("package", received.name())
                .put("batch", batch)
                .put("manifest", String.valueOf(receipt.get("manifest")))
                .put("again", noted.path("again").asBoolean())
                .toString());
    }
}
