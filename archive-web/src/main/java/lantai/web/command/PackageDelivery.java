package lantai.web.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lantai.exchange.Bag;
import lantai.problem.Malformed;
import lantai.storage.FixityDigest;
import lantai.web.remote.Remote;

/**
 * Sends the payload of a valid bag to an archive as one batch named after it, what the bag says of itself with every file, and has its
 * receipt noted when all of it has arrived as it was. The same payload sent again goes into the same batch.
 */
final class PackageDelivery {
    private static final String LABEL = "bag-info:";

    private final Remote remote;
    private final Console console;
    private final Bag bag;

    PackageDelivery(Remote remote, Console console, Bag bag) {
        this.remote = remote;
        this.console = console;
        this.bag = bag;
    }

    /**
     * Sends and waits.
     *
     * @return 0 when all of it waits at the review desk or is filed, else 1
     */
    int run() throws IOException, InterruptedException {
        var parcels = new ArrayList<Parcel>();
        for (var file : bag.payload()) {
            parcels.add(new Parcel(file, Parcel.below(bag.data(), file)));
        }
        if (parcels.isEmpty()) {
            throw new Malformed(CommandProblem.NO_FILES);
        }
        var manifest = bag.manifest();
        var information = bag.information();
        var metadata = new LinkedHashMap<String, String>();
        information.forEach((label, value) -> metadata.put(LABEL + label, value));
        var receipt = receipt(manifest, information, parcels);
        var wanted = new Delivery(remote, console, parcels, metadata)
                .run(bag.name(), "bag-" + manifest, batch -> note(batch, receipt));
        console.remark("command.package.done", wanted, parcels.size(), bag.name());
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
                bag.name(),
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
                .put("package", bag.name())
                .put("batch", batch)
                .put("manifest", String.valueOf(receipt.get("manifest")))
                .put("again", noted.path("again").asBoolean())
                .toString());
    }
}
