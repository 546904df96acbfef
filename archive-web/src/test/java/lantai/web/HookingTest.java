package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Kept;
import lantai.access.Visibility;
import lantai.access.VisibleItems;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.ingest.filing.ItemParticular;
import lantai.ingest.filing.ItemParticulars;
import lantai.ingest.hooking.HookPlan;
import lantai.ingest.intake.Source;
import lantai.ingest.job.JobKind;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.Reading;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.ParticularDesk;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.Origin;
import lantai.record.ReferenceCode;
import org.assertj.core.groups.Tuple;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans find their entries by their names, become the next version of their objects, and what does not fit is told both ways. */
class HookingTest {
    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static Readers readers;
    private static SignedIn archivist;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        readers = new Readers(
                ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), data.resolve("temporary")));
        archivist = archive.person("archivist", Role.ARCHIVIST);
    }

    @AfterAll
    static void close() {
        readers.close();
        archive.close();
    }

    private static void catalogued(String table) throws IOException {
        var desk = archive.doors.catalogues.desk();
        var work = archive.doors.catalogues.work(readers);
        var id = desk.receive(archivist, "样例.csv", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        work.run(id);
        in(handle -> desk.check(handle, archivist, id));
        work.run(id);
        in(handle -> desk.apply(handle, archivist, id));
        work.run(id);
        archive.doors.catalogues.objects().write(100);
    }

    private static void in(java.util.function.Consumer<Handle> deed) {
        archive.doors.database.jdbi().useTransaction(deed::accept);
    }

    private static <T> T with(java.util.function.Function<Handle, T> question) {
        return archive.doors.database.jdbi().withHandle(question::apply);
    }

    private static Item item(String code) {
        return with(handle -> archive.doors.items.find(handle, new ReferenceCode(code)))
                .orElseThrow();
    }

    private static UUID batch(String... paths) throws IOException {
        var batch = archive.doors
                .database
                .jdbi()
                .inTransaction(transaction ->
                        archive.doors.batches.open(transaction, Optional.of(archivist), "样例扫描", Source.COMMAND));
        for (var path : paths) {
            var bytes = new ByteArrayInputStream(("样例 " + path).getBytes(StandardCharsets.UTF_8));
            var receipt = archive.doors.intake.receive(batch.id(), Optional.of(archivist), path, bytes, Map.of());
            Files.writeString(
                    Files.createDirectories(archive.doors.work.of(receipt.fileId()))
                            .resolve(Reading.TEXT),
                    "样例 " + path);
            in(transaction -> {
                transaction.createUpdate("""
                                update received_file set step = 'PROPOSED', mime = 'text/plain', puid = '',
                                    format_name = 'text' where id = :id
                                """).bind("id", receipt.fileId()).execute();
                archive.doors.documents.add(
                        transaction, batch.id(), Map.of(), List.of(new DocumentPage(1, receipt.fileId(), 0, 0)));
                transaction.execute("delete from scheduled_tasks");
            });
        }
        return batch.id();
    }

    private static List<Component> components(Item item) {
        return with(handle -> archive.doors.items.components(handle, item.id()));
    }

    private static HookPlan plan(UUID batch) {
        return with(handle -> archive.doors.hooking.plan(handle, batch));
    }

    private static void hook(UUID batch) throws IOException {
        in(handle -> archive.doors.hooking.order(handle, archivist, batch));
        archive.doors.hooking.run(batch);
        fileWhatWaits();
    }

    private static void fileWhatWaits() throws IOException {
        var filing = with(handle -> handle.createQuery("select id from document where state = 'FILING'")
                .mapTo(UUID.class)
                .list());
        for (var document : filing) {
            archive.doors.handlers.get(JobKind.FILE_DOCUMENT).run(document);
        }
    }

    @Test
    void namesInManyFormsLeadToTheirEntriesAndPagesComeInOrder() throws IOException {
        catalogued("""
                档号,题名,页数
                J057-WS·2020-D30-0001,样例·一,1
                J057-WS·2020-D30-0002,样例·二,3
                J057-WS·2020-D30-0003,样例·三,9
                J057-WS·2020-D30-0004,样例·四,
                J057-WS·2020-D30-0005,样例·没有图,
                """);
        var batch = batch(
                "盒1/J057-WS.2020-D30-0001.txt",
                "盒1/J057-WS·2020-D30-0002/10.txt",
                "盒1/J057-WS·2020-D30-0002/2.txt",
                "盒1/J057-WS·2020-D30-0002/1.txt",
                "j057_ws_2020_d30_0003-001.txt",
                "J057-WS•2020-D30-0003 (2).txt",
                "J057-WS·2020-D30-0004_1.txt",
                "J057-WS·2020-D30-0099.txt",
                "IMG_0001.txt");
        var plan = plan(batch);
        assertThat(plan.matches())
                .extracting(
                        HookPlan.Match::referenceCode, match -> match.pages().size(), HookPlan.Match::differs)
                .containsExactly(
                        Tuple.tuple("J057-WS·2020-D30-0001", 1, false),
                        Tuple.tuple("J057-WS·2020-D30-0002", 3, false),
                        Tuple.tuple("J057-WS·2020-D30-0003", 2, true),
                        Tuple.tuple("J057-WS·2020-D30-0004", 1, false));
        assertThat(plan.strays())
                .extracting(HookPlan.Stray::path, HookPlan.Stray::why)
                .containsExactly(
                        Tuple.tuple("IMG_0001.txt", HookPlan.Why.NO_ENTRY),
                        Tuple.tuple("J057-WS·2020-D30-0099.txt", HookPlan.Why.NO_ENTRY));
        assertThat(plan.without().first())
                .extracting(HookPlan.Entry::referenceCode)
                .contains("J057-WS·2020-D30-0005");

        var before = item("J057-WS·2020-D30-0002");
        assertThat(before.origin()).isEqualTo(Origin.PHYSICAL);
        assertThat(withoutFiles()).contains(before.id());
        hook(batch);
        var hooked = item("J057-WS·2020-D30-0002");
        assertThat(hooked.id()).isEqualTo(before.id());
        assertThat(hooked.objectVersion()).isEqualTo(2);
        assertThat(hooked.origin()).isEqualTo(Origin.BORN_DIGITAL);
        assertThat(withoutFiles())
                .doesNotContain(before.id())
                .contains(item("J057-WS·2020-D30-0005").id());
        assertThat(hooked.filedAt()).isEqualTo(before.filedAt());
        assertThat(components(hooked)).extracting(Component::name).containsExactly("1.txt", "2.txt", "10.txt");
        assertThat(archive.doors.store.validate(hooked.objectId())).isEmpty();
        assertThat(Files.readString(archive.doors.store.file(hooked.objectId(), "metadata.json")))
                .contains("\"origin\" : \"BORN_DIGITAL\"", "\"cataloguedPages\" : 3", "masters/003-10.txt", "样例·二");
        assertThat(plan(batch).matches()).isEmpty();
        assertThat(plan(batch).strays()).as("the rest stays under review").hasSize(2);
        assertThatThrownBy(() -> hook(batch)).hasMessageContaining("NOTHING_TO_HOOK");
        leftoverFindsItsEntry(batch);
        assertThat(plan(batch("J057-WS·2020-D30-0002.txt")).strays())
                .extracting(HookPlan.Stray::why)
                .containsExactly(HookPlan.Why.HOOKED_BEFORE);
    }

    @Test
    void whatAPersonSaidOfScansIsKeptWithTheEntryThatTheyBelongTo() throws IOException {
        catalogued("""
                档号,题名,页数
                J057-WS·2020-D30-0011,样例·两页,2
                """);
        var batch = batch("J057-WS·2020-D30-0011/1.txt", "J057-WS·2020-D30-0011/2.txt");
        said(batch, 1, Map.of("admission-day", "2020年3月2日"));
        said(batch, 2, Map.of("total", "100.50"));
        hook(batch);
        List<ItemParticular> told = with(handle -> new ItemParticulars()
                .of(handle, item("J057-WS·2020-D30-0011").id(), archive.doors.particulars.rules(handle)));
        assertThat(told)
                .extracting(ItemParticular::code, ItemParticular::value, ItemParticular::confirmed)
                .containsExactly(
                        Tuple.tuple("admission-day", "2020-03-02", true), Tuple.tuple("total", "100.50", true));
        assertThat(Files.readString(
                        archive.doors.store.file(item("J057-WS·2020-D30-0011").objectId(), "metadata.json")))
                .contains("2020-03-02", "100.50");
    }

    private static void said(UUID batch, int position, Map<String, String> values) {
        in(transaction -> {
            var document = archive.doors
                    .documents
                    .all(
                            transaction,
                            transaction
                                    .createQuery(
                                            "select id from document where batch_id = :batch order by position offset :at")
                                    .bind("batch", batch)
                                    .bind("at", position - 1)
                                    .mapTo(UUID.class)
                                    .list())
                    .getFirst();
            new ParticularDesk(archive.doors.documents, archive.doors.audit, archive.doors.clock)
                    .correct(
                            transaction,
                            archivist,
                            document.id(),
                            document.version(),
                            values,
                            archive.doors.particulars.rules(transaction));
        });
    }

    private static List<UUID> withoutFiles() {
        return with(handle -> new VisibleItems()
                .in(handle, new Visibility.All(), VisibleItems.Node.ALL.of(Kept.WITHOUT_FILES), "", 1000));
    }

    /** What names did not tell is told by a person: once, and only for an entry that still lacks its original. */
    private static void leftoverFindsItsEntry(UUID batch) throws IOException {
        var left = with(handle -> archive.doors.hooking.leftover(handle, 10, 10)).stream()
                .filter(one -> one.batch().equals(batch))
                .findFirst()
                .orElseThrow();
        assertThat(left.all()).isEqualTo(2);
        var stray = left.files().getFirst();
        assertThat(stray.path()).isEqualTo("IMG_0001.txt");
        var chosen = List.of(stray.document());
        assertThatThrownBy(() -> in(handle ->
                        archive.doors.hooking.assign(handle, archivist, batch, chosen, "J057-WS·2020-D30-9999")))
                .hasMessageContaining("NO_ENTRY");
        assertThatThrownBy(() -> in(handle ->
                        archive.doors.hooking.assign(handle, archivist, batch, chosen, "J057-WS·2020-D30-0001")))
                .hasMessageContaining("ENTRY_HOOKED");
        assertThatThrownBy(() -> in(handle ->
                        archive.doors.hooking.assign(handle, archivist, batch, List.of(), "J057-WS·2020-D30-0005")))
                .hasMessageContaining("NOT_UNDER_REVIEW");
        in(handle -> archive.doors.hooking.assign(handle, archivist, batch, chosen, "J057-WS.2020-D30-0005"));
        fileWhatWaits();
        assertThat(components(item("J057-WS·2020-D30-0005")))
                .extracting(Component::name)
                .containsExactly("IMG_0001.txt");
        assertThat(plan(batch).strays()).as("what nobody assigned").hasSize(1);
    }

    @Test
    void whatTheCheckBeforeFilingStopsGoesBackAndTheEntryStaysAsItWas() throws IOException {
        catalogued("""
                档号,题名
                J057-WS·2022-D30-0001,样例·丙
                """);
        var batch = batch("J057-WS·2022-D30-0001.txt");
        in(handle -> handle.execute("update item set title = '' where reference_code = 'J057-WS·2022-D30-0001'"));
        hook(batch);
        var entry = item("J057-WS·2022-D30-0001");
        assertThat(entry.objectVersion()).isEqualTo(1);
        assertThat(components(entry)).isEmpty();
        assertThat(archive.doors.store.validate(entry.objectId())).isEmpty();
        assertThat(archive.doors.store.paths(entry.objectId())).containsExactly("metadata.json");
        assertThat(plan(batch).matches())
                .as("to be hooked again once it is mended")
                .extracting(HookPlan.Match::referenceCode)
                .containsExactly("J057-WS·2022-D30-0001");
        in(handle -> handle.execute("update item set title = '样例·丙' where reference_code = 'J057-WS·2022-D30-0001'"));
        hook(batch);
        assertThat(item("J057-WS·2022-D30-0001").objectVersion()).isEqualTo(2);
        assertThat(components(entry)).hasSize(1);
    }

    @Test
    void hookingThatWasCutOffGoesOnWithWhatIsLeftAndFilesNothingTwice() throws IOException {
        catalogued("""
                档号,题名
                J057-WS·2021-D30-0001,样例·甲
                J057-WS·2021-D30-0002,样例·乙
                """);
        var batch = batch("J057-WS·2021-D30-0001.txt", "J057-WS·2021-D30-0002.txt");
        hook(batch);
        in(handle -> handle.execute("update hooking set state = 'ORDERED' where batch_id = ?", batch));
        archive.doors.hooking.run(batch);
        assertThat(with(handle -> archive.doors.hooking.progress(handle, batch))
                        .orElseThrow()
                        .working())
                .isFalse();
        assertThat(item("J057-WS·2021-D30-0001").objectVersion()).isEqualTo(2);
        assertThat(components(item("J057-WS·2021-D30-0001"))).hasSize(1);
    }
}
