package lantai.web.packages;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.audit.AuditAction;
import lantai.audit.AuditLog;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.ReceivedFiles;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.storage.Fixity;
import lantai.web.frame.Visit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Notes that a package has come in as a batch. Its files go through the inbox like everything else. */
public final class PackageReceipts {
    private static final int LONGEST = 300;
    private static final int SHOWN = 500;

    private final Jdbi jdbi;
    private final Batches batches;
    private final ReceivedFiles files;
    private final AuditTrail audit;
    private final AuditLog log = new AuditLog();

    public PackageReceipts(Jdbi jdbi, Batches batches, ReceivedFiles files, AuditTrail audit) {
        this.jdbi = jdbi;
        this.batches = batches;
        this.files = files;
        this.audit = audit;
    }

    /**
     * A package that has come.
     *
     * @param name what it is called
     * @param identifier what it calls itself, as {@code External-Identifier}
     * @param payloadOxum octets and files, as it says them
     * @param manifest the SHA-256 of its manifest
     * @param digests the SHA-256 of each file of its payload
     */
    public record Received(
            @Nullable UUID batch,
            @Nullable String name,
            @Nullable String identifier,
            @Nullable String payloadOxum,
            @Nullable String manifest,
            @Nullable List<String> digests) {}

    /**
     * Notes it once for each batch and manifest.
     *
     * @return whether it had been noted before
     * @throws Malformed when a value is missing or wrong
     * @throws lantai.problem.NotFound when there is no such batch, or this person may not see it
     * @throws Refused when files of the payload are not among those of the batch
     */
    boolean note(Visit visit, @Nullable Received received) {
        if (received == null || received.batch() == null) {
            throw new Malformed(PackageProblem.RECEIPT_WRONG, "batch");
        }
        var batch = received.batch();
        var digests = digests(received.digests());
        var detail = Map.of(
                "package",
                text("name", received.name(), true),
                "identifier",
                text("identifier", received.identifier(), false),
                "payloadOxum",
                text("payloadOxum", received.payloadOxum(), false),
                "manifest",
                manifest(received.manifest()),
                "files",
                Integer.toString(digests.size()));
        return jdbi.inTransaction(transaction -> {
            batches.get(transaction, BatchScope.of(visit.who()), batch);
            var missing = new HashSet<>(digests);
            missing.removeAll(files.digests(transaction, batch));
            if (!missing.isEmpty()) {
                throw new Refused(PackageProblem.NOT_ALL_THERE, missing.size());
            }
            if (isNoted(transaction, batch, manifest(received.manifest()))) {
                return true;
            }
            audit.record(transaction, visit.actor(), AuditAction.PACKAGE_RECEIVED, Subject.of("batch", batch), detail);
            return false;
        });
    }

    private boolean isNoted(Handle handle, UUID batch, String manifest) {
        var filter = new AuditLog.Filter(
                Optional.empty(),
                Optional.of(AuditAction.PACKAGE_RECEIVED),
                Optional.of(Subject.of("batch", batch)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SHOWN);
        return log.list(handle, filter).stream()
                .anyMatch(entry -> manifest.equals(entry.detail().get("manifest")));
    }

    private static List<String> digests(@Nullable List<String> digests) {
        if (digests == null || digests.isEmpty() || !digests.stream().allMatch(PackageReceipts::isDigest)) {
            throw new Malformed(PackageProblem.RECEIPT_WRONG, "digests");
        }
        return digests.stream().distinct().toList();
    }

    private static String manifest(@Nullable String manifest) {
        if (!isDigest(manifest)) {
            throw new Malformed(PackageProblem.RECEIPT_WRONG, "manifest");
        }
        return String.valueOf(manifest);
    }

    private static boolean isDigest(@Nullable String text) {
        return text != null && Fixity.isDigest(text);
    }

    private static String text(String field, @Nullable String value, boolean needed) {
        var text = value == null ? "" : value.strip();
        if (text.length() > LONGEST || (needed && text.isEmpty())) {
            throw new Malformed(PackageProblem.RECEIPT_WRONG, field);
        }
        return text;
    }
}
