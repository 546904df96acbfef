package lantai.web.command;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import lantai.account.AccountRegister;
import lantai.account.NewAccount;
import lantai.account.Role;
import lantai.account.SignInDesk;
import lantai.account.SignInSettings;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.ingest.filing.FilingDesk;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.IntakeDesk;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.intake.Source;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.JobQueue;
import lantai.ingest.job.Priority;
import lantai.ingest.pipeline.Rules;
import lantai.ingest.propose.Field;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.Documents;
import lantai.ingest.review.ReviewDesk;
import lantai.ingest.sample.SampleArchive;
import lantai.policy.PolicyCentre;
import lantai.record.ReferenceCodes;
import lantai.storage.FixityDigest;
import lantai.storage.Staging;
import lantai.web.launch.RunningArchive;

/**
 * Measures a running archive: receiving against a bare loop with the same digests and the same forced writes, and the way of
 * a file from receipt to findable.
 */
final class IngestBench {
    private static final int FILES = 300;
    private static final int BYTES = 50_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<String, String> environment;
    private final InstantSource clock = InstantSource.system();
    private final AuditTrail audit = new AuditTrail(clock);

    IngestBench(Map<String, String> environment) {
        this.environment = environment;
    }

    Map<String, Object> run(Path data, Path folder) throws IOException {
        var archive = RunningArchive.find(data);
        SampleArchive.textPdfs(folder.resolve("papers"), FILES, BYTES);
        var files = BenchCommand.pdfs(folder.resolve("papers"));
        try (var database = Database.open(archive.database(environment))) {
            var bare = bareLoop(files, Files.createDirectories(archive.data().resolve("temporary/bench")));
            return new Run(database, archive, files, bare).measure();
        }
    }

    /** What the disk and the digests alone take. {@return seconds} */
    private static double bareLoop(List<Path> files, Path target) throws IOException {
        var start = System.nanoTime();
        for (var file : files) {
            var bytes = Files.readAllBytes(file);
            var digest = new FixityDigest();
            digest.update(bytes, 0, bytes.length);
            var temporary = target.resolve(UUID.randomUUID().toString());
            Files.write(temporary, bytes);
            force(temporary, StandardOpenOption.WRITE);
            Files.move(temporary, target.resolve(digest.finish().sha256()), StandardCopyOption.ATOMIC_MOVE);
            force(target, StandardOpenOption.READ);
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        for (var written : BenchCommand.files(target)) {
            Files.delete(written);
        }
        return seconds;
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** One measuring on one archive. */
    private final class Run {
        private final Database database;
        private final RunningArchive archive;
        private final List<Path> files;
        private final double bare;
        private final Batches batches = new Batches(audit, clock);
        private final Documents documents = new Documents(clock);
        private final JobQueue jobs = new JobQueue(clock);
        private final SignedIn who;

        private Run(Database database, RunningArchive archive, List<Path> files, double bare) {
            this.database = database;
            this.archive = archive;
            this.files = files;
            this.bare = bare;
            this.who = new SignedIn(archivist(), true);
        }

        private Map<String, Object> measure() throws IOException {
            var token = database.jdbi()
                    .inTransaction(transaction -> new SignInDesk(database.jdbi(), audit, clock, SignInSettings.usual())
                            .issueToken(transaction, who.account(), Duration.ofHours(1)));
            var before = found(token);
            var batch = database.jdbi()
                    .inTransaction(transaction -> batches.open(transaction, Optional.of(who), "bench", Source.COMMAND))
                    .id();
            var start = System.nanoTime();
            receive(batch);
            var received = seconds(start);
            await(() -> settled(batch));
            var read = seconds(start);
            file(batch);
            await(() -> found(token) >= before + files.size());
            var findable = seconds(start);
            var figures = new LinkedHashMap<String, Object>();
            figures.put("files", files.size());
            figures.put("bytesEach", BYTES);
            figures.put("bareLoopSeconds", bare);
            figures.put("receivingSeconds", received);
            figures.put("receivingRatio", received / bare);
            figures.put("readSeconds", read);
            figures.put("filesPerSecondRead", files.size() / read);
            figures.put("findableSeconds", findable);
            figures.put("filesPerSecondFindable", files.size() / findable);
            return figures;
        }

        private lantai.account.Account archivist() {
            var register = new AccountRegister(audit, clock);
            return database.jdbi()
                    .inTransaction(transaction -> register.named(transaction, "bench")
                            .orElseGet(() -> register.add(
                                            transaction,
                                            Actor.SYSTEM,
                                            new NewAccount(
                                                    "bench",
                                                    "bench",
                                                    Optional.empty(),
                                                    Set.of(Role.ARCHIVIST),
                                                    Optional.empty(),
                                                    Optional.empty()))
                                    .account()));
        }

        private void receive(UUID batch) throws IOException {
            var intake = new IntakeDesk(
                    database.jdbi(),
                    Staging.open(archive.data().resolve("staging")),
                    batches,
                    (transaction, file, _) -> jobs.order(transaction, JobKind.READ_FILE, file, Priority.BULK),
                    audit,
                    clock);
            for (var file : files) {
                try (var in = Files.newInputStream(file)) {
                    intake.receive(batch, Optional.of(who), file.getFileName().toString(), in, Map.of());
                }
            }
        }

        private void file(UUID batch) {
            var policies = new PolicyCentre(audit, clock, ZONE);
            var kinds = new Rules(database.jdbi(), policies).kinds();
            var desk = new ReviewDesk(documents, new ReceivedFiles(clock), (_, _) -> {}, (_, _, _) -> {}, audit, clock);
            var filing = new FilingDesk(documents, new ReferenceCodes(), policies, jobs, audit);
            database.jdbi().useTransaction(transaction -> {
                var ids = documents.queue(transaction, Optional.of(batch), DocumentState.PROPOSED, 0, FILES);
                for (var document : documents.all(transaction, ids)) {
                    var missing = new java.util.EnumMap<>(Map.of(
                            Field.CATEGORY, "WS", Field.TITLE, "样例", Field.YEAR, "2026", Field.RETENTION, "D10"));
                    missing.keySet().removeIf(field -> !document.value(field).isEmpty());
                    desk.accept(transaction, who, document.id(), document.version(), missing, kinds);
                }
                filing.file(transaction, who, ids, kinds);
            });
        }

        private boolean settled(UUID batch) {
            var progress = Optional.ofNullable(database.jdbi()
                            .withHandle(handle -> batches.progress(handle, List.of(batch)))
                            .get(batch))
                    .orElseThrow();
            return progress.settled() == files.size();
        }

        private long found(String token) {
            try (var http = HttpClient.newHttpClient()) {
                var answer = http.send(
                        HttpRequest.newBuilder(archive.address().resolve("/api/v1/search?q="))
                                .header("Authorization", "Bearer " + token)
                                .header("Accept", "application/json")
                                .build(),
                        BodyHandlers.ofString());
                return new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(answer.body())
                        .path("total")
                        .asLong();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopping);
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
