package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.check.CheckDoors;
import lantai.check.CheckWork;
import lantai.check.Content;
import lantai.check.Verdict;
import lantai.description.DescriptionEdit;
import lantai.description.ElementType;
import lantai.disposal.Chosen;
import lantai.disposal.Decision;
import lantai.exchange.BagWriter;
import lantai.exchange.FolderSink;
import lantai.exchange.Inbound;
import lantai.exchange.ItemExport;
import lantai.hold.HoldCause;
import lantai.hold.HoldScope;
import lantai.hold.NewHold;
import lantai.ingest.job.JobKind;
import lantai.problem.ArchiveException;
import lantai.record.Component;
import lantai.record.Item;
import lantai.removal.Condemned;
import lantai.removal.Hindrance;
import lantai.storage.FixityDigest;
import lantai.transfer.Answer;
import lantai.transfer.CandidateFilter;
import lantai.transfer.CustodyRegister;
import lantai.transfer.OpenOpinion;
import lantai.transfer.Receipt;
import lantai.transfer.Selected;
import lantai.transfer.TransferEntry;
import lantai.transfer.TransferList;
import lantai.transfer.TransferState;
import lantai.transfer.TransferTrace;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the choice to the receipt, with a real database and real objects, and the wrong ways on it. */
class TransferTest {
    @TempDir
    private static Path data;

