package lantai.web.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import lantai.account.DepartmentRegister;
import lantai.account.NewAccount;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.database.Database;
import lantai.ingest.intake.Batch;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.Source;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentState;
import lantai.ingest.sample.SampleMain;
import lantai.ingest.sample.SampleSize;
import lantai.ingest.sample.Truth;
import lantai.ingest.sample.TruthFile;
import lantai.key.KeyRing;
import lantai.person.IdNumber;
import lantai.person.PersonRegister;
import lantai.web.outside.OutsideDoors;
import org.jdbi.v3.core.Handle;

/**
 * Fills a new archive with the invented sample: three sign-ins, deliveries of scans and files, and an archivist's work on
 * most of them. The last delivery is left at the review desk for whoever tries it. Works through the same doors as the
 * screens, beside a running server.
 */
public final class DemoArchive {
    private static final String PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Database database;
    private final Path data;
    private final Path libraries;
    private final InstantSource clock;
    private final OutsideDoors doors;

    /**
     * An archive to be filled.
     *
     * @param libraries folder with all libraries
     */
    public DemoArchive(Database database, Path data, Path libraries, InstantSource clock) {
        this.database = database;
        this.data = data;
        this.libraries = libraries;
        this.clock = clock;
        this.doors = OutsideDoors.open(database, data, ZoneId.of("Asia/Shanghai"), clock);
    }

    /** {@return the sign-ins, made now; empty when this archive already has them} */
    public List<DemoSignIn> signIns() {
        return database.jdbi().inTransaction(transaction -> {
            if (doors.accounts().named(transaction, "archivist").isPresent()) {
                return List.of();
            }
            var department = new DepartmentRegister(doors.audit())
                    .add(transaction, Actor.SYSTEM, "档案科（样例）")
                    .id();
            var person = insuredPerson(transaction);
            return List.of(
                    add(transaction, "archivist", "样例·档案员", Role.ARCHIVIST, Optional.of(department), Optional.empty()),
                    add(transaction, "insured", "样例·李秀兰", Role.INSURED_PERSON, Optional.empty(), Optional.of(person)),
                    add(transaction, "leader", "样例·领导", Role.LEADER, Optional.of(department), Optional.empty()));
        });
    }

    /**
     * Delivers the sample and works on it until only the last delivery waits for review.
     *
     * @param progress told how many files are read and how many there are
     * @throws IOException when the sample cannot be written
     */
    public void load(BiConsumer<Integer, Integer> progress) throws IOException {
        var archivist = new SignedIn(
                database.jdbi()
                        .withHandle(handle -> doors.accounts().named(handle, "archivist"))
                        .orElseThrow(),
                true);
        var folder = Files.createTempDirectory(Files.createDirectories(data.resolve("temporary")), "demo")
                .resolve("样例");
        var truth = write(folder);
        var delivered = deliver(archivist, folder, truth);
        awaitReading(delivered, progress);
        var kept = new ArrayList<>(delivered.keySet());
        var lastOfPaper = kept.stream()
                .filter(batch -> batch.title().contains("业务"))
                .findFirst()
                .orElse(kept.getLast());
        kept.remove(lastOfPaper);
        for (var batch : kept) {
            workOn(archivist, batch, truth, delivered.getOrDefault(batch, ""));
        }
    }

