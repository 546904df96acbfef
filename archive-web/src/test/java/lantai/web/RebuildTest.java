package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditChain;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.DatabaseSettings;
import lantai.description.DescriptionEdit;
import lantai.description.RelationKind;
import lantai.description.Tie;
import lantai.ingest.job.JobKind;
import lantai.journal.Register;
import lantai.journal.RegisterJournal;
import lantai.journal.Segment;
import lantai.problem.Refused;
import lantai.rebuild.Difference;
import lantai.rebuild.Rebuild;
import lantai.rebuild.RebuildReport;
import lantai.record.Item;
import lantai.storage.FixityDigest;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive whose database is gone comes back from its objects, row by row; what was destroyed does not. */
class RebuildTest {
    /** Tables that hold work under way, or what is made again from elsewhere. A table that is neither here nor kept fails the test. */
    private static final Set<String> NOT_KEPT = Set.of(
            "flyway_schema_history",
            "register_change",
            "journal_head",
            "kept_register",
            "sign_in",
            "half_sign_in",
            "second_factor",
            "recovery_code",
            "scheduled_tasks",
            "outbox",
            "upload",
            "staged_object",
            "received_file",
            "document",
            "document_page",
            "document_undo",
            "separated_document",
            "item_transcript",
            "volume_undo",
            "bulk_edit",
            "bulk_edit_item",
            "catalogue_row",
            "catalogue_finding",
            "staged_item",
            "hooking",
            "scan_page",
            "scan_finding",
            "scan_replacement",
            "scan_sample",
            "scan_sample_page",
            "text_correction",
            "word_proposal",
            "stored_object",
            "stored_object_intake",
            "enciphered_file",
            "broken_copy",
            "condemned_object",
            "object_lock",
            "scrub",
            "scrub_finding",
            "backup_run");

    /** Tables whose rows stand in the objects of the records. */
    private static final Set<String> OF_RECORDS = Set.of(
            "item",
            "component",
            "item_page",
            "item_particular",
            "item_relation",
            "description_version",
            "catalogue_entry");

    @TempDir
    static Path data;

    static TestArchive archive;
    static SignedIn archivist;
    private static RegisterJournal journal;
    private static int databases;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        archivist = archive.person("archivist", Role.ARCHIVIST);
        journal = new RegisterJournal(
                archive.doors.database.jdbi(),
                archive.doors.store,
                data.resolve("temporary"),
                () -> Instant.parse("2026-11-23T02:00:00Z"),
                Duration.ZERO);
        journal.begin();
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    static Database empty() {
        var name = "rebuilt_" + ++databases;
        archive.doors.database.jdbi().useHandle(handle -> handle.execute("create database " + name));
        var settings = archive.database();
        var url = settings.url().replaceAll("/[^/]*$", "/" + name);
        return Database.open(new DatabaseSettings(url, settings.user(), settings.password(), 4));
    }

    static RebuildReport rebuild(Database database) throws IOException {
        return new Rebuild(database, archive.doors.store, new AuditTrail(archive.doors.clock)).run(_ -> {});
    }

    private static Map<String, List<String>> rows(Handle handle, Set<String> tables) {
        var hidden = new TreeMap<String, List<String>>();
        Register.all(handle).forEach(register -> hidden.put(register.name(), register.hidden()));
        // how it was judged is found out again, and so are the numbers of orders
        hidden.put("item", List.of("personal_rule"));
        var all = new LinkedHashMap<String, List<String>>();
        for (var table : tables) {
            all.put(
                    table,
                    handle.createQuery("select cast(to_jsonb(t) - :hidden as text) from " + table + " t order by 1")
                            .bindArray(
                                    "hidden",
                                    String.class,
                                    hidden.getOrDefault(table, List.of()).toArray())
                            .mapTo(String.class)
                            .list());
        }
        return all;
    }

    private static Set<String> kept(Handle handle) {
        var kept = new TreeSet<>(OF_RECORDS);
        Register.all(handle).forEach(register -> kept.add(register.name()));
        return kept;
    }

    private static void describe(Item item, String code, String value) throws IOException {
        archive.doors
                .database
                .jdbi()
                .useTransaction(transaction -> archive.doors.descriptions.change(
                        transaction,
                        archivist,
                        item.id(),
                        new DescriptionEdit(
                                archive.doors.items.get(transaction, item.id()).version(),
                                Map.of(code, value, "responsible", "样例中心", "date", "2025-03-04"),
                                "样例·改正")));
        write(item);
    }

    private static void write(Item item) throws IOException {
        archive.doors.handlers.get(JobKind.DESCRIBE_ITEM).run(item.id());
    }

    @Test
    void everyTableIsKeptOrSaysWhyNot() {
        archive.doors.database.jdbi().useHandle(handle -> {
            var tables =
                    new TreeSet<>(handle.createQuery("""
                            select table_name from information_schema.tables
                            where table_schema = current_schema() and table_type = 'BASE TABLE'
                            """).mapTo(String.class).list());
            tables.removeAll(NOT_KEPT);
            assertThat(tables).isEqualTo(kept(handle));
        });
    }