    static TestArchive archive;
    private static Transfers transfers;
    private static SignedIn archivist;
    private static SignedIn reviewer;
    private static SignedIn leader;
    private static int texts;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        transfers = new Transfers(archive.doors, archive.signIns, data);
        archivist = archive.person("archivist", Role.ARCHIVIST);
        reviewer = archive.person("reviewer", Role.REVIEWER);
        leader = archive.person("leader", Role.LEADER);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void aTransferGoesItsWholeWayAndCustodyPasses() throws IOException {
        var one = filed("甲");
        var two = filed("乙");
        var list = handedOver(List.of(one, two));
        var folder = data.resolve("transfers").resolve(get(list).number());
        layoutIsWhole(folder, list);

        var receipt = take(list, csv(list, "接收", ""), "回执.csv");
        assertThat(receipt.findings()).isEmpty();
        assertThat(receipt.applied()).isTrue();
        assertThat(get(list).state()).isEqualTo(TransferState.RECEIPTED);
        var custody = with(handle -> new CustodyRegister().of(handle, one.id())).orElseThrow();
        assertThat(custody.archive()).isEqualTo("样例市国家档案馆");
        assertThat(custody.on()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(custody.number()).isEqualTo(get(list).number());

        archive.doors.handlers.get(JobKind.DESCRIBE_ITEM).run(one.id());
        archive.doors.handlers.get(JobKind.DESCRIBE_ITEM).run(one.id());
        var metadata = new ObjectMapper()
                .readTree(archive.doors
                        .store
                        .file(one.objectId(), "metadata.json")
                        .toFile());
        assertThat(metadata.at("/custody/list").asText()).isEqualTo(get(list).number());
        var events = Files.readString(archive.doors.store.file(one.objectId(), "premis.xml"));
        assertThat(events.split("<eventType>transfer</eventType>", -1)).hasSize(2);

        Item there = with(handle -> archive.doors.items.get(handle, one.id()));
        assertThat(there.title()).isEqualTo(one.title());
        var blocked = with(handle -> Disposal.obstacles(archive.doors).getLast().against(handle, Set.of(one.id())));
        assertThat(blocked.get(one.id())).extracting(Hindrance::code).containsExactly("transferred");
        assertThat(archive.doors.store.holds("urn:lantai:transfer-list:" + list))
                .isTrue();
        assertThat(archive.doors.store.holds(receipt.objectId())).isTrue();
        refused("NOTHING_CHOSEN", () -> drawnUp(List.of(one)));
    }

    /** Everything is read again by means of its own: digests by the list that lies there, packages as XML. */
    private static void layoutIsWhole(Path folder, UUID list) throws IOException {
        List<String> there;
        try (var walk = Files.walk(folder)) {
            there = walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
        assertThat(there)
                .contains(
                        "说明文件.TXT",
                        "文件目录.XML",
                        "其他/电子文件封装包-DA-T48-2009.xsd",
                        "其他/命名规则.txt",
                        "其他/四性检测报告.json",
                        "其他/电子档案移交与接收登记表.pdf",
                        "其他/电子档案移交与接收登记表.xlsx",
                        "其他/移交档案目录.pdf",
                        "其他/移交接收回执.xlsx")
                .filteredOn(name -> name.startsWith("电子档案/2001/YW/J057-ZY_"))
                .hasSize(2);
        var named = new ArrayList<String>();
        for (var line : Files.readAllLines(folder.resolve("其他/数字摘要清单-SM3.txt"))) {
            named.add(line.substring(66));
            assertThat(FixityDigest.of(folder.resolve(line.substring(66))).sm3())
                    .as(line)
                    .isEqualTo(line.substring(0, 64));
        }
        assertThat(there.stream().filter(name -> !named.contains(name)))
                .containsExactlyInAnyOrder("其他/数字摘要清单-SM3.txt", "其他/电子档案移交与接收登记表.pdf", "其他/电子档案移交与接收登记表.xlsx");
        var bundle = get(list).bundle().orElseThrow();
        assertThat(FixityDigest.of(folder.resolve("其他/数字摘要清单-SM3.txt")).sm3())
                .isEqualTo(bundle.fixity().sm3());
        assertThat(bundle.files()).isEqualTo(there.size());
        var catalogue = Files.readString(folder.resolve("文件目录.XML"));
        for (var entry : entries(list)) {
            var packed = entry.packed().orElseThrow();
            assertThat(FixityDigest.of(folder.resolve(packed.path()))).isEqualTo(packed.fixity());
            assertThat(catalogue).contains("<档号>" + entry.referenceCode() + "</档号>", packed.path());
            assertThat(Files.readString(folder.resolve(packed.path())))
                    .contains("<附注>档号：" + entry.referenceCode() + "</附注>", "<业务行为>移交批准</业务行为>");
        }
    }

    @Test
    void whatWasHandedOverComesIntoASecondArchiveWithTheSameBytesAndTheSameDescription(@TempDir Path elsewhere)
            throws Exception {
        var item = filed("往返");
        var words = new TreeMap<>(Map.of("date", "2001-03-01"));
        use(handle -> {
            for (var demand : archive.doors.descriptions.demands(handle, item)) {
                if (demand.isWritten()
                        && demand.element().type() == ElementType.TEXT
                        && !demand.element().code().equals("title")) {
                    words.put(demand.element().code(), "样例·" + demand.element().name() + "一");
                }
            }
            archive.doors.descriptions.change(
                    handle, archivist, item.id(), new DescriptionEdit(item.version(), words, "样例·著录"));
        });
        assertThat(words).hasSizeGreaterThan(4);
        archive.doors.handlers.get(JobKind.DESCRIBE_ITEM).run(item.id());
        var folder =
                data.resolve("transfers").resolve(get(packed(List.of(item))).number());
        var bag = elsewhere.resolve("样例包");
        new ItemExport(archive.doors.store, archive.doors.clock, Doors.ZONE)
                .write(ItemExport.Form.BAGIT, List.of(item), "样例局", new FolderSink(bag));
        try (var second = TestArchive.open(Files.createDirectory(elsewhere.resolve("second")))) {
            var there = second.person("archivist", Role.ARCHIVIST);
            for (var root : List.of(folder, bag)) {
                try (var inbound = Inbound.open(root, elsewhere).orElseThrow()) {
                    assertThat(inbound.check().issues()).isEmpty();
                    var taken = second.take(there, inbound.name(), inbound.files());
                    assertThat(taken).hasSize(1);
                    assertThat(second.sha256(taken.getFirst().id())).isEqualTo(archive.sha256(item.id()));
                    assertThat(said(second, taken.getFirst().id()))
                            .as(root.toString())
                            .containsAllEntriesOf(said(archive, item.id()));
                }
            }
        }
        var eep = folder.resolve("电子档案");
        try (var files = Files.walk(eep)) {
            var one = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.writeString(one, Files.readString(one).replace("<题名>样例", "<题名>樣例"));
        }
        try (var inbound = Inbound.open(folder, elsewhere).orElseThrow()) {
            assertThat(inbound.check().errors())
                    .extracting(issue -> issue.code())
                    .containsExactlyInAnyOrder("EEP_SIGNATURE", "DIGEST_DIFFERS");
        }
    }

    @Test
    void theFilesOfOneRecordOfABagBecomeOneRecordAgainInTheirOrder(@TempDir Path elsewhere) throws IOException {
        var bag = elsewhere.resolve("样例两件");
        var writer = new BagWriter(new FolderSink(bag));
        var description = """
                {"schema": "lantai-metadata-1", "category": "WS", "year": 2001, "retention": "Y", "title": "样例·两个文件",
                 "elements": [{"element": "scope", "value": "样例摘要"}],
                 "components": [{"path": "masters/001-b.txt", "name": "b.txt"}, {"path": "masters/002-a.txt", "name": "a.txt"}]}
                """;
        for (var file : Map.of(
                        "one/metadata.json", description, "one/masters/001-b.txt", "先", "one/masters/002-a.txt", "后")
                .entrySet()) {
            writer.put(file.getKey(), new ByteArrayInputStream(file.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        writer.finish(Map.of());
        try (var inbound = Inbound.open(bag, elsewhere).orElseThrow()) {
            var backwards = inbound.files().reversed();
            var taken = archive.take(archivist, inbound.name(), backwards);
            assertThat(taken).hasSize(1);
            assertThat(taken.getFirst().title()).isEqualTo("样例·两个文件");
            List<Component> components = with(handle ->
                    archive.doors.items.components(handle, taken.getFirst().id()));
            assertThat(components).extracting(component -> component.name()).containsExactly("b.txt", "a.txt");
            assertThat(said(archive, taken.getFirst().id())).containsEntry("scope", "样例摘要");
        }
    }

    /** What an archive says of a record, but for what each archive gives or finds out by itself. */
    private static Map<String, String> said(TestArchive where, UUID id) {
        return where.doors.database.jdbi().withHandle(handle -> {
            var item = where.doors.items.get(handle, id);
            var said = new TreeMap<>(
                    where.doors.descriptions.whole(handle, item, where.doors.items.components(handle, id)));
            said.keySet()
                    .removeAll(Set.of("reference-code", "described-by", "described-on", "file-format", "page-count"));
            return said;
        });
    }

    @Test
    @SaysNothingOfBytes
    void nobodyApprovesWhatHeSubmittedAndNothingIsPackedUnapproved() throws IOException {
        var list = checked(List.of(filed("二人")));
        refused("SUBMITTER_CANNOT_APPROVE", () -> approve(list, archivist, TestArchive.PASSWORD));
        refused("PASSWORD_WRONG", () -> approve(list, leader, "not mine"));
        refused("NOT_NOW", () -> pack(list));
        approve(list, leader, TestArchive.PASSWORD);
        assertThat(get(list).state()).isEqualTo(TransferState.APPROVED);
    }

    @Test
    @SaysNothingOfBytes
    void everyRecordNeedsAnOpinionAndAReason() {
        var items = List.of(filed("意见一"), filed("意见二"));
        var list = drawnUp(items);
        use(handle -> transfers
                .doors
                .drawing()
                .decide(handle, archivist, list, List.of(items.getFirst().id()), OpenOpinion.OPEN, "可以开放"));
        refused("OPINIONS_MISSING", () -> submit(list));
        refused(
                "REASON_UNTRUE",
                () -> use(handle -> transfers
                        .doors
                        .drawing()
                        .decide(
                                handle,
                                archivist,
                                list,
                                List.of(items.getLast().id()),
                                OpenOpinion.OPEN,
                                "形成已满二十五年，没有应当限制的内容")));
        use(handle -> transfers.doors.drawing().decide(handle, archivist, list, List.of(), OpenOpinion.OPEN, "可以开放"));
        refused("OPINIONS_MISSING", () -> submit(list));
        refused(
                "REASON_MISSING",
                () -> use(handle -> transfers
                        .doors
                        .drawing()
                        .decide(handle, archivist, list, List.of(), OpenOpinion.CONTROLLED, "  ")));
        decide(list);
        assertThat(entries(list))
                .extracting(entry -> entry.opinion().orElseThrow().opinion())
                .containsExactlyInAnyOrder(OpenOpinion.OPEN, OpenOpinion.CONTROLLED);
        submit(list);
        refused("NOT_NOW", () -> decide(list));
    }

    @Test
    @SaysNothingOfBytes
    void aHoldKeepsARecordInTheHouse() throws IOException {
        var item = filed("冻结");
        var list = drawnUp(List.of(item));
        decide(list);
        var hold = hold(item);
        refused("ITEM_BLOCKED", () -> submit(list));
        release(hold);
        var packed = packed(List.of(filed("后冻结")));
        var late = entries(packed).getFirst().item();
        Item held = with(handle -> archive.doors.items.get(handle, late));
        hold(held);
        refused("ITEM_BLOCKED", () -> handOver(packed));
        assertThat(get(packed).state()).isEqualTo(TransferState.PACKED);
    }

    @Test
    @SaysNothingOfBytes
    void aReceiptThatDoesNotFitChangesNothingAndIsKept() throws IOException {
        var items = List.of(filed("回执一"), filed("回执二"));
        var list = handedOver(items);
        var wrong = csv(list, "接收", "")
                .replace(
                        entries(list).getFirst().packed().orElseThrow().fixity().sm3(), "0".repeat(64));
        var kept = take(list, wrong, "错.csv");
        assertThat(kept.applied()).isFalse();
        assertThat(kept.findings()).extracting(finding -> finding.code()).containsExactly("digest-differs");
        assertThat(get(list).state()).isEqualTo(TransferState.HANDED_OVER);
        assertThat(entries(list)).allSatisfy(entry -> assertThat(entry.answer()).isEqualTo(Answer.PENDING));
        Path file = with(handle -> transfers.doors.receipts().file(handle, list, kept.id()));
        assertThat(Files.readString(file)).isEqualTo(wrong);

        var right = csv(list, "接收", "").lines().collect(Collectors.toCollection(ArrayList::new));
        right.set(2, right.get(2).replace("接收,", "退回,载体读不出"));
        var taken = take(list, String.join("\n", right).getBytes(Charset.forName("GB18030")), "回执.csv");
        assertThat(taken.findings()).isEmpty();
        assertThat(taken.accepted()).isEqualTo(1);
        assertThat(taken.refused()).isEqualTo(1);
        var entries = entries(list);
        assertThat(entries.getLast().answer()).isEqualTo(Answer.REFUSED);
        assertThat(entries.getLast().remark()).isEqualTo("载体读不出");
        List<Receipt> receipts = with(handle -> transfers.doors.receipts().receipts(handle, list));
        assertThat(receipts).hasSize(2);
        Item back =
                with(handle -> archive.doors.items.get(handle, entries.getLast().item()));
        var again = drawnUp(List.of(back));
        assertThat(entries(again)).hasSize(1);
        refused("NOT_NOW", () -> take(list, csv(list, "接收", ""), "回执.csv"));
    }

    @Test
    @SaysNothingOfBytes
    void aRecordChangedAfterTheApprovalDoesNotGoOutUnderIt() throws IOException {
        var item = filed("改");
        var list = checked(List.of(item));
        approve(list, leader, TestArchive.PASSWORD);
        use(handle -> handle.createUpdate("update item set title = '样例·改过', version = version + 1 where id = :id")
                .bind("id", item.id())
                .execute());
        refused("LIST_CHANGED", () -> pack(list));
        use(handle -> transfers.doors.desk().sendBack(handle, leader, list, "题名改过"));
        assertThat(get(list).state()).isEqualTo(TransferState.DRAFT);
        submit(list);
        assertThat(entries(list).getFirst().title()).isEqualTo("样例·改过");
    }

    @Test
    @SaysNothingOfBytes
    void editsAndPackingAtOnceNeverSendOutWhatNobodyApproved() throws Exception {
        var items = new ArrayList<Item>();
        for (var i = 0; i < 50; i++) {
            items.add(filed("同时"));
        }
        var list = checked(items);
        approve(list, leader, TestArchive.PASSWORD);
        pack(list);
        var start = new CountDownLatch(1);
        var editors = items.stream()
                .map(item -> Thread.ofPlatform().start(() -> {
                    try {
                        start.await();
                        with(handle -> archive.doors.descriptions.change(
                                handle,
                                archivist,
                                item.id(),
                                new DescriptionEdit(
                                        item.version(),
                                        Map.of("scope", "同时改过", "responsible", "样例中心", "date", "2001-03-04"),
                                        "样例")));
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        start.countDown();
        transfers.work.run(list);
        for (var editor : editors) {
            editor.join();
        }
        var folder = data.resolve("transfers").resolve(get(list).number());
        if (get(list).state() == TransferState.PACKED) {
            try (var files = Files.walk(folder)) {
                assertThat(files.filter(file -> file.toString().endsWith(".xml")))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("同时改过"));
            }
        } else {
            assertThat(get(list).state()).isEqualTo(TransferState.APPROVED);
            assertThat(get(list).remark()).contains("改过");
            assertThat(folder).doesNotExist();
        }
        for (var item : items) {
            long version =
                    with(handle -> archive.doors.items.get(handle, item.id()).version());
            assertThat(version).as("each edit is kept").isGreaterThan(item.version());
        }
    }

    @Test
    void aDamagedMasterIsNotPackedAndTheReasonIsTold() throws IOException {
        var item = filed("坏");
        var list = checked(List.of(item));
        approve(list, leader, TestArchive.PASSWORD);
        pack(list);
        var component = with(handle -> archive.doors.items.components(handle, item.id()))
                .getFirst();
        Files.writeString(archive.stored(item, component.path()), "改过");
        transfers.work.run(list);
        assertThat(get(list).state()).isEqualTo(TransferState.APPROVED);
        assertThat(get(list).remark()).contains("数字摘要不同", item.referenceCode().text());
        assertThat(data.resolve("transfers").resolve(get(list).number())).doesNotExist();
    }

    @Test
    @SaysNothingOfBytes
    void aCheckThatFailsMakesTheListADraftAgain() throws IOException {
        var item = filed("不合格");
        var list = drawnUp(List.of(item));
        decide(list);
        submit(list);
        check(list, Content.State.DAMAGED);
        assertThat(get(list).state()).isEqualTo(TransferState.DRAFT);
        var report =
                with(handle -> transfers.doors.desk().report(handle, get(list))).orElseThrow();
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.number()).startsWith("SX-YJ-");
    }

    @Test
    @SaysNothingOfBytes
    void packingThatWasCutOffBeginsAnewAndOneThatWasGivenUpEnds() throws IOException {
        var list = checked(List.of(filed("断")));
        approve(list, leader, TestArchive.PASSWORD);
        pack(list);
        var half = Files.createDirectories(
                data.resolve("transfers").resolve("." + get(list).number()));
        Files.writeString(half.resolve("half.xml"), "<half");
        transfers.work.run(list);
        assertThat(get(list).state()).isEqualTo(TransferState.PACKED);
        assertThat(get(list).packed()).isEqualTo(1);
        assertThat(half).doesNotExist();

        var other = checked(List.of(filed("弃")));
        approve(other, leader, TestArchive.PASSWORD);
        pack(other);
        use(handle -> transfers.doors.desk().cancel(handle, archivist, other));
        transfers.work.run(other);
        assertThat(get(other).state()).isEqualTo(TransferState.CANCELLED);
        assertThat(data.resolve("transfers").resolve(get(other).number())).doesNotExist();
    }

    @Test
    void aPackageGoesWithItsListAndWithItsRecord() throws IOException {
        var item = filed("撤");
        var list = packed(List.of(item));
        var folder = data.resolve("transfers").resolve(get(list).number());
        var eep = folder.resolve(entries(list).getFirst().packed().orElseThrow().path());
        assertThat(eep).exists();
        var trace = new TransferTrace(data.resolve("transfers"));
        var condemned = new Condemned(item.id(), item.objectId(), List.of());
        List<String> names = with(handle -> trace.forget(handle, condemned));
        trace.remove(condemned, names);
        trace.remove(condemned, names);
        assertThat(eep).doesNotExist();
        use(handle -> transfers.doors.desk().cancel(handle, archivist, list));
        transfers.work.run(list);
        assertThat(folder).doesNotExist();
    }

    @Test
    @SaysNothingOfBytes
    void aListTellsHowManyOfItsRecordsAreNotDue() {
        var due = archive.file(archivist, "到期 " + ++texts, 1999, "Y");
        var young = archive.file(archivist, "未满 " + ++texts, 2025, "Y");
        var other = archive.file(archivist, "短期 " + ++texts, 1999, "D10");
        var list = with(handle -> transfers
                .doors
                .drawing()
                .drawUp(
                        handle,
                        archivist,
                        "样例",
                        new TransferList.Archive("样例馆", ""),
                        new Selected.These(List.of(due.id(), young.id(), other.id()))));
        long early = with(handle -> transfers.doors.candidates().early(handle, list));
        assertThat(early).isEqualTo(2);
        var rule = with(handle -> transfers.doors.rules().rule(handle));
        assertThat(rule.isDue(2005, "Y", 2005 + rule.years())).isFalse();
        assertThat(rule.isDue(2005, "Y", 2006 + rule.years())).isTrue();
        assertThat(rule.dueFrom(1999, "D10"))
                .as("such terms are not handed over")
                .isEmpty();
        use(handle -> transfers.doors.desk().cancel(handle, archivist, list));
    }

    @Test
    @SaysNothingOfBytes
    void candidatesComeFromAppraisalFromTheRuleAndFromTheCatalogue() {
        var kept = archive.file(archivist, "永久 " + ++texts, 1999, "Y");
        var due = archive.file(archivist, "到期 " + ++texts, 2012, "D10");
        assertThat(candidates(CandidateFilter.of(CandidateFilter.Source.DUE)))
                .contains(kept.id())
                .doesNotContain(due.id());
        assertThat(candidates(CandidateFilter.of(CandidateFilter.Source.APPRAISED)))
                .doesNotContain(due.id());
        var disposal = new Disposal(archive.doors, archive.signIns, data).doors;
        use(handle -> {
            var task = disposal.board()
                    .open(
                            handle,
                            archivist.actor(),
                            "样例鉴定",
                            Set.of(
                                    archivist.account().id(),
                                    reviewer.account().id(),
                                    leader.account().id()),
                            new Chosen.These(List.of(due.id())))
                    .id();
            disposal.board().decide(handle, archivist.actor(), task, List.of(due.id()), new Decision.Transfer("移交进馆"));
            Agreement.of(disposal, handle, task, archivist, reviewer, leader);
            disposal.conclusion().conclude(handle, archivist.actor(), task);
        });
        assertThat(candidates(CandidateFilter.of(CandidateFilter.Source.APPRAISED)))
                .containsExactly(due.id());
        var narrow = new CandidateFilter(
                CandidateFilter.Source.CATALOGUE, "J057", "YW", "Y", Optional.of(1999), Optional.of(1999));
        assertThat(candidates(narrow)).containsExactly(kept.id());
        var list = with(handle -> transfers
                .doors
                .drawing()
                .drawUp(handle, archivist, "样例", new TransferList.Archive("样例馆", "x"), new Selected.All(narrow)));
        assertThat(entries(list)).extracting(TransferEntry::item).containsExactly(kept.id());
        assertThat(candidates(narrow)).isEmpty();
        use(handle -> transfers.doors.drawing().strike(handle, archivist, list, kept.id()));
        assertThat(candidates(narrow)).containsExactly(kept.id());
        refused("LIST_EMPTY", () -> submit(list));
    }

    private static List<UUID> candidates(CandidateFilter filter) {
        return with(handle -> transfers.doors.candidates().page(handle, filter, 0, 500)).stream()
                .map(candidate -> candidate.id())
                .toList();
    }

    private static Item filed(String text) {
        texts++;
        return archive.file(archivist, text + " " + texts, 2001, "Y");
    }

    private static UUID drawnUp(List<Item> items) {
        return with(handle -> transfers
                .doors
                .drawing()
                .drawUp(
                        handle,
                        archivist,
                        "样例移交",
                        new TransferList.Archive("样例市国家档案馆", "990101"),
                        new Selected.These(items.stream().map(Item::id).toList())));
    }

    private static void decide(UUID list) {
        use(handle ->
                transfers.doors.drawing().decide(handle, archivist, list, List.of(), OpenOpinion.CONTROLLED, "含个人信息"));
    }

    private static void submit(UUID list) {
        use(handle -> transfers.doors.desk().submit(handle, archivist, list));
    }

    private static UUID checked(List<Item> items) throws IOException {
        var list = drawnUp(items);
        decide(list);
        submit(list);
        check(list, Content.State.OPENED);
        assertThat(get(list).state()).isEqualTo(TransferState.CHECKED);
        return list;
    }

    /** Carries the check out; there are no reader processes in this test, so what opening a file gives is said here. */
    private static void check(UUID list, Content.State opened) throws IOException {
        var doors = archive.doors.check;
        var run = get(list).check().run().orElseThrow();
        new CheckWork(
                        new CheckDoors(
                                doors.jdbi(),
                                doors.items(),
                                doors.store(),
                                doors.fonds(),
                                doors.policies(),
                                doors.gaps(),
                                (_, component, _) -> new Content(
                                        opened,
                                        "",
                                        component.mime(),
                                        component.puid(),
                                        1,
                                        Optional.of(new Content.Drawn(1, "", "")),
                                        false,
                                        List.of(),
                                        Optional.of(List.of())),
                                doors.viruses(),
                                doors.backups(),
                                doors.key(),
                                doors.words(),
                                doors.audit()),
                        archive.doors.clock)
                .run(run);
        transfers.check(run);
    }

    private static void approve(UUID list, SignedIn who, String password) {
        use(handle -> transfers.doors.desk().approve(handle, who, list, password, "here"));
    }

    private static void pack(UUID list) {
        use(handle -> transfers.doors.desk().pack(handle, archivist, list, new TransferList.Carrier("", "")));
    }

    private static UUID packed(List<Item> items) throws IOException {
        var list = checked(items);
        approve(list, leader, TestArchive.PASSWORD);
        pack(list);
        transfers.work.run(list);
        assertThat(get(list).remark()).isEmpty();
        assertThat(get(list).state()).isEqualTo(TransferState.PACKED);
        return list;
    }

    private static void handOver(UUID list) {
        use(handle -> {
            try {
                transfers
                        .doors
                        .receipts()
                        .handOver(
                                handle,
                                archivist,
                                list,
                                new TransferList.HandOver(LocalDate.of(2026, 11, 20), "样例甲", "样例乙"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static UUID handedOver(List<Item> items) throws IOException {
        var list = packed(items);
        handOver(list);
        return list;
    }

    private static String csv(UUID list, String answer, String remark) {
        return "档号,数字摘要,接收结果,说明\n"
                + entries(list).stream()
                        .map(entry -> String.join(
                                ",",
                                entry.referenceCode(),
                                entry.packed().orElseThrow().fixity().sm3(),
                                answer,
                                remark))
                        .collect(Collectors.joining("\n"));
    }

    private static Receipt take(UUID list, String csv, String name) throws IOException {
        return take(list, csv.getBytes(StandardCharsets.UTF_8), name);
    }

    private static Receipt take(UUID list, byte[] bytes, String name) throws IOException {
        return transfers.doors.receipts().take(archivist, list, name, "收〔2026〕1 号", new ByteArrayInputStream(bytes));
    }

    private static UUID hold(Item item) {
        var wanted = new NewHold(
                HoldCause.DISPUTE,
                "诉讼",
                archivist.account().id(),
                Optional.empty(),
                new HoldScope.Items(List.of(item.id())));
        var holds = new Disposal(archive.doors, archive.signIns, data).doors.holds();
        return with(handle -> holds.place(handle, archivist.actor(), wanted).id());
    }

    private static void release(UUID hold) {
        var holds = new Disposal(archive.doors, archive.signIns, data).doors.holds();
        use(handle -> holds.release(handle, archivist.actor(), hold, "已结"));
    }

    private static TransferList get(UUID list) {
        return with(handle -> transfers.doors.desk().get(handle, list));
    }

    private static List<TransferEntry> entries(UUID list) {
        return with(handle -> transfers.doors.desk().entries(handle, list, false, 0, 500));
    }

    private static <T> T with(Function<Handle, T> question) {
        return archive.doors.database.jdbi().inTransaction(question::apply);
    }

    private static void use(Consumer<Handle> deed) {
        archive.doors.database.jdbi().useTransaction(deed::accept);
    }

    private interface Wrong {
        void run() throws IOException;
    }

    private static void refused(String problem, Wrong deed) {
        assertThatThrownBy(deed::run)
                .as(problem)
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        refusal -> assertThat(refusal.problem().name()).isEqualTo(problem));
    }
}
