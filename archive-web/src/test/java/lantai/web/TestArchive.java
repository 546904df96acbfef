package lantai.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.account.AccountRegister;
import lantai.account.NewAccount;
import lantai.account.Role;
import lantai.account.SignInDesk;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.audit.HeadPace;
import lantai.backup.BackupPlan;
import lantai.cipher.CipherAlgorithm;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.DatabaseSettings;
import lantai.exchange.InboundFile;
import lantai.ingest.index.IndexFeeder;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.intake.Source;
import lantai.ingest.job.JobKind;
import lantai.ingest.pipeline.Proposing;
import lantai.ingest.propose.Field;
import lantai.ingest.reader.PageEngine;
import lantai.ingest.reader.Reading;
import lantai.ingest.review.DeliveredRecords;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.FieldValue;
import lantai.record.EncryptionRule;
import lantai.record.Item;
import lantai.storage.ScrubPolicy;
import lantai.storage.StoreSettings;
import lantai.web.launch.TestPostgres;

/**
 * A whole archive inside of the test's own process: a real PostgreSQL, real objects, a real index fed from the outbox, without
 * server and readers. Time stands still unless the test moves it.
 */
final class TestArchive implements AutoCloseable {
    static final String PASSWORD = "paper, ink, one seal";

    final Path data;
    final Doors doors;
    final SignInDesk signIns;
    private final TestPostgres postgres;
    private final Database database;
    private final AccountRegister accounts;
    private final ScheduledExecutorService feeding = Executors.newSingleThreadScheduledExecutor();
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");

    private TestArchive(Path data) {
        this.data = data;
        postgres = TestPostgres.start(data);
        var settings = postgres.settings();
        var wide = new DatabaseSettings(settings.url(), settings.user(), settings.password(), 16);
        database = Database.open(wide);
        database.migrate();
        InstantSource clock = () -> now;
        var audit = new AuditTrail(clock);
        accounts = new AccountRegister(audit, clock);
        signIns = SignInDesk.forTokens(database.jdbi(), audit, clock);
        doors = new Doors(
                new Settings(
                        data,
                        wide,
                        Path.of("target/lantai/lib"),
                        data.resolve("watch"),
                        Optional.empty(),
                        PageEngine.PP_OCR,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(1),
                        1L << 30,
                        data.resolve("heads"),
                        new HeadPace(Duration.ofMinutes(4), 1_000),
                        StoreSettings.of(Map.of(), data),
                        ScrubPolicy.USUAL,
                        BackupPlan.NONE,
                        Optional.empty(),
                        false),
                database,
                audit,
                clock);
        doors.seed();
        var feeder = new IndexFeeder(database.jdbi(), doors.items, doors.persons, doors.texts, doors.search);
        var _ = feeding.scheduleWithFixedDelay(feeder::feed, 0, 20, TimeUnit.MILLISECONDS);
    }

    static TestArchive open(Path data) {
        return new TestArchive(data);
    }

    /** {@return how its database is reached} */
    DatabaseSettings database() {
        return postgres.settings();
    }

    void setTime(Instant time) {
        now = time;
    }

    /** From now on every record is filed enciphered. */
    void encipher(CipherAlgorithm algorithm) {
        var rows = Stream.of(Category.values())
                .map(one -> "{\"category\": \"%s\", \"algorithm\": \"%s\"}".formatted(one, algorithm.code()))
                .collect(Collectors.joining(","));
        database.jdbi()
                .useTransaction(transaction ->
                        doors.policies.seed(transaction, EncryptionRule.POLICY, "{\"categories\": [" + rows + "]}"));
    }

    /** {@return the file of a record as it lies in the store, enciphered or not} */
    Path stored(Item item, String path) {
        var content = doors.store.folder(item.objectId()).resolve("v1/content");
        return Files.exists(content.resolve("encryption.json"))
                ? content.resolve(path.replaceFirst("^(masters/\\d+)-.*", "$1"))
                : content.resolve(path);
    }

    /** {@return a person with these roles, signed in} */
    SignedIn person(String name, Role... roles) {
        var account = database.jdbi()
                .inTransaction(transaction -> accounts.add(
                        transaction,
                        Actor.SYSTEM,
                        new NewAccount(
                                name,
                                "样例·" + name,
                                Optional.empty(),
                                Set.of(roles),
                                Optional.empty(),
                                Optional.of(PASSWORD))))
                .account();
        return new SignedIn(account, false);
    }