    @Test
    void everyRowComesBackFromTheObjectsAlone() throws Exception {
        var first = archive.file(archivist, "重建甲", 2025, "D30");
        var second = archive.file(archivist, "重建乙", 2024, "Y");
        describe(first, "scope", "第一次提要");
        describe(first, "scope", "第二次提要");
        archive.doors
                .database
                .jdbi()
                .useTransaction(transaction -> archive.doors.descriptions.relate(
                        transaction,
                        archivist,
                        second.id(),
                        archive.doors.items.get(transaction, second.id()).version(),
                        new Tie(RelationKind.REPLY, true, first.id()),
                        "样例·复文"));
        write(second);
        archive.doors.database.jdbi().useTransaction(RebuildTest::changeRegisters);
        var chain = new AuditChain(archive.doors.database.jdbi());
        for (var linked = chain.link(); linked > 0; linked = chain.link()) {
            assertThat(linked).isPositive();
        }
        journal.flush();

        try (var database = empty()) {
            var report = rebuild(database);
            assertThat(report.differences()).isEmpty();
            assertThat(report.items()).isGreaterThanOrEqualTo(2);
            assertThat(report.versions()).isGreaterThanOrEqualTo(3);
            database.jdbi()
                    .useHandle(again -> archive.doors.database.jdbi().useHandle(before -> {
                        var tables = kept(before);
                        var is = rows(again, tables);
                        is.get("audit_entry").removeIf(entry -> entry.contains("ARCHIVE_REBUILT"));
                        assertThat(is).isEqualTo(rows(before, tables));
                    }));
            assertThat(new AuditChain(database.jdbi()).firstBreak()).isEmpty();
            assertThat(new AuditChain(database.jdbi()).link()).isEqualTo(1);
            var versions = database.jdbi()
                    .withHandle(handle ->
                            archive.doors.descriptions.versions(handle, archive.doors.items.get(handle, first.id())));
            assertThat(versions).hasSize(3);
            assertThatExceptionOfType(Refused.class)
                    .as("a database with tables is not written over")
                    .isThrownBy(() -> rebuild(database));
            goOn(database);
        }
    }

    /** Rows that are put, changed and taken away again, with and without a key of their own. */
    private static void changeRegisters(Handle transaction) {
        var box = UUID.randomUUID();
        transaction.execute("insert into department (id, name) values (?, '样例一科')", UUID.randomUUID());
        transaction.execute("update department set name = '样例二科', disabled = true where name = '样例一科'");
        transaction.execute("""
                insert into box (id, code, fonds, category, code_class, year, retention, thickness, packed_by, packed_at)
                values (?, '样例盒', 'J057', 'YW', 'YW', 2025, 'D30', 20, '样例', now())
                """, box);
        var items = transaction
                .createQuery("select id from item order by reference_code limit 2")
                .mapTo(UUID.class)
                .list();
        for (var ordinal = 1; ordinal <= items.size(); ordinal++) {
            transaction.execute(
                    "insert into box_content (box_id, ordinal, item_id) values (?, ?, ?)",
                    box,
                    ordinal,
                    items.get(ordinal - 1));
        }
        transaction.execute("delete from box_content where ordinal = 2");
        transaction.execute("update box_content set ordinal = 7");
        transaction.execute("""
                insert into hold (id, cause, reason, owner_id, scope, placed_at, placed_by)
                select ?, 'LITIGATION', '样例', id, 'ITEMS', now(), '样例' from account limit 1
                """, UUID.randomUUID());
        transaction.execute("insert into hold_item select id, ? from hold", items.getFirst());
        transaction.execute(
                "insert into term_decision (item_id, kind, period, appraise_on, reason, decided_at, decided_by)"
                        + " values (?, 'EXTENSION', 'D50', date '2099-01-01', '样例', now(), '样例')",
                items.getFirst());
        transaction.execute("update item set appraise_on = date '2099-01-01' where id = ?", items.getFirst());
    }

