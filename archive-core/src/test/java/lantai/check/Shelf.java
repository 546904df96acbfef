package lantai.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditChain;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.database.TestPeople;
import lantai.fonds.FondsRegister;
import lantai.key.SigningKey;
import lantai.policy.PolicyCentre;
import lantai.record.CodeGaps;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.record.ItemRegister;
import lantai.record.Origin;
import lantai.record.Privacy;
import lantai.record.ReferenceCode;
import lantai.record.ReferenceCodeRule;
import lantai.retention.RetentionPeriod;
import lantai.scheme.SchemePolicy;
import lantai.storage.ArchivalStore;
import lantai.storage.FixityDigest;

/** An archive for tests of the check: a real database and real objects, whole records that a test then breaks. */
final class Shelf implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    final Database database = TestDatabase.fresh();
    final ArchivalStore store;
    final SigningKey key;
    final PolicyCentre policies;
    final AuditTrail audit;
    final CodeGaps gaps;
    final ItemRegister items = new ItemRegister();
    final CheckDesk desk;
    final CheckWork work;
    final List<UUID> ordered = new ArrayList<>();
    final SignedIn archivist = TestPeople.person("archivist", Role.ARCHIVIST);
    /** What opening a file gives; files are taken for what is recorded unless a test says otherwise. */
    Contents contents = (_, component, _) -> opened(component);

    Judgement virus = Judgement.notRun("no-scanner");
    Judgement scanner = Judgement.notRun("no-scanner");
    Optional<Instant> backup = Optional.empty();

    final CheckDoors doors;
    private final Path folder;
    private int number;

    Shelf(Path folder) {
        this.folder = folder;
        store = ArchivalStore.open(folder.resolve("objects"), folder.resolve("work"));
        key = SigningKey.open(folder.resolve("keys"));
        InstantSource clock = () -> NOW;
        audit = new AuditTrail(clock);
        policies = new PolicyCentre(audit, clock, ZoneId.of("Asia/Shanghai"));
        gaps = new CodeGaps(audit, clock);
        doors = new CheckDoors(
                database.jdbi(),
                items,
                store,
                new FondsRegister(audit, clock),
                policies,
                gaps,
                (item, component, path) -> contents.open(item, component, path),
                new Viruses() {
                    @Override
                    public Judgement scan(Path file) {
                        return virus;
                    }

                    @Override
                    public Judgement fresh(Instant now, int days) {
                        return scanner;
                    }
                },
                () -> backup,
                key,
                said -> said.code() + said.values(),
                audit);
        desk = new CheckDesk(doors, (_, run) -> ordered.add(run), clock);
        work = new CheckWork(doors, clock);
        database.jdbi().useTransaction(transaction -> {
            CheckDesk.seed(transaction, policies);
            policies.seed(
                    transaction, ReferenceCodeRule.POLICY, resource(ReferenceCodeRule.class, "reference-codes.json"));
            policies.seed(
                    transaction,
                    "document-kinds",
                    "{\"kinds\":[{\"code\":\"notice\",\"link\":\"\"},{\"code\":\"unit-enrolment\",\"link\":\"GL 1.1\"}]}");
            new SchemePolicy(policies).seed(transaction);
            transaction.execute("""
                    insert into account (id, name, display_name, roles, password_hash, must_change_password, created_at)
                    values (?, 'archivist', '样例', array['ARCHIVIST'], '', false, now())
                    """, archivist.account().id());
        });
    }

    private static String resource(Class<?> owner, String name) {
        try (var in = owner.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Content opened(Component component) {
        return new Content(
                Content.State.OPENED,
                "",
                component.mime(),
                component.puid(),
                1,
                Optional.of(new Content.Drawn(1, "", "")),
                false,
                List.of(),
                Optional.of(List.of()));
    }

    UUID batch() {
        var id = UUID.randomUUID();
        database.jdbi()
                .useTransaction(transaction -> transaction.execute(
                        "insert into batch (id, title, source, created_at, state) values (?, '样例批次', 'COMMAND', now(), 'OPEN')",
                        id));
        return id;
    }

    /** What a record is made of; a test changes it before the record is laid on the shelf. */
    final class Draft {
        final UUID id = UUID.randomUUID();
        String title = "样例·关于医保经办的通知 " + ++number;
        String kind = "notice";
        String kindName = "通知";
        String documentNumber = "样例〔2025〕" + number + "号";
        int year = 2025;
        String code = "J057-WS·2025-D30-%04d".formatted(number);
        String retention = "D30";
        LocalDate dated = LocalDate.of(2025, 3, 1);
        String mime = "text/plain";
        String name = "通知.txt";
        String text = "样例正文 " + id;
        List<ItemPage> pages = List.of(new ItemPage(1, 1, 1, 0));
        Consumer<ObjectNode> metadata = _ -> {};
        String premis = premis(id, name);
        final Map<String, String> more = new java.util.LinkedHashMap<>();
        boolean received = true;

        Item item() {
            return new Item(
                    id,
                    new ReferenceCode(code),
                    "J057",
                    Category.WS,
                    kind,
                    kindName,
                    year,
                    RetentionPeriod.parse(retention).orElseThrow(),
                    title,
                    documentNumber,
                    "样例·医疗保障局",
                    Optional.ofNullable(dated),
                    Optional.empty(),
                    Optional.empty(),
                    new Privacy(false, 1),
                    Origin.UNKNOWN,
                    pages.size(),
                    Item.objectIdOf(id),
                    1,
                    NOW,
                    "archivist",
                    1);
        }
    }

    static String premis(UUID id, String name) {
        var object = "masters/001-" + name;
        return "<premis xmlns=\"http://www.loc.gov/premis/v3\" version=\"3.0\">"
                + event("ingestion", object, "2026-11-22T01:00:00Z")
                + event("format identification", object, "2026-11-22T02:00:00Z")
                + event("message digest calculation", object, "2026-11-22T01:00:00Z")
                + event("accession", "metadata.json", "2026-11-22T02:00:00Z") + "</premis>";
    }

    static String event(String type, String object, String at) {
        return "<event><eventType>" + type + "</eventType><eventDateTime>" + at
                + "</eventDateTime><linkingObjectIdentifier><linkingObjectIdentifierValue>" + object
                + "</linkingObjectIdentifierValue></linkingObjectIdentifier></event>";
    }

    Item file(UUID batch) {
        return file(batch, _ -> {});
    }

    /** Lays a record on the shelf: object, rows, audit. */
    Item file(UUID batch, Consumer<Draft> change) {
        var draft = new Draft();
        change.accept(draft);
        var item = draft.item();
        try {
            var master = write(draft.text);
            var component =
                    new Component(1, draft.name, FixityDigest.of(master), draft.mime, "x-fmt/111", "Plain Text File");
            var parts = new ArrayList<ArchivalStore.Part>();
            parts.add(new ArchivalStore.Part(master, component.path(), component.fixity()));
            add(parts, "metadata.json", metadata(item, component, draft));
            if (!draft.premis.isEmpty()) {
                add(parts, "premis.xml", draft.premis);
            }
            for (var more : draft.more.entrySet()) {
                add(parts, more.getKey(), more.getValue());
            }
            store.put(item.objectId(), parts, "filing", "archivist", NOW);
            database.jdbi().useTransaction(transaction -> {
                items.add(transaction, item, List.of(component), draft.pages);
                transaction.execute(
                        "insert into staged_object values (?, ?, ?, now()) on conflict do nothing",
                        component.fixity().sha256(),
                        component.fixity().sm3(),
                        component.fixity().size());
                var file = UUID.randomUUID();
                transaction.execute(
                        "insert into received_file (id, batch_id, path, sha256, size, step, seen_before, received_at, changed_at)"
                                + " values (?, ?, ?, ?, ?, 'PROPOSED', false, now(), now())",
                        file,
                        batch,
                        draft.id + draft.name,
                        component.fixity().sha256(),
                        component.fixity().size());
                transaction.execute(
                        "insert into document (id, batch_id, position, state, fields, reference_code, changed_at)"
                                + " values (?, ?, ?, 'FILED', '{}', ?, now())",
                        draft.id,
                        batch,
                        number,
                        draft.code);
                transaction.execute("insert into document_page values (?, 1, ?, 1, 0)", draft.id, file);
                transaction.execute(
                        "insert into code_sequence values (?, ?) on conflict (scope) do update set last = greatest(code_sequence.last, excluded.last)",
                        draft.code.replaceFirst("\\d+$", ""),
                        Integer.parseInt(draft.code.replaceFirst("^.*-", "")));
                if (draft.received) {
                    audit.record(
                            transaction,
                            archivist.actor(),
                            AuditAction.FILE_RECEIVED,
                            Subject.of("file", file),
                            Map.of());
                }
                audit.record(
                        transaction,
                        archivist.actor(),
                        AuditAction.DOCUMENT_ACCEPTED,
                        Subject.of("document", draft.id),
                        Map.of());
                audit.record(transaction, Actor.SYSTEM, AuditAction.ITEM_FILED, Subject.of("item", draft.id), Map.of());
            });
            return item;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String metadata(Item item, Component component, Draft draft) throws IOException {
        var node = JSON.createObjectNode();
        node.put("schema", "lantai-metadata-1").put("id", item.id().toString());
        ItemValues.of(item).forEach(node::put);
        node.put("year", item.year());
        node.putObject("environment").put("system", "Lantai 样例");
        var file = node.putArray("components").addObject();
        file.put("path", component.path());
        file.put("sha256", component.fixity().sha256())
                .put("sm3", component.fixity().sm3());
        var pages = node.putArray("pages");
        draft.pages.forEach(page -> pages.addObject().put("number", page.number()));
        draft.metadata.accept(node);
        return JSON.writeValueAsString(node);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "part", ""), text);
    }

    private void add(List<ArchivalStore.Part> parts, String path, String text) throws IOException {
        var file = write(text);
        parts.add(new ArchivalStore.Part(file, path, FixityDigest.of(file)));
    }

    /** Orders a check and carries it out. */
    ReportContent check(Stage stage, Target target) {
        return check(stage, target, CheckRun.Declared.NOTHING);
    }

    ReportContent check(Stage stage, Target target, CheckRun.Declared declared) {
        var run = database.jdbi()
                .inTransaction(transaction ->
                        desk.order(transaction, archivist, new CheckDesk.Order(stage, target, "样例", declared)));
        return content(carryOut(run.id()));
    }

    UUID carryOut(UUID run) {
        try {
            var chain = new AuditChain(database.jdbi());
            while (chain.link() > 0) {}
            work.run(run);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return database.jdbi()
                .withHandle(handle -> desk.run(handle, run))
                .report()
                .orElseThrow();
    }

    ReportContent content(UUID report) {
        return database.jdbi().withHandle(handle -> desk.reports().content(handle, report));
    }

    /** {@return the numbers of the items that failed} */
    static Set<String> failed(ReportContent content) {
        return content.lines().stream()
                .filter(line -> line.result() == Outcome.FAILED)
                .map(ReportContent.Line::rule)
                .collect(Collectors.toCollection(HashSet::new));
    }

    static Outcome result(ReportContent content, Rule rule) {
        return content.lines().stream()
                .filter(line -> line.rule().equals(rule.number()))
                .findFirst()
                .orElseThrow()
                .result();
    }

    void sql(String statement, Object... values) {
        database.jdbi().useTransaction(transaction -> transaction.execute(statement, values));
    }

    @Override
    public void close() {
        database.close();
    }
}