    private Truth write(Path folder) throws IOException {
        var writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Djava.awt.headless=true",
                        "-cp",
                        libraries + "/*",
                        SampleMain.class.getName(),
                        folder.toString(),
                        SampleSize.DEMO.name())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("logs").resolve("demo.log").toFile())
                .start();
        try {
            if (writer.waitFor() != 0) {
                throw new IOException("the sample could not be written, see logs/demo.log");
            }
        } catch (InterruptedException stopping) {
            writer.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while writing the sample");
        }
        return Truth.beside(folder);
    }

    private UUID insuredPerson(Handle transaction) {
        var persons = new PersonRegister(KeyRing.open(data.resolve("keys")), doors.audit(), clock);
        var number = IdNumber.parse("990101197811110565").orElseThrow();
        return persons.register(transaction, Actor.SYSTEM, number, "李秀兰").id();
    }

    private DemoSignIn add(
            Handle transaction,
            String name,
            String displayName,
            Role role,
            Optional<UUID> department,
            Optional<UUID> person) {
        var password = password();
        doors.accounts()
                .add(
                        transaction,
                        Actor.SYSTEM,
                        new NewAccount(name, displayName, department, Set.of(role), person, Optional.of(password)));
        return new DemoSignIn(name, password, displayName);
    }

    private Map<Batch, String> deliver(SignedIn who, Path folder, Truth truth) throws IOException {
        Map<String, Batch> open = new LinkedHashMap<>();
        for (var file : truth.files()) {
            var station = file.path().substring(0, file.path().indexOf('/'));
            var batch = open.computeIfAbsent(
                    station,
                    title -> database.jdbi()
                            .inTransaction(transaction ->
                                    doors.batches().open(transaction, Optional.of(who), title, Source.COMMAND)));
            try (var in = Files.newInputStream(folder.resolve(file.path()))) {
                doors.intake()
                        .receive(
                                batch.id(),
                                Optional.of(who),
                                file.path().substring(station.length() + 1),
                                in,
                                Map.of());
            }
        }
        Map<Batch, String> delivered = new LinkedHashMap<>();
        open.forEach((station, batch) -> delivered.put(batch, station));
        return delivered;
    }

    private void awaitReading(Map<Batch, String> delivered, BiConsumer<Integer, Integer> progress) {
        var ids = delivered.keySet().stream().map(Batch::id).toList();
        while (true) {
            var all = database.jdbi()
                    .withHandle(handle -> doors.batches().progress(handle, ids))
                    .values();
            var settled = all.stream().mapToInt(Batches.Progress::settled).sum();
            var total = all.stream().mapToInt(Batches.Progress::total).sum();
            progress.accept(settled, total);
            if (settled == total) {
                return;
            }
            LockSupport.parkNanos(GLANCE);
        }
    }

    private void workOn(SignedIn archivist, Batch batch, Truth truth, String station) {
        var kinds = doors.rules().kinds();
        database.jdbi().useTransaction(transaction -> {
            var ids = doors.documents().queue(transaction, Optional.of(batch.id()), DocumentState.PROPOSED, 0, 1000);
            for (var document : doors.documents().all(transaction, ids)) {
                var file = doors.files()
                        .get(transaction, document.pages().getFirst().fileId());
                var corrections = corrections(document, truth.file(station + "/" + file.path()));
                doors.review().accept(transaction, archivist, document.id(), document.version(), corrections, kinds);
            }
            doors.filing().file(transaction, archivist, ids, kinds);
        });
    }

    /** What an archivist who knows the document would set right. */
    private static Map<Field, String> corrections(Document document, TruthFile truth) {
        var right = new EnumMap<Field, String>(Field.class);
        right.put(Field.TITLE, truth.title());
        right.put(Field.CATEGORY, truth.category().name());
        right.put(Field.RETENTION, truth.retention());
        right.put(Field.DATE, truth.date().toString());
        right.put(Field.YEAR, Integer.toString(truth.date().getYear()));
        Optional.ofNullable(truth.personName()).ifPresent(name -> right.put(Field.PERSON_NAME, name));
        right.put(Field.PERSON_ID, Optional.ofNullable(truth.idNumber()).orElse(""));
        right.entrySet().removeIf(entry -> document.value(entry.getKey()).equals(entry.getValue()));
        return right;
    }

    private static String password() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (var i = 0; i < 12; i++) {
            text.append(PASSWORD_LETTERS.charAt(random.nextInt(PASSWORD_LETTERS.length())));
        }
        return text.toString();
    }
}