    /** What was rebuilt is an archive again: counters do not give a number twice, and the journal goes on where it was. */
    private static void goOn(Database database) throws IOException {
        var before = archive.doors
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select max(id) from audit_entry")
                        .mapTo(Long.class)
                        .one());
        var after = database.jdbi()
                .withHandle(handle -> handle.createQuery("select max(id) from audit_entry")
                        .mapTo(Long.class)
                        .one());
        assertThat(after).isGreaterThan(before);
        var copy = new ArrayList<Path>();
        try (var files = Files.walk(data.resolve("objects"))) {
            files.forEach(copy::add);
        }
        var goingOn = new RegisterJournal(
                database.jdbi(), archive.doors.store, data.resolve("temporary"), archive.doors.clock, Duration.ZERO);
        assertThat(goingOn.begin()).as("the same schema needs no new epoch").isFalse();
        var head = archive.doors
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select number from journal_head")
                        .mapTo(Long.class)
                        .one());
        assertThat(goingOn.flush()).isPositive();
        assertThat(archive.doors.store.holds(Segment.objectId(head + 1))).isTrue();
        archive.doors.store.remove(Segment.objectId(head + 1));
    }

    @Test
    void whatWasDestroyedStaysSoAndWhatIsLostIsTold() throws Exception {
        var destroyed = archive.file(archivist, "已销毁", 2001, "D10");
        var lost = archive.file(archivist, "丢失", 2025, "D30");
        var garbled = archive.file(archivist, "读不懂", 2025, "D30");
        archive.doors.database.jdbi().useTransaction(transaction -> {
            var appraisal = UUID.randomUUID();
            var list = UUID.randomUUID();
            transaction.execute(
                    "insert into appraisal (id, title, state, opened_at, opened_by) values (?, '样例', 'CLOSED', now(), '样例')",
                    appraisal);
            transaction.execute("""
                    insert into destruction_list (id, number, appraisal_id, state, drawn_up_at, drawn_up_by)
                    values (?, '样例销毁', ?, 'EXECUTED', now(), '样例')
                    """, list, appraisal);
            archive.doors.items.erase(transaction, destroyed.id());
            transaction.execute("""
                    insert into tombstone (item_id, reference_code, fonds, category, kind_name, year, period, title, page_count,
                        reason, list_id, destroyed_at) values (?, ?, 'J057', 'YW', '', 2001, 'D10', '', 1, '样例', ?, now())
                    """, destroyed.id(), destroyed.referenceCode().text(), list);
        });
        journal.flush();
        var folder = archive.doors.store.folder(lost.objectId());
        var aside = data.resolve("aside");
        Files.move(folder, aside);
        var metadata = archive.stored(garbled, "metadata.json");
        var sound = Files.readAllBytes(metadata);
        Files.writeString(metadata, "{\"schema\": \"lantai-metadata-1\"}");
        try (var database = empty()) {
            assertThat(rebuild(database).differences())
                    .extracting(Difference::kind, Difference::subject)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(Difference.Kind.DESTROYED, destroyed.objectId()),
                            org.assertj.core.groups.Tuple.tuple(Difference.Kind.UNREADABLE, garbled.objectId()),
                            org.assertj.core.groups.Tuple.tuple(Difference.Kind.LOST, garbled.objectId()),
                            org.assertj.core.groups.Tuple.tuple(Difference.Kind.LOST, lost.objectId()));
            var again = database.jdbi().withHandle(handle -> archive.doors.items.find(handle, destroyed.id()));
            assertThat(again).isEmpty();
        } finally {
            assertThat(archive.doors.store.keys().holds(destroyed.objectId())).isFalse();
            Files.write(metadata, sound);
            Files.move(aside, folder);
            archive.doors.store.remove(destroyed.objectId());
        }
    }

    @Test
    void aJournalThatWasAlteredIsToldAndReadNoFurther() throws Exception {
        journal.flush();
        archive.doors
                .database
                .jdbi()
                .useTransaction(transaction ->
                        transaction.execute("insert into department (id, name) values (?, '样例三科')", UUID.randomUUID()));
        journal.flush();
        var last = archive.doors
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select number from journal_head")
                        .mapTo(Long.class)
                        .one());
        var changes = archive.doors.store.file(Segment.objectId(last), "changes.jsonl");
        var sound = Files.readString(changes);
        Files.writeString(changes, sound.replace("样例三科", "样例四科"));
        try (var database = empty()) {
            var report = rebuild(database);
            assertThat(report.differences())
                    .contains(
                            new Difference(Difference.Kind.JOURNAL_BROKEN, "segment " + last, "left out from here on"));
            var departments = database.jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "select count(*) from department where name in ('样例三科', '样例四科')")
                            .mapTo(Long.class)
                            .one());
            assertThat(departments).isZero();
        } finally {
            Files.writeString(changes, sound);
        }
    }

    @Test
    void aStrangerTakesEveryRecordOutWithoutThisProgram() throws Exception {
        var item = archive.file(archivist, "给外人看", 2025, "D30");
        var output = data.resolve("stranger");
        var python = new ProcessBuilder(
                        "python3",
                        "../docs/read-records.py",
                        data.resolve("objects").toString(),
                        output.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("stranger.log").toFile());
        assertThat(python.start().waitFor())
                .as(Files.readString(data.resolve("stranger.log")))
                .isZero();
        var masters = archive.doors
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select i.reference_code, c.ordinal, c.name, c.sha256 from component c join item i on i.id = c.item_id
                        """).mapToMap().list());
        assertThat(masters).isNotEmpty();
        for (var master : masters) {
            var file = output.resolve(String.valueOf(master.get("reference_code")))
                    .resolve("masters/%03d-%s".formatted((int) master.get("ordinal"), master.get("name")));
            assertThat(FixityDigest.of(file).sha256()).isEqualTo(master.get("sha256"));
        }

        var master = archive.doors.store.folder(item.objectId()).resolve("v1/content/masters/001-样例.txt");
        var sound = Files.readString(master);
        Files.writeString(master, sound + "!");
        try {
            assertThat(python.start().waitFor()).as("a changed byte is told").isEqualTo(1);
        } finally {
            Files.writeString(master, sound);
        }
    }
}
