package lantai.web.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.exchange.Inbound;
import lantai.exchange.InboundFile;
import lantai.exchange.PackageReport;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.IntakeDesk;
import lantai.ingest.intake.Source;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.text.Text;
import org.jdbi.v3.core.Jdbi;

/** Takes packages in that are handed over as one file. Of one that is not valid nothing comes in. */
public final class PackageImport {
    private static final int LONGEST = 200;

    private final Jdbi jdbi;
    private final Batches batches;
    private final IntakeDesk intake;
    private final PackageReceipts receipts;
    private final Path temporary;

    /** @param temporary where packages lie while they are looked at */
    public PackageImport(Jdbi jdbi, Batches batches, IntakeDesk intake, PackageReceipts receipts, Path temporary) {
        this.jdbi = jdbi;
        this.batches = batches;
        this.intake = intake;
        this.receipts = receipts;
        this.temporary = temporary;
    }

    /**
     * What came of a package.
     *
     * @param batch where its files are, unless it was only looked at or is not valid
     * @param files how many came in
     * @param again whether it had come in before
     */
    record Outcome(String name, PackageReport report, Optional<UUID> batch, int files, boolean again) {}

    /**
     * Looks at a package, and takes it in when that is wanted and it is valid.
     *
     * @param name of the file, as the sender has it
     * @throws Malformed when it has no name, or is not a package of a form that is known
     * @throws Refused when it is a zip file that is not sound
     * @throws IOException when the stream breaks off; nothing came in then
     */
    Outcome look(Visit visit, String name, InputStream bytes, boolean takeIn, Source source) throws IOException {
        var plain = plain(name);
        var folder = Files.createTempDirectory(temporary, "package");
        try {
            var file = folder.resolve(plain);
            Files.copy(bytes, file);
            try (var inbound =
                    Inbound.open(file, folder).orElseThrow(() -> new Malformed(PackageProblem.NO_PACKAGE, plain))) {
                var report = inbound.check();
                return takeIn && report.isValid()
                        ? take(visit, inbound, report, source)
                        : new Outcome(inbound.name(), report, Optional.empty(), 0, false);
            }
        } finally {
            delete(folder);
        }
    }

    private Outcome take(Visit visit, Inbound inbound, PackageReport report, Source source) throws IOException {
        var files = inbound.files();
        if (files.isEmpty()) {
            throw new Malformed(PackageProblem.NO_FILES, inbound.name());
        }
        var manifest = inbound.manifest();
        var batch = jdbi.inTransaction(transaction ->
                        batches.openOnce(transaction, visit.who(), inbound.name(), source, "bag-" + manifest))
                .id();
        var digests = new ArrayList<String>();
        for (var file : files) {
            digests.add(receive(visit, batch, file));
        }
        var information = inbound.information();
        var again = receipts.note(
                visit,
                new PackageReceipts.Received(
                        batch,
                        inbound.name(),
                        information.getOrDefault("External-Identifier", ""),
                        information.getOrDefault("Payload-Oxum", ""),
                        manifest,
                        digests));
        return new Outcome(inbound.name(), report, Optional.of(batch), files.size(), again);
    }

    private String receive(Visit visit, UUID batch, InboundFile file) throws IOException {
        try (var bytes = Files.newInputStream(file.file())) {
            return intake.receive(batch, Optional.of(visit.who()), file.path(), bytes, file.said())
                    .fixity()
                    .sha256();
        }
    }

    private static String plain(String name) {
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (plain.replace(".", "").isEmpty() || plain.length() > LONGEST) {
            throw new Malformed(PackageProblem.NAME_MISSING, LONGEST);
        }
        return plain;
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var path : walk.toList().reversed()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** {@return what was found, as the screen and the interface tell it} */
    static List<Map<String, String>> found(List<PackageReport.Issue> issues, Text text) {
        return issues.stream()
                .map(issue -> Map.of(
                        "code", issue.code(),
                        "place", issue.place(),
                        "message", issue.message(),
                        "sentence", sentence(issue, text)))
                .toList();
    }

    private static String sentence(PackageReport.Issue issue, Text text) {
        var key = "packages.finding." + issue.code();
        return text.has(key) ? text.say(key, issue.place(), issue.message()) : issue.message();
    }
}
