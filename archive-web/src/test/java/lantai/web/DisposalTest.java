package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import lantai.access.Visibility;
import lantai.account.Right;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.description.DescriptionEdit;
import lantai.description.RelationKind;
import lantai.description.Tie;
import lantai.disposal.Chosen;
import lantai.disposal.Decision;
import lantai.disposal.DestructionDesk.Signing;
import lantai.disposal.DestructionList;
import lantai.disposal.EntryState;
import lantai.disposal.ListState;
import lantai.disposal.Member;
import lantai.disposal.Opinion;
import lantai.disposal.Side;
import lantai.disposal.Stance;
import lantai.hold.HoldCause;
import lantai.hold.HoldScope;
import lantai.hold.NewHold;
import lantai.ingest.job.JobKind;
import lantai.problem.ArchiveException;
import lantai.record.CodeGaps;
import lantai.record.Item;
import lantai.removal.Condemned;
import lantai.removal.Hindrance;
import lantai.removal.Obstacle;
import lantai.removal.Place;
import lantai.removal.Trace;
import lantai.retention.RetentionPeriod;
import lantai.search.SearchQuery;
import lantai.stacks.BoxLine;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the end of a term to the certificate, with a real database, objects and index, and every wrong way on it. */
class DisposalTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path data;

    static TestArchive archive;
    private static Disposal disposal;
    private static SignedIn archivist;
    private static SignedIn keeper;
    private static SignedIn reviewer;
    private static SignedIn arranger;
    private static SignedIn leader;
    private static int texts;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        disposal = new Disposal(archive.doors, archive.signIns, data);
        archivist = archive.person("archivist", Role.ARCHIVIST);
        keeper = archive.person("keeper", Role.STORE_KEEPER);
        reviewer = archive.person("reviewer", Role.REVIEWER);
        arranger = archive.person("arranger", Role.ARRANGER);
        leader = archive.person("leader", Role.LEADER);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    @SaysNothingOfBytes
    void aDestroyedRecordLeavesALineInItsVolumeAndItsBox() throws IOException {
        var bound = due("卷内");
        var packed = due("盒内");
        var doors = archive.doors;
        var volume = with(transaction -> {
            var formed = doors.volumeDesk.form(transaction, archivist, "样例·卷", List.of(bound.id()));
            doors.volumeClosing.close(transaction, reviewer, formed.id(), "");
            return formed.id();
        });
        var box = with(transaction ->
                doors.boxDesk.pack(transaction, keeper, 30, List.of(volume)).id());
        use(transaction -> doors.boxDesk.put(transaction, keeper, box, List.of(packed.id())));
        var list = signed(List.of(bound, packed));
        begin(list);
        disposal.work.run(list);

        assertThat(state(list)).isEqualTo(ListState.CERTIFIED);
        assertThat(certificate(list).path("clean").asBoolean()).isTrue();
        assertThat(certificate(list).path("staysByRule").findValuesAsText("reason"))
                .contains("volume");
        var line = with(handle -> doors.volumes.lines(handle, volume)).getFirst();
        assertThat(line.gone()).isPresent();
        assertThat(line.referenceCode()).isEqualTo(bound.referenceCode().text());
        var left = with(handle -> doors.boxes.contents(handle, box));
        var code = with(handle -> doors.volumes.get(handle, volume)).code().orElseThrow();
        assertThat(left).extracting(BoxLine::referenceCode).containsExactly(code);
    }

    @Test
    void aRecordIsDestroyedWithAllItsTracesAndProvenGone() throws IOException {
        var item = due("甲");
        var sha256 = archive.sha256(item.id());
        archive.derive(item, sha256);
        assertThat(found(item)).isTrue();
        var list = signed(List.of(item));
        begin(list);
        disposal.work.run(list);

        assertThat(state(list)).isEqualTo(ListState.CERTIFIED);
        assertThat(find(item)).isEmpty();
        assertThat(archive.doors.store.holds(item.objectId())).isFalse();
        assertThat(archive.doors.staging.holds(sha256)).isFalse();
        assertThat(found(item)).isFalse();
        assertThat(namesWith(sha256)).isEmpty();
        assertThat(namesWith(item.id().toString())).isEmpty();
        assertThat(archive.doors.search.deletedButThere()).isZero();

        var certificate = certificate(list);
        assertThat(certificate.path("clean").asBoolean()).isTrue();
        assertThat(certificate
                        .path("destroyed")
                        .get(0)
                        .path("files")
                        .get(0)
                        .path("sha256")
                        .asText())
                .isEqualTo(sha256);
        assertThat(certificate.path("lookedAt").findValuesAsText("place"))
                .contains("objects", "staging", "work", "derivatives", "copies", "index", "document", "received_file");
        assertThat(certificate.path("decided").path("witnesses")).hasSize(2);

        var tombstone = with(handle -> disposal.doors.tombstones().find(handle, item.id()))
                .orElseThrow();
        assertThat(tombstone.referenceCode()).isEqualTo(item.referenceCode().text());
        assertThat(tombstone.title()).isEqualTo(item.title());
        var kept = get(list);
        assertThat(archive.doors.store.validate(kept.objectId())).isEmpty();
        assertThat(archive.doors.store.validate(kept.certificateObjectId())).isEmpty();
        var written = Files.readString(archive.doors.store.file(kept.objectId(), "list.json"));
        assertThat(written).contains(item.referenceCode().text(), sha256);
    }

    @Test
    void whatWasSaidOfARecordAndItsRelationsGoWithIt() throws IOException {
        var item = due("述");
        var other = due("邻");
        use(handle -> {
            archive.doors.descriptions.relate(
                    handle,
                    archivist,
                    other.id(),
                    other.version(),
                    new Tie(RelationKind.SEE_ALSO, true, item.id()),
                    "样例");
            archive.doors.descriptions.change(
                    handle,
                    archivist,
                    item.id(),
                    new DescriptionEdit(
                            item.version(),
                            Map.of("responsible", "样例中心", "date", "2001-02-03", "scope", "样例提要"),
                            "样例"));
        });
        archive.doors.handlers.get(JobKind.DESCRIBE_ITEM).run(item.id());
        archive.doors.handlers.get(JobKind.DESCRIBE_ITEM).run(other.id());
        var list = signed(List.of(item));
        begin(list);
        disposal.work.run(list);
        assertThat(certificate(list).path("clean").asBoolean())
                .as(certificate(list).toString())
                .isTrue();
        assertThat(state(list)).isEqualTo(ListState.CERTIFIED);
        assertThat(archive.doors.store.holds(item.objectId())).isFalse();
    }

    @Test
    @SaysNothingOfBytes
    void aCodeOnceGivenIsNeverGivenAgain() throws IOException {
        var item = due("乙");
        destroy(List.of(item));
        var other = due("丙");
        assertThatThrownBy(
                        () -> use(handle -> handle.createUpdate("update item set reference_code = :code where id = :id")
                                .bind("code", item.referenceCode().text())
                                .bind("id", other.id())
                                .execute()))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("belongs to a destroyed record");
        assertThatThrownBy(() -> use(handle -> handle.execute("delete from tombstone")))
                .hasMessageContaining("append-only");
        List<CodeGaps.Gap> left = with(handle -> archive.doors.gaps.gaps(handle, scope(item), 0, 1000));
        assertThat(left)
                .as("the number of a destroyed record is an explained gap")
                .filteredOn(gap -> item.referenceCode().text().endsWith("%04d".formatted(gap.first())))
                .singleElement()
                .satisfies(gap -> assertThat(gap.kind()).contains(CodeGaps.Kind.DISPOSED));
    }

    private static String scope(Item item) {
        return item.referenceCode().text().replaceFirst("\\d+$", "");
    }

    @Test
    void whoeverOwnsTheSameBytesKeepsThem() throws IOException {
        var text = "同样的字节";
        var item = archive.file(archivist, text, 2010, "D10");
        var twin = archive.file(archivist, text, 2010, "D10");
        var sha256 = archive.sha256(item.id());
        archive.derive(twin, sha256);
        var list = destroy(List.of(item));
        assertThat(state(list)).isEqualTo(ListState.CERTIFIED);
        assertThat(certificate(list).path("ownedByOthers").findValuesAsText("sha256"))
                .contains(sha256);
        assertThat(find(twin)).isPresent();
        assertThat(archive.doors.store.validate(twin.objectId())).isEmpty();
        assertThat(Files.readString(archive.doors.store.file(twin.objectId(), "text/text.txt")))
                .isEqualTo(text);
        assertThat(archive.doors.staging.holds(sha256)).isTrue();
        assertThat(namesWith(sha256)).isNotEmpty();
        assertThat(destroy(List.of(twin))).satisfies(last -> {
            assertThat(state(last)).isEqualTo(ListState.CERTIFIED);
            assertThat(archive.doors.staging.holds(sha256)).isFalse();
            assertThat(namesWith(sha256)).isEmpty();
        });
    }

    @Test
    @SaysNothingOfBytes
    void oneHandIsNeverEnough() {
        var list = drawnUp(List.of(due("丁")));
        refused("NOT_NOW", () -> approve(list, leader));
        submit(list, archivist);
        refused("NOT_NOW", () -> submit(list, archivist));
        refused("NOT_NOW", () -> approve(list, leader));
        noteFiling(list);
        refused("SUBMITTER_CANNOT_APPROVE", () -> approve(list, archivist));
        refused(
                "PASSWORD_WRONG",
                () -> use(handle -> disposal.doors.destruction().approve(handle, leader, list, "not mine", "here")));
        refused("NOT_NOW", () -> sign(list, keeper, Side.ARCHIVES));
        approve(list, leader);
        refused("WITNESS_TOOK_PART", () -> sign(list, archivist, Side.ARCHIVES));
        refused("WITNESS_OF_OTHER_SIDE", () -> sign(list, leader, Side.BUSINESS));
        refused("WITNESS_OF_OTHER_SIDE", () -> sign(list, keeper, Side.BUSINESS));
        refused(
                "PASSWORD_WRONG",
                () -> use(handle -> disposal.doors
                        .destruction()
                        .sign(handle, keeper, list, new Signing(Side.ARCHIVES, "看着", "not mine", "here"))));
        refused("NOT_NOW", () -> begin(list));
        sign(list, keeper, Side.ARCHIVES);
        refused("NOT_NOW", () -> begin(list));
        refused("SIDE_SIGNED_ALREADY", () -> sign(list, archive.person("keeper2", Role.STORE_KEEPER), Side.ARCHIVES));
        var both = archive.person("both", Role.STORE_KEEPER, Role.ARRANGER);
        sign(list, both, Side.BUSINESS);
        assertThat(state(list)).isEqualTo(ListState.SIGNED);
        assertThat(get(list).process().witnesses())
                .isEqualTo(Map.of(Side.ARCHIVES, id(keeper), Side.BUSINESS, id(both)));
        use(handle -> disposal.doors.destruction().refuse(handle, leader, list, "再看看"));
        refused("NOT_NOW", () -> begin(list));
    }

    @Test
    @SaysNothingOfBytes
    void aTokenMadeAtTheMachineNeverSigns() {
        var list = drawnUp(List.of(due("戊")));
        submit(list, archivist);
        noteFiling(list);
        var atMachine = new SignedIn(leader.account(), true);
        refused("PASSWORD_WRONG", () -> approve(list, atMachine));
        assertThat(atMachine.rights()).doesNotContain(Right.APPROVE_DESTRUCTION);
    }

    @Test
    @SaysNothingOfBytes
    void aListChangedAfterwardsStopsEverything() throws IOException {
        var item = due("己");
        var list = drawnUp(List.of(item));
        submit(list, archivist);
        noteFiling(list);
        tamper(list, "x");
        refused("LIST_CHANGED", () -> approve(list, leader));
        tamper(list, item.title());
        approve(list, leader);
        tamper(list, "x");
        refused("LIST_CHANGED", () -> sign(list, keeper, Side.ARCHIVES));
        tamper(list, item.title());
        sign(list, keeper, Side.ARCHIVES);
        sign(list, arranger, Side.BUSINESS);
        tamper(list, "x");
        refused("LIST_CHANGED", () -> begin(list));
        tamper(list, item.title());
        begin(list);
        tamper(list, "x");
        disposal.work.run(list);
        assertThat(state(list)).isEqualTo(ListState.EXECUTING);
        assertThat(find(item)).isPresent();
        tamper(list, item.title());
        disposal.work.run(list);
        assertThat(state(list)).isEqualTo(ListState.CERTIFIED);
    }

    @Test
    @SaysNothingOfBytes
    void aHoldPlacedAfterTheApprovalBlocks() throws IOException {
        var item = due("庚");
        var list = signed(List.of(item));
        var hold = hold(item);
        refused("ITEM_BLOCKED", () -> begin(list));
        assertThat(find(item)).isPresent();
        use(handle -> disposal.doors.holds().release(handle, archivist.actor(), hold, "结案"));
        begin(list);
        disposal.work.run(list);
        assertThat(find(item)).isEmpty();
    }

    @Test
    @SaysNothingOfBytes
    void aHoldPlacedInTheLastMomentSparesItsRecordAndNoOther() throws IOException {
        var spared = due("辛");
        var gone = due("壬");
        var list = signed(List.of(spared, gone));
        begin(list);
        hold(spared);
        disposal.work.run(list);
        assertThat(find(spared)).isPresent();
        assertThat(archive.doors.store.validate(spared.objectId())).isEmpty();
        assertThat(find(gone)).isEmpty();
        assertThat(state(list)).isEqualTo(ListState.CERTIFIED);
        var entries = with(handle -> disposal.doors.destruction().entries(handle, list, 0, 10));
        assertThat(entries)
                .extracting(entry -> entry.state())
                .containsExactlyInAnyOrder(EntryState.SPARED, EntryState.REMOVED);
        assertThat(certificate(list).path("spared").get(0).path("referenceCode").asText())
                .isEqualTo(spared.referenceCode().text());
        var tombstone = with(handle -> disposal.doors.tombstones().find(handle, spared.id()));
        assertThat(tombstone).isEmpty();
    }

    @Test
    @SaysNothingOfBytes
    void aHoldOnPersonOrYearCoversWhatIsFiledLater() {
        var year = new NewHold(
                HoldCause.AUDIT, "审计进行中", id(archivist), Optional.empty(), new HoldScope.OfYear("YW", 1999));
        var hold = with(handle -> disposal.doors.holds().place(handle, archivist.actor(), year));
        var later = archive.file(archivist, "后来归档", 1999, "D10");
        var against = with(handle -> disposal.doors.obstacles().against(handle, Set.of(later.id())));
        assertThat(against).isEqualTo(Map.of(later.id(), List.of(Hindrance.of("hold", "审计进行中", "样例·archivist"))));
        hold(later);
        use(handle -> disposal.doors.holds().release(handle, archivist.actor(), hold.id(), "审计结束"));
        var left = with(handle -> disposal.doors.holds().on(handle, later.id()));
        assertThat(left).hasSize(1);
        refused(
                "ALREADY_RELEASED",
                () -> use(handle -> disposal.doors.holds().release(handle, archivist.actor(), hold.id(), "再来一次")));
        var ended = with(handle -> disposal.doors.holds().get(handle, hold.id()));
        assertThat(ended.release().orElseThrow().reason()).isEqualTo("审计结束");
    }

    @Test
    @SaysNothingOfBytes
    void whatIsNotDueOrKeptForEverIsNeverDestroyed() {
        var young = archive.file(archivist, "不到期", 2020, "D30");
        var ever = archive.file(archivist, "永久", 1980, "Y");
        var card = archive.file(archivist, "资产卡片", 1990, "E5");
        var against =
                with(handle -> disposal.doors.obstacles().against(handle, Set.of(young.id(), ever.id(), card.id())));
        assertThat(against)
                .isEqualTo(Map.of(
                        young.id(), List.of(Hindrance.of("not-due", "2051-01-01")),
                        ever.id(), List.of(Hindrance.of("permanent")),
                        card.id(), List.of(Hindrance.of("event-awaited"))));
        refused(
                "NOTHING_CHOSEN",
                () -> with(handle -> disposal.doors
                        .board()
                        .open(
                                handle,
                                archivist.actor(),
                                "x",
                                group(),
                                new Chosen.These(List.of(young.id(), ever.id())))));
        use(handle -> disposal.doors
                .terms()
                .noteEvent(handle, archivist.actor(), card.id(), LocalDate.of(2019, 6, 1), "报废清理"));
        assertThat(appraiseOn(card)).contains(LocalDate.of(2025, 1, 1));
        use(handle -> disposal.doors
                .terms()
                .noteEvent(handle, archivist.actor(), card.id(), LocalDate.of(2019, 12, 31), "批复的日子更正"));
        assertThat(appraiseOn(card)).contains(LocalDate.of(2025, 1, 1));
        refused(
                "NO_EVENT_AWAITED",
                () -> use(handle -> disposal.doors
                        .terms()
                        .noteEvent(handle, archivist.actor(), young.id(), LocalDate.of(2019, 6, 1), "报废清理")));
    }

    @Test
    @SaysNothingOfBytes
    void theGroupDecidesOnEveryRecordAndItsWordIsKept() {
        var kept = due("留存的");
        var longer = due("延长的");
        var moved = due("移交的");
        var task = task(List.of(kept, longer, moved));
        refused(
                "GROUP_INCOMPLETE",
                () -> with(handle -> disposal.doors
                        .board()
                        .open(
                                handle,
                                archivist.actor(),
                                "x",
                                Set.of(id(leader), id(archivist)),
                                new Chosen.These(List.of(due("单人").id())))));
        refused("NOT_IN_GROUP", () -> decide(task, keeper, List.of(kept), new Decision.Keep(5, "还有用")));
        decide(task, leader, List.of(kept), new Decision.Keep(5, "还有用"));
        refused(
                "OPINIONS_MISSING",
                () -> with(handle -> disposal.doors.conclusion().conclude(handle, archivist.actor(), task)));
        var shorter = new Decision.Lengthen(RetentionPeriod.parse("D5").orElseThrow(), "短");
        refused("TERM_NOT_LONGER", () -> decide(task, leader, List.of(longer), shorter));
        decide(
                task,
                reviewer,
                List.of(longer),
                new Decision.Lengthen(RetentionPeriod.parse("D30").orElseThrow(), "定短了"));
        decide(task, archivist, List.of(moved), new Decision.Transfer("进馆"));
        var nothing = concluded(task);
        assertThat(nothing).isEmpty();
        assertThat(appraiseOn(kept)).contains(LocalDate.of(2032, 1, 1));
        assertThat(appraiseOn(longer)).contains(LocalDate.of(2041, 1, 1));
        refused("APPRAISAL_CLOSED", () -> decide(task, leader, List.of(kept), new Decision.Destroy("迟了")));
    }

    @Test
    @SaysNothingOfBytes
    void everyMemberSpeaksOrIsNotedAsAbsentBeforeTheGroupsWordHolds() {
        var plain = due("无异议的");
        var disputed = due("有异议的");
        var task = task(List.of(plain, disputed));
        decide(task, archivist, List.of(plain), new Decision.Destroy("期满"));
        refused("OPINIONS_MISSING", () -> agree(task, leader));
        decide(task, archivist, List.of(disputed), new Decision.Destroy("期满"));
        refused("NOT_IN_GROUP", () -> agree(task, keeper));
        agree(task, leader);
        agree(task, archivist);
        assertThat(refusal(task))
                .isEqualTo(List.of("MEMBERS_SILENT", "[样例·" + reviewer.account().name() + "]"));
        refused("NOT_HEAD", () -> absent(task, archivist, reviewer));
        refused("MEMBER_SPOKE", () -> absent(task, leader, archivist));
        refused("NO_SUCH_MEMBER", () -> absent(task, leader, keeper));
        use(handle -> disposal.doors
                .deliberation()
                .differ(handle, reviewer.actor(), task, List.of(disputed.id()), new Decision.Keep(3, "还在复查")));
        assertThat(stances(task)).containsExactly(Stance.AGREES, Stance.AGREES, Stance.DIFFERS);
        decide(task, archivist, List.of(plain), new Decision.Destroy("期满，已核对"));
        assertThat(stances(task)).isEmpty();
        agree(task, archivist);
        agree(task, leader);
        absent(task, leader, reviewer);
        var list = with(handle -> disposal.doors.conclusion().conclude(handle, archivist.actor(), task))
                .orElseThrow();
        submit(list, archivist);
        var member = with(handle -> disposal.doors.deliberation().members(handle, task)).stream()
                .filter(one -> one.account().equals(id(reviewer)))
                .findFirst()
                .orElseThrow();
        assertThat(member.reason()).isEqualTo("出差");
        assertThat(member.voices())
                .containsExactly(
                        new Member.Voice(disputed.id(), disputed.referenceCode().text(), Opinion.KEEP, "3", "还在复查"));
        noteFiling(list);
        use(handle -> handle.createUpdate("update appraisal_member set reason = 'x' where appraisal_id = :id")
                .bind("id", task)
                .execute());
        refused("LIST_CHANGED", () -> approve(list, leader));
    }

    @Test
    @SaysNothingOfBytes
    void tooFewOrNoHeadMakeNoQuorum() {
        var item = due("人数不够的");
        var task = task(List.of(item));
        decide(task, archivist, List.of(item), new Decision.Destroy("期满"));
        absent(task, leader, leader);
        agree(task, archivist);
        agree(task, reviewer);
        assertThat(refusal(task))
                .isEqualTo(List.of("HEAD_ABSENT", "[样例·" + leader.account().name() + "]"));
        agree(task, leader);
        decide(task, archivist, List.of(item), new Decision.Destroy("期满"));
        absent(task, leader, archivist);
        absent(task, leader, reviewer);
        agree(task, leader);
        var absent =
                "样例·" + archivist.account().name() + "、样例·" + reviewer.account().name();
        assertThat(refusal(task)).isEqualTo(List.of("QUORUM_MISSED", "[1, 3, 66, " + absent + "]"));
        agree(task, archivist);
        var concluded = with(handle -> disposal.doors.conclusion().conclude(handle, archivist.actor(), task));
        assertThat(concluded).isPresent();
    }

    @Test
    @SaysNothingOfBytes
    void anEventNotedAfterTheGroupsWordDoesNotShortenTheTerm() {
        var card = archive.file(archivist, "报废的卡片", 2000, "E5");
        use(handle -> disposal.doors
                .terms()
                .noteEvent(handle, archivist.actor(), card.id(), LocalDate.of(2010, 3, 1), "报废清理"));
        var task = task(List.of(card));
        decide(task, leader, List.of(card), new Decision.Keep(5, "还有用"));
        var _ = concluded(task);
        assertThat(appraiseOn(card)).contains(LocalDate.of(2032, 1, 1));
        refused(
                "TERM_DECIDED",
                () -> use(handle -> disposal.doors
                        .terms()
                        .noteEvent(handle, archivist.actor(), card.id(), LocalDate.of(2010, 3, 1), "报废清理")));
        assertThat(appraiseOn(card)).contains(LocalDate.of(2032, 1, 1));
    }

    @Test
    @SaysNothingOfBytes
    void theDatabaseCountsTermsAsTheRulesDo() {
        for (var term : List.of("D1", "D10", "D30", "D100", "D200", "Y", "E5")) {
            var item = archive.file(archivist, "期限" + term, 2001, term);
            assertThat(appraiseOn(item)).as(term).isEqualTo(item.retention().dueOn(2001));
        }
    }

    @Test
    @SaysNothingOfBytes
    void aTestObstacleStandsInTheWayAsAnyOther() {
        var item = due("借出的");
        Obstacle lent = (_, items) ->
                items.contains(item.id()) ? Map.of(item.id(), List.of(Hindrance.of("lent", "样例·读者"))) : Map.of();
        var obstacles = new ArrayList<>(Disposal.obstacles(archive.doors));
        obstacles.add(lent);
        var blocked =
                new Disposal(archive.doors, archive.signIns, data, obstacles, Disposal.traces(archive.doors, data));
        var list = drawnUp(List.of(item));
        assertThatThrownBy(() -> use(handle -> blocked.doors.destruction().submit(handle, archivist, list)))
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        refusal -> assertThat(refusal.problem().name()).isEqualTo("ITEM_BLOCKED"));
        var hindrances = with(handle -> blocked.doors.destruction().hindrances(handle, list));
        assertThat(hindrances).isEqualTo(Map.of(item.id(), List.of(Hindrance.of("lent", "样例·读者"))));
        use(handle -> disposal.doors.destruction().strike(handle, archivist, list, item.id()));
        refused("LIST_EMPTY", () -> submit(list, archivist));
    }

    @Test
    @SaysNothingOfBytes
    void aTestTraceGoesWithTheRecordAndIsLookedForAfterwards() throws IOException {
        var notes = Files.createDirectories(data.resolve("notes"));
        var obedient = due("带批注的");
        Files.writeString(notes.resolve(obedient.id() + ".txt"), "批注");
        var clean = new Disposal(archive.doors, archive.signIns, data, obstacles(), with(new Notes(notes, true)));
        var list = signed(List.of(obedient));
        begin(list);
        clean.work.run(list);
        assertThat(state(list)).isEqualTo(ListState.CERTIFIED);
        assertThat(notes.resolve(obedient.id() + ".txt")).doesNotExist();

        var left = due("留下批注的");
        Files.writeString(notes.resolve(left.id() + ".txt"), "批注");
        var dirty = new Disposal(archive.doors, archive.signIns, data, obstacles(), with(new Notes(notes, false)));
        var second = signed(List.of(left));
        begin(second);
        dirty.work.run(second);
        assertThat(state(second)).isEqualTo(ListState.EXECUTED);
        assertThat(certificate(second).path("remains").findValuesAsText("of"))
                .contains(left.id().toString());
        Files.delete(notes.resolve(left.id() + ".txt"));
        dirty.work.run(second);
        assertThat(state(second)).isEqualTo(ListState.CERTIFIED);
    }

    @Test
    void theCheckFindsWhatARemoverForgets() throws IOException {
        for (var forgotten : List.of("objects", "pictures", "copies", "receipt")) {
            var item = due("忘了" + forgotten);
            archive.derive(item, archive.sha256(item.id()));
            var traces = Disposal.traces(archive.doors, data).stream()
                    .map(trace -> trace.name().equals(forgotten) ? new Lazy(trace) : trace)
                    .toList();
            var list = signed(List.of(item));
            begin(list);
            new Disposal(archive.doors, archive.signIns, data, obstacles(), traces).work.run(list);
            assertThat(state(list)).as(forgotten).isEqualTo(ListState.EXECUTED);
            assertThat(certificate(list).path("remains")).as(forgotten).isNotEmpty();
        }
    }

    /** Done with enciphered records only: their keys are one trace more, and it takes a minute. */
    void cutOffAnywhereTheDestructionEndsTheSame() throws IOException {
        for (var fault = 1; ; fault++) {
            var item = due("断" + fault);
            archive.derive(item, archive.sha256(item.id()));
            var list = signed(List.of(item));
            begin(list);
            var fuse = new Fuse(fault);
            var traces = Disposal.traces(archive.doors, data).stream()
                    .<Trace>map(trace -> new Fragile(trace, fuse))
                    .toList();
            try {
                new Disposal(archive.doors, archive.signIns, data, obstacles(), traces).work.run(list);
            } catch (IllegalStateException cutOff) {
                assertThat(cutOff).hasMessage("cut off");
            }
            if (!fuse.blown()) {
                assertThat(fault).as("points at which it was cut off").isGreaterThan(3 * traces.size());
                return;
            }
            disposal.work.run(list);
            assertThat(state(list)).as("cut off at " + fault).isEqualTo(ListState.CERTIFIED);
            assertThat(archive.doors.store.holds(item.objectId())).isFalse();
        }
    }

    @Test
    @SaysNothingOfBytes
    void aHoldAndADestructionAtOnceNeverBothWin() throws Exception {
        var items = new ArrayList<Item>();
        for (var i = 0; i < 50; i++) {
            items.add(due("同时" + i));
        }
        var list = signed(items);
        begin(list);
        var held = ConcurrentHashMap.<UUID>newKeySet();
        var holders = items.stream()
                .map(item -> Thread.ofPlatform().start(() -> {
                    try {
                        hold(item);
                        held.add(item.id());
                    } catch (ArchiveException gone) {
                        assertThat(gone.problem().name()).isEqualTo("ITEMS_GONE");
                    }
                }))
                .toList();
        disposal.work.run(list);
        for (var holder : holders) {
            holder.join();
        }
        assertThat(state(list)).isEqualTo(ListState.CERTIFIED);
        for (var item : items) {
            var there = find(item).isPresent();
            assertThat(there || !held.contains(item.id()))
                    .as(item.referenceCode() + " held and gone")
                    .isTrue();
        }
    }

    /** A feature of a test that keeps one note for each item, and removes it or not. */
    private record Notes(Path folder, boolean removes) implements Trace {
        @Override
        public String name() {
            return "notes";
        }

        @Override
        public List<String> forget(Handle transaction, Condemned item) {
            return List.of(item.id() + ".txt");
        }

        @Override
        public void remove(Condemned item, List<String> names) throws IOException {
            for (var name : names) {
                if (removes) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
        }

        @Override
        public List<Place> places() {
            return List.of(new Place.Folder("notes", folder));
        }
    }

    /** A trace that forgets its rows but removes nothing outside of the database. */
    private record Lazy(Trace trace) implements Trace {
        @Override
        public String name() {
            return trace.name();
        }

        @Override
        public List<String> forget(Handle transaction, Condemned item) {
            return trace.forget(transaction, item);
        }

        @Override
        public void remove(Condemned item, List<String> names) {}

        @Override
        public List<Place> places() {
            return trace.places();
        }
    }

    /** Burns out at the n-th call. */
    private static final class Fuse {
        private int left;

        Fuse(int calls) {
            left = calls;
        }

        void pass() {
            left--;
            if (left == 0) {
                throw new IllegalStateException("cut off");
            }
        }

        boolean blown() {
            return left <= 0;
        }
    }

    /** A trace that is cut off before or after each of its deeds. */
    private record Fragile(Trace trace, Fuse fuse) implements Trace {
        @Override
        public String name() {
            return trace.name();
        }

        @Override
        public List<String> forget(Handle transaction, Condemned item) {
            var names = trace.forget(transaction, item);
            fuse.pass();
            return names;
        }

        @Override
        public void remove(Condemned item, List<String> names) throws IOException {
            trace.remove(item, names);
            fuse.pass();
        }

        @Override
        public void settle() {
            trace.settle();
            fuse.pass();
        }

        @Override
        public List<Place> places() {
            return trace.places();
        }
    }

    private static List<Obstacle> obstacles() {
        return Disposal.obstacles(archive.doors);
    }

    private static List<Trace> with(Trace another) {
        var traces = new ArrayList<>(Disposal.traces(archive.doors, data));
        traces.add(another);
        return traces;
    }

    private static Item due(String text) {
        texts++;
        return archive.file(archivist, text + " " + texts, 2010, "D10");
    }

    private static UUID id(SignedIn who) {
        return who.account().id();
    }

    private static Set<UUID> group() {
        return Set.of(id(leader), id(archivist), id(reviewer));
    }

    private static UUID task(List<Item> items) {
        return with(handle -> disposal.doors
                .board()
                .open(
                        handle,
                        archivist.actor(),
                        "样例鉴定",
                        group(),
                        new Chosen.These(items.stream().map(Item::id).toList()))
                .id());
    }

    private static void decide(UUID task, SignedIn who, List<Item> items, Decision decision) {
        use(handle -> disposal.doors
                .board()
                .decide(handle, who.actor(), task, items.stream().map(Item::id).toList(), decision));
    }

    private static void agree(UUID task, SignedIn who) {
        use(handle -> Agreement.of(disposal.doors, handle, task, who));
    }

    private static void absent(UUID task, SignedIn head, SignedIn member) {
        use(handle -> disposal.doors.deliberation().noteAbsent(handle, head.actor(), task, id(member), "出差"));
    }

    private static List<Stance> stances(UUID task) {
        return with(handle -> disposal.doors.deliberation().members(handle, task)).stream()
                .flatMap(member -> member.stance().stream())
                .sorted()
                .toList();
    }

    /** Why a group's word cannot hold yet: the problem and its values. */
    private static List<String> refusal(UUID task) {
        var refusal = catchThrowableOfType(
                ArchiveException.class,
                () -> with(handle -> disposal.doors.conclusion().conclude(handle, archivist.actor(), task)));
        return List.of(refusal.problem().name(), refusal.values().toString());
    }

    private static UUID drawnUp(List<Item> items) {
        var task = task(items);
        decide(task, archivist, items, new Decision.Destroy("期满，无保存价值"));
        return concluded(task).orElseThrow();
    }

    private static Optional<UUID> concluded(UUID task) {
        return with(handle -> {
            Agreement.of(disposal.doors, handle, task, leader, archivist, reviewer);
            return disposal.doors.conclusion().conclude(handle, archivist.actor(), task);
        });
    }

    private static UUID signed(List<Item> items) {
        var list = drawnUp(items);
        submit(list, archivist);
        noteFiling(list);
        approve(list, leader);
        sign(list, keeper, Side.ARCHIVES);
        sign(list, arranger, Side.BUSINESS);
        return list;
    }

    private static UUID destroy(List<Item> items) throws IOException {
        var list = signed(items);
        begin(list);
        disposal.work.run(list);
        return list;
    }

    private static void submit(UUID list, SignedIn who) {
        use(handle -> disposal.doors.destruction().submit(handle, who, list));
    }

    private static void noteFiling(UUID list) {
        var filing = new DestructionList.Filing("样例市医疗保障局", "备〔2026〕1 号", LocalDate.of(2026, 11, 1));
        use(handle -> disposal.doors.destruction().noteFiling(handle, archivist, list, filing));
    }

    private static void approve(UUID list, SignedIn who) {
        use(handle -> disposal.doors.destruction().approve(handle, who, list, TestArchive.PASSWORD, "here"));
    }

    private static void sign(UUID list, SignedIn who, Side side) {
        var signing = new Signing(side, "现场逐件核对", TestArchive.PASSWORD, "here");
        use(handle -> disposal.doors.destruction().sign(handle, who, list, signing));
    }

    private static void begin(UUID list) {
        use(handle -> disposal.doors.destruction().begin(handle, archivist, list));
    }

    private static UUID hold(Item item) {
        var wanted = new NewHold(
                HoldCause.DISPUTE, "诉讼", id(archivist), Optional.empty(), new HoldScope.Items(List.of(item.id())));
        return with(handle ->
                disposal.doors.holds().place(handle, archivist.actor(), wanted).id());
    }

    private static void tamper(UUID list, String title) {
        use(handle -> handle.createUpdate("update destruction_entry set title = :title where list_id = :list")
                .bind("title", title)
                .bind("list", list)
                .execute());
    }

    private static DestructionList get(UUID list) {
        return with(handle -> disposal.doors.destruction().get(handle, list));
    }

    private static ListState state(UUID list) {
        return get(list).state();
    }

    private static JsonNode certificate(UUID list) throws IOException {
        String json = with(handle -> disposal.doors.destruction().certificate(handle, list));
        return JSON.readTree(json);
    }

    private static Optional<Item> find(Item item) {
        return with(handle -> archive.doors.items.find(handle, item.id()));
    }

    private static Optional<LocalDate> appraiseOn(Item item) {
        return with(handle -> disposal.doors.terms().appraiseOn(handle, item.id()));
    }

    /** Whether the index finds an item, once it has read everything up to now. */
    private static boolean found(Item item) {
        var end = with(handle -> handle.createQuery("select cast(cast(pg_current_xact_id() as text) as bigint)")
                .mapTo(Long.class)
                .one());
        var newest = with(
                handle -> handle.createQuery("select coalesce(max(cast(cast(xid as text) as bigint)), 0) from outbox")
                        .mapTo(Long.class)
                        .one());
        assertThat(newest).isLessThanOrEqualTo(end);
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (archive.doors.search.committedPosition() < newest && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return archive
                .doors
                .search
                .search(SearchQuery.of(item.referenceCode().text()), new Visibility.All())
                .hits()
                .stream()
                .anyMatch(hit -> hit.id().equals(item.id()));
    }

    private static List<Path> namesWith(String part) {
        var roots = List.of("objects", "staging", "work", "derivatives", "objects-work", "temporary");
        var found = new ArrayList<Path>();
        for (var root : roots) {
            try (var walk = Files.walk(Files.createDirectories(data.resolve(root)))) {
                walk.filter(path -> String.valueOf(path.getFileName()).contains(part))
                        .forEach(found::add);
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }
        return found;
    }

    private static <T> T with(Function<Handle, T> question) {
        return archive.doors.database.jdbi().inTransaction(question::apply);
    }

    private static void use(Consumer<Handle> deed) {
        archive.doors.database.jdbi().useTransaction(deed::accept);
    }

    private static void refused(String problem, Runnable deed) {
        assertThatThrownBy(deed::run)
                .as(problem)
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        refusal -> assertThat(refusal.problem().name()).isEqualTo(problem));
    }
}