    /** Receives, accepts and files one text, by the ways that everything takes. */
    Item file(SignedIn archivist, String text, int year, String term) {
        try {
            var jdbi = database.jdbi();
            var batch = jdbi.inTransaction(
                    transaction -> doors.batches.open(transaction, Optional.of(archivist), "样例", Source.COMMAND));
            var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            var receipt = doors.intake.receive(batch.id(), Optional.of(archivist), "样例.txt", bytes, Map.of());
            var work = Files.createDirectories(doors.work.of(receipt.fileId()));
            Files.writeString(work.resolve(Reading.TEXT), text);
            var fields = new EnumMap<Field, FieldValue>(Field.class);
            Map.of(Field.CATEGORY, "YW", Field.RETENTION, term, Field.YEAR, "" + year, Field.TITLE, "样例·" + text)
                    .forEach((field, value) -> fields.put(field, new FieldValue(value, true, List.of())));
            var id = jdbi.inTransaction(transaction -> {
                transaction.createUpdate("""
                                update received_file set step = 'PROPOSED', mime = 'text/plain', puid = '',
                                    format_name = 'text' where id = :id
                                """).bind("id", receipt.fileId()).execute();
                var document = doors.documents.add(
                        transaction, batch.id(), fields, List.of(new DocumentPage(1, receipt.fileId(), 0, 0)));
                doors.documents.change(transaction, document, fields, DocumentState.ACCEPTED);
                doors.filing.file(transaction, archivist, List.of(document.id()), doors.rules.kinds());
                transaction.execute("delete from scheduled_tasks");
                return document.id();
            });
            doors.handlers.get(JobKind.FILE_DOCUMENT).run(id);
            return jdbi.withHandle(handle -> doors.items.get(handle, id));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Receives, reads as far as proposals, accepts and files what a package holds. */
    List<Item> take(SignedIn archivist, String name, List<InboundFile> files) throws IOException {
        var jdbi = database.jdbi();
        var batch = jdbi.inTransaction(
                transaction -> doors.batches.open(transaction, Optional.of(archivist), name, Source.SCREEN));
        var proposing = new Proposing(doors.rules, doors.particulars, doors.work, new ReceivedFiles(doors.clock));
        var records = new DeliveredRecords(doors.documents);
        for (var file : files) {
            try (var bytes = Files.newInputStream(file.file())) {
                var receipt = doors.intake.receive(batch.id(), Optional.of(archivist), file.path(), bytes, file.said());
                Files.writeString(
                        Files.createDirectories(doors.work.of(receipt.fileId())).resolve(Reading.TEXT), "样例");
                jdbi.useTransaction(transaction -> {
                    transaction
                            .createUpdate(
                                    "update received_file set step = 'PROPOSED', mime = 'text/plain' where id = :id")
                            .bind("id", receipt.fileId())
                            .execute();
                    var pages = List.of(new DocumentPage(1, receipt.fileId(), 0, 0));
                    var proposed = proposing.propose(transaction, pages);
                    records.gather(transaction, doors.documents.add(transaction, batch.id(), proposed, pages));
                });
            }
        }
        var ids = jdbi.withHandle(
                handle -> doors.documents.queue(handle, Optional.of(batch.id()), DocumentState.PROPOSED, 0, 100));
        jdbi.useTransaction(transaction -> {
            for (var document : doors.documents.all(transaction, ids)) {
                var fields = new EnumMap<Field, FieldValue>(Field.class);
                document.fields().forEach((field, value) -> fields.put(field, value.confirmedAs(value.value())));
                doors.documents.change(transaction, document, fields, DocumentState.ACCEPTED);
            }
            doors.filing.file(transaction, archivist, ids, doors.rules.kinds());
            transaction.execute("delete from scheduled_tasks");
        });
        for (var id : ids) {
            doors.handlers.get(JobKind.FILE_DOCUMENT).run(id);
        }
        return jdbi.withHandle(
                handle -> ids.stream().map(id -> doors.items.get(handle, id)).toList());
    }

    /** Puts copies for use of an item where the archive keeps them. */
    void derive(Item item, String sha256) {
        try {
            var derivatives = data.resolve("derivatives");
            var pictures = Files.createDirectories(
                    derivatives.resolve(sha256.substring(0, 2)).resolve(sha256));
            Files.writeString(pictures.resolve("page-0001-000.jpg"), "picture");
            Files.writeString(pictures.resolve("page-0001-000-small.jpg"), "thumbnail");
            var id = item.id().toString();
            var copies = Files.createDirectories(derivatives.resolve("copies").resolve(id.substring(0, 2)));
            Files.writeString(copies.resolve(id + "-1.pdf"), "copy");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String sha256(UUID item) {
        return database.jdbi()
                .withHandle(handle -> doors.items.components(handle, item))
                .getFirst()
                .fixity()
                .sha256();
    }

    @Override
    public void close() {
        // an interrupt in the middle of a write would take the lock of the index away
        feeding.close();
        doors.close();
        database.close();
        postgres.close();
    }
}
