package lantai.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lantai.access.Viewer;
import lantai.access.VisibleItems.Node;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditTrail;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.database.TestPeople;
import lantai.disposal.DueList;
import lantai.disposal.TermDesk;
import lantai.policy.PolicyCentre;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Problem;
import lantai.record.CodeGaps;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.record.ReferenceCodeRule;
import lantai.record.Renumbering;
import lantai.record.TestItems;
import lantai.removal.Condemned;
import lantai.retention.RetentionPeriod;
import lantai.scheme.SchemePolicy;
import org.assertj.core.groups.Tuple;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Volumes on a real database: arranged, undone, closed by a second person, opened with a reason, kept by the longest term. */
class VolumeTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Database database;

    private final AuditTrail audit = new AuditTrail(CLOCK);
    private final PolicyCentre policies = new PolicyCentre(audit, CLOCK, ZONE);
    private final SchemePolicy scheme = new SchemePolicy(policies);
    private final VolumeRules rules = new VolumeRules(policies);
    private final VolumeRegister volumes = new VolumeRegister();
    private final VolumeDesk desk = new VolumeDesk(volumes, rules, audit, CLOCK);
    private final VolumeClosing closing = new VolumeClosing(desk, rules, audit, CLOCK);
    private final VolumeForming forming = new VolumeForming(
            desk,
            volumes,
            rules,
            scheme,
            kind -> kind.equals("yearly") ? "YB 4.7" : kind.contains(" ") ? kind : kind.isEmpty() ? "" : "YB 4.6");
    private final SignedIn arranger = TestPeople.person("arranger", Role.ARCHIVIST);
    private final SignedIn checker = TestPeople.person("checker", Role.REVIEWER);
    private int number;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private void inArchive(Consumer<Handle> deed) {
        try (var handle = database.jdbi().open()) {
            handle.begin();
            scheme.seed(handle);
            rules.seed(handle);
            deed.accept(handle);
            handle.rollback();
        }
    }

    private Item voucher(Handle handle, String term) {
        return TestItems.filed(handle, "J057-KU·2015-%s-%04d".formatted(term, ++number), Category.KU, 2015, term);
    }

    private static void dated(Handle handle, Item item, String day, String kind) {
        handle.createUpdate("""
                        update item set dated = cast(:day as date), kind = :kind, kind_name = '会计凭证', page_count = 3
                        where id = :id
                        """)
                .bind("day", day)
                .bind("kind", kind)
                .bind("id", item.id())
                .execute();
    }

    private List<UUID> items(Handle handle, UUID volume) {
        return volumes.lines(handle, volume).stream().map(VolumeLine::item).toList();
    }

    private static void refused(Problem problem, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    @Test
    void itemsAreBoundPutIntoOrderClosedAndGetTheirNumber() {
        inArchive(handle -> {
            var one = voucher(handle, "D10");
            var two = voucher(handle, "D30");
            var three = voucher(handle, "D10");
            dated(handle, one, "2015-01-05", "");
            dated(handle, two, "2015-01-09", "");
            dated(handle, three, "2015-02-09", "");
            var volume = desk.form(handle, arranger, " 样例·一月凭证 ", List.of(two.id(), one.id()));
            assertThat(volume.code()).isEmpty();
            desk.add(handle, arranger, volume.id(), List.of(three.id()));
            desk.order(handle, arranger, volume.id(), List.of(one.id(), two.id(), three.id()));
            assertThat(volumes.lines(handle, volume.id()))
                    .extracting(VolumeLine::ordinal, VolumeLine::item, VolumeLine::span)
                    .containsExactly(
                            Tuple.tuple(1, one.id(), "1-3"),
                            Tuple.tuple(2, two.id(), "4-6"),
                            Tuple.tuple(3, three.id(), "7-9"));
            closing.close(handle, checker, volume.id(), "样例·第 2 件缺封面");
            var closed = volumes.get(handle, volume.id());
            assertThat(closed.code()).contains("J057-KU·2015-D30-001");
            assertThat(closed.retention()).contains(new RetentionPeriod.Years(30));
            assertThat(closed.title()).isEqualTo("样例·一月凭证");
            assertThat(closed.arrangedBy()).isEqualTo("arranger");
            assertThat(closed.closing().orElseThrow().by()).isEqualTo("checker");
            assertThat(closed.remarks()).isEqualTo("样例·第 2 件缺封面");
            assertThat(closed.first()).contains(LocalDate.of(2015, 1, 5));
            assertThat(closed.last()).contains(LocalDate.of(2015, 2, 9));
            var next = desk.form(
                    handle, arranger, "样例", List.of(voucher(handle, "D30").id()));
            closing.close(handle, checker, next.id(), "");
            assertThat(volumes.get(handle, next.id()).code()).contains("J057-KU·2015-D30-002");
        });
    }

    @Test
    void aClosedVolumeChangesOnlyAfterItIsReopenedWithAReason() {
        inArchive(handle -> {
            var one = voucher(handle, "D10");
            var two = voucher(handle, "D10");
            var id = desk.form(handle, arranger, "样例", List.of(one.id(), two.id()))
                    .id();
            refused(VolumeProblem.SECOND_PERSON_NEEDED, () -> closing.close(handle, arranger, id, ""));
            closing.close(handle, checker, id, "");
            var third = voucher(handle, "D10");
            refused(VolumeProblem.VOLUME_CLOSED, () -> desk.add(handle, arranger, id, List.of(third.id())));
            refused(VolumeProblem.VOLUME_CLOSED, () -> desk.remove(handle, arranger, id, List.of(one.id())));
            refused(VolumeProblem.VOLUME_CLOSED, () -> desk.order(handle, arranger, id, List.of(two.id(), one.id())));
            refused(VolumeProblem.VOLUME_CLOSED, () -> desk.retitle(handle, arranger, id, "另一个"));
            refused(VolumeProblem.VOLUME_CLOSED, () -> desk.undo(handle, arranger, id));
            refused(VolumeProblem.VOLUME_CLOSED, () -> desk.dissolve(handle, arranger, id));
            refused(VolumeProblem.VOLUME_CLOSED, () -> closing.close(handle, checker, id, ""));
            refused(VolumeProblem.REASON_MISSING, () -> closing.reopen(handle, arranger, id, "  "));
            closing.reopen(handle, arranger, id, "样例·漏订一件");
            refused(VolumeProblem.VOLUME_OPEN, () -> closing.reopen(handle, arranger, id, "样例"));
            desk.add(handle, arranger, id, List.of(third.id()));
            refused(VolumeProblem.HAS_A_CODE, () -> desk.dissolve(handle, arranger, id));
            closing.close(handle, checker, id, "");
            assertThat(volumes.get(handle, id).code()).contains("J057-KU·2015-D10-001");
            assertThat(handle.createQuery("""
                            select action || coalesce(detail ->> 'reason', '') from audit_entry
                            where subject_id = :id order by id
                            """)
                            .bind("id", id.toString())
                            .mapTo(String.class)
                            .list())
                    .containsExactly(
                            "VOLUME_FORMED",
                            "VOLUME_CLOSED",
                            "VOLUME_REOPENED样例·漏订一件",
                            "VOLUME_CHANGED",
                            "VOLUME_CLOSED");
            closing.reopen(handle, arranger, id, "样例");
            var longer = voucher(handle, "D30");
            refused(VolumeProblem.TERM_TOO_LONG, () -> desk.add(handle, arranger, id, List.of(longer.id())));
        });
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        inArchive(handle -> {
            var one = voucher(handle, "D10");
            var paper = TestItems.filed(handle, "J057-WS·2015-D10-0001", Category.WS, 2015, "D10");
            var later = TestItems.filed(handle, "J057-KU·2016-D10-0001", Category.KU, 2016, "D10");
            refused(VolumeProblem.NOT_ARRANGED_BY_VOLUME, () -> desk.form(handle, arranger, "样例", List.of(paper.id())));
            refused(
                    VolumeProblem.BELONGS_ELSEWHERE,
                    () -> desk.form(handle, arranger, "样例", List.of(one.id(), later.id())));
            refused(VolumeProblem.NOTHING_CHOSEN, () -> desk.form(handle, arranger, "样例", List.of()));
            refused(VolumeProblem.TITLE_MISSING, () -> desk.form(handle, arranger, " ", List.of(one.id())));
            refused(
                    VolumeProblem.ITEMS_NOT_FOUND,
                    () -> desk.form(handle, arranger, "样例", List.of(one.id(), UUID.randomUUID())));
        });
        inArchive(handle -> {
            var one = voucher(handle, "D10");
            desk.form(handle, arranger, "样例·甲", List.of(one.id()));
            assertThatThrownBy(() -> desk.form(handle, arranger, "样例·乙", List.of(one.id())))
                    .hasMessageContaining("样例·甲");
        });
    }

    @Test
    void whoDoesNotSeeAnItemNeitherBindsItNorTouchesItsVolume() {
        var clerk = TestPeople.person("clerk", Role.LEADER);
        inArchive(handle -> {
            var one = voucher(handle, "D10");
            handle.createUpdate("update item set personal = true where id = :id")
                    .bind("id", one.id())
                    .execute();
            refused(VolumeProblem.ITEMS_NOT_FOUND, () -> desk.form(handle, clerk, "样例", List.of(one.id())));
            var id = desk.form(handle, arranger, "样例", List.of(one.id())).id();
            assertThatThrownBy(() -> desk.retitle(handle, clerk, id, "别的")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> volumes.get(handle, Viewer.visibility(clerk), id))
                    .isInstanceOf(NotFound.class);
            assertThat(volumes.list(handle, Viewer.visibility(clerk), VolumeRegister.Filter.in(Node.ALL), 0, 10))
                    .isEmpty();
            assertThat(volumes.count(handle, Viewer.visibility(arranger), VolumeRegister.Filter.in(Node.ALL)))
                    .isEqualTo(1);
        });
    }

    @Test
    void vouchersAreFormedByMonthAndTermAndTheWholeIsUndone() {
        inArchive(handle -> {
            for (var month = 1; month <= 3; month++) {
                for (var each = 0; each < 70 + month; each++) {
                    dated(handle, voucher(handle, "D30"), "2015-%02d-%02d".formatted(month, 1 + each % 28), "");
                }
            }
            dated(handle, voucher(handle, "Y"), "2015-01-03", "");
            var yearly = TestItems.filed(handle, "J057-ZY·YB·YB·2015-Y-0001", Category.YW, 2015, "Y");
            dated(handle, yearly, "2015-12-31", "yearly");
            TestItems.filed(handle, "J057-WS·2015-D10-0001", Category.WS, 2015, "D10");
            var all = new VolumeForming.Chosen.Place(Node.ALL);
            var plan = forming.plan(handle, arranger, all);
            assertThat(plan.left()).isEqualTo(2);
            assertThat(plan.volumes())
                    .extracting(VolumeForming.Planned::title, VolumeForming.Planned::items)
                    .containsExactly(
                            Tuple.tuple("2015年1月会计凭证", 71),
                            Tuple.tuple("2015年1月会计凭证", 1),
                            Tuple.tuple("2015年2月会计凭证", 72),
                            Tuple.tuple("2015年3月会计凭证", 73));
            var together = forming.form(handle, arranger, all);
            var filter = new VolumeRegister.Filter(Node.ALL, Optional.of(Volume.State.OPEN), Optional.of(together));
            var formed = volumes.list(handle, Viewer.visibility(arranger), filter, 0, 10);
            assertThat(formed).hasSize(4);
            assertThat(forming.plan(handle, arranger, all).volumes()).isEmpty();
            var closed = formed.getFirst();
            closing.close(handle, checker, closed.id(), "");
            assertThat(forming.undo(handle, arranger, together)).isEqualTo(3);
            assertThat(volumes.get(handle, closed.id()).code()).isPresent();
            assertThat(forming.plan(handle, arranger, all).volumes()).hasSize(3);
            refused(VolumeProblem.NOTHING_TO_UNDO, () -> forming.undo(handle, arranger, together));
        });
    }

    @Test
    void businessIsPartedByInsuranceAndLinkAndWhatNobodyHasSaidStaysTogether() {
        inArchive(handle -> {
            for (var insurance : List.of("职工基本医疗保险", "城乡居民基本医疗保险", "职工基本医疗保险", "")) {
                insured(handle, business(handle, "YB 4.3/4.4"), insurance);
            }
            business(handle, "SY 7.3");
            business(handle, "GL 1.1");
            var everywhere = forming.plan(handle, arranger, new VolumeForming.Chosen.Place(Node.ALL));
            assertThat(everywhere.volumes())
                    .as("one alone waits for more of its like")
                    .hasSize(1);
            assertThat(everywhere.few()).isEqualTo(4);
            var items = handle.createQuery("select id from item")
                    .mapTo(java.util.UUID.class)
                    .list();
            var plan = forming.plan(handle, arranger, new VolumeForming.Chosen.These(items));
            assertThat(plan.few()).as("who chooses them is not held up").isZero();
            assertThat(plan.volumes())
                    .extracting(
                            VolumeForming.Planned::insurance,
                            VolumeForming.Planned::link,
                            VolumeForming.Planned::items,
                            VolumeForming.Planned::title)
                    .containsExactlyInAnyOrder(
                            Tuple.tuple("职工基本医疗保险", "YB 4.3/4.4 住院待遇核定、门诊待遇核定", 2, "2015年职工基本医疗保险住院待遇核定、门诊待遇核定"),
                            Tuple.tuple("城乡居民基本医疗保险", "YB 4.3/4.4 住院待遇核定、门诊待遇核定", 1, "2015年城乡居民基本医疗保险住院待遇核定、门诊待遇核定"),
                            Tuple.tuple("", "YB 4.3/4.4 住院待遇核定、门诊待遇核定", 1, "2015年住院待遇核定、门诊待遇核定"),
                            Tuple.tuple("", "SY 7.3 生育待遇核定", 1, "2015年生育待遇核定"),
                            Tuple.tuple("", "GL 1.1 参保单位登记", 1, "2015年参保单位登记"));
            assertThat(plan.uninsured()).isEqualTo(1);
        });
    }

    private Item business(Handle handle, String link) {
        var item = TestItems.filed(handle, "J057-ZY·YB·YB·2015-D10-%04d".formatted(++number), Category.YW, 2015, "D10");
        dated(handle, item, "2015-03-04", link);
        return item;
    }

    private static void insured(Handle handle, Item item, String insurance) {
        handle.createUpdate("""
                        insert into description_version (item_id, number, content, written_by, written_at, reason)
                        values (:id, 2, jsonb_build_object('values', jsonb_build_object('insurance', :insurance)), 'test',
                            now(), '样例')
                        """)
                .bind("id", item.id())
                .bind("insurance", insurance)
                .execute();
    }

    @Test
    void whatIsBoundGetsNoOtherNumber() {
        var items = new ItemRegister();
        var renumbering = new Renumbering(policies, items, new CodeGaps(audit, CLOCK), audit, CLOCK)
                .minding((handle, item) -> volumes.of(handle, item).map(Volume::name));
        inArchive(handle -> {
            policies.seed(handle, ReferenceCodeRule.POLICY, """
                    {"fonds": "J057", "templates": [
                     {"category": "KU", "template": "{fonds}-KU·{year}-{retention}-{item:4}"}]}
                    """);
            var target = new Renumbering.Target(Category.KU, "", 2016, new RetentionPeriod.Years(10));
            var one = voucher(handle, "D10");
            var two = voucher(handle, "D10");
            var waiting = renumbering.propose(handle, arranger, two.id(), target, "样例·年度写错");
            var id = desk.form(handle, arranger, "样例·卷", List.of(one.id(), two.id()))
                    .id();
            assertThatThrownBy(() -> renumbering.propose(handle, arranger, one.id(), target, "样例"))
                    .hasMessageContaining("样例·卷");
            assertThatThrownBy(() -> renumbering.approve(handle, checker, waiting.id()))
                    .hasMessageContaining("样例·卷");
            desk.remove(handle, arranger, id, List.of(two.id()));
            renumbering.approve(handle, checker, waiting.id());
            assertThat(items.get(handle, two.id()).year()).isEqualTo(2016);
        });
    }

    @Test
    void tooManyPagesMakeASecondVolume() {
        inArchive(handle -> {
            for (var each = 0; each < 101; each++) {
                dated(handle, voucher(handle, "D30"), "2015-01-05", "");
            }
            assertThat(forming.plan(handle, arranger, new VolumeForming.Chosen.Place(Node.ALL))
                            .volumes())
                    .extracting(VolumeForming.Planned::title, VolumeForming.Planned::items)
                    .containsExactly(Tuple.tuple("2015年1月会计凭证 (1)", 100), Tuple.tuple("2015年1月会计凭证 (2)", 1));
        });
    }

    @Test
    void nothingOfAVolumeIsDestroyedBeforeItsLongestTermEnds() {
        inArchive(handle -> {
            var due = voucher(handle, "D10");
            var other = voucher(handle, "D10");
            var obstacle = new VolumeObstacle(CLOCK, ZONE);
            desk.form(handle, arranger, "样例·卷", List.of(due.id(), other.id()));
            assertThat(obstacle.against(handle, Set.of(due.id(), other.id()))).isEmpty();
            var longer = voucher(handle, "D30");
            desk.add(
                    handle, arranger, volumes.of(handle, due.id()).orElseThrow().id(), List.of(longer.id()));
            var against = obstacle.against(handle, Set.of(due.id()));
            assertThat(against.get(due.id()).getFirst().code()).isEqualTo("volume");
            assertThat(against.get(due.id()).getFirst().values())
                    .containsExactly("样例·卷", longer.referenceCode().text());
        });
    }

    @Test
    void aVolumeWaitsForTheEventOfItsItemAndThenForTheTermAfterIt() {
        inArchive(handle -> {
            var fixed = voucher(handle, "D10");
            var card = voucher(handle, "E5");
            var obstacle = new VolumeObstacle(CLOCK, ZONE);
            desk.form(handle, arranger, "样例·卷", List.of(fixed.id(), card.id()));
            var terms = new TermDesk(new ItemRegister(), new DueList(CLOCK, ZONE), audit, CLOCK);
            assertThat(volumes.of(handle, fixed.id()).orElseThrow().retention()).contains(card.retention());
            assertThat(obstacle.against(handle, Set.of(fixed.id()))
                            .get(fixed.id())
                            .getFirst()
                            .values())
                    .containsExactly("样例·卷", card.referenceCode().text());
            terms.noteEvent(handle, arranger.actor(), card.id(), LocalDate.of(2021, 1, 1), "样例·报废清理");
            assertThat(terms.appraiseOn(handle, card.id())).contains(LocalDate.of(2027, 1, 1));
            assertThat(obstacle.against(handle, Set.of(fixed.id()))).isNotEmpty();
            terms.noteEvent(handle, arranger.actor(), card.id(), LocalDate.of(2020, 12, 31), "样例·日子更正");
            assertThat(terms.appraiseOn(handle, card.id())).contains(LocalDate.of(2026, 1, 1));
            assertThat(obstacle.against(handle, Set.of(fixed.id()))).isEmpty();
        });
    }

    @Test
    void aDestroyedItemLeavesItsLineAndThePagesOfTheOthersStay() {
        inArchive(handle -> {
            var one = voucher(handle, "D10");
            var two = voucher(handle, "D10");
            dated(handle, one, "2015-01-05", "");
            dated(handle, two, "2015-01-05", "");
            var id = desk.form(handle, arranger, "样例", List.of(one.id(), two.id()))
                    .id();
            desk.order(handle, arranger, id, List.of(two.id(), one.id()));
            desk.order(handle, arranger, id, List.of(one.id(), two.id()));
            var trace = new VolumeTrace(CLOCK);
            trace.forget(handle, new Condemned(one.id(), one.objectId(), List.of()));
            new ItemRegister().erase(handle, one.id());
            trace.forget(handle, new Condemned(one.id(), one.objectId(), List.of()));
            var lines = volumes.lines(handle, id);
            assertThat(lines)
                    .extracting(VolumeLine::referenceCode, VolumeLine::title, VolumeLine::span)
                    .containsExactly(
                            Tuple.tuple(one.referenceCode().text(), "", "1-3"),
                            Tuple.tuple(two.referenceCode().text(), two.title(), "4-6"));
            assertThat(lines.getFirst().gone()).isPresent();
            assertThat(desk.undoable(handle, id)).isZero();
            refused(VolumeProblem.LINE_STAYS, () -> desk.remove(handle, arranger, id, List.of(one.id())));
            desk.order(handle, arranger, id, List.of(two.id(), one.id()));
            assertThat(volumes.get(handle, id).items()).isEqualTo(1);
            assertThat(volumes.get(handle, id).pages()).isEqualTo(6);
        });
    }

    /** Long random sequences of steps and undos. A failure names its seed, -Dseed repeats it. */
    @Test
    void undoingEveryStepLeadsBackToTheBeginning() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        inArchive(handle -> {
            var all = IntStream.range(0, 12)
                    .mapToObj(_ -> voucher(handle, "D10").id())
                    .toList();
            var first = all.subList(0, 4);
            var id = desk.form(handle, arranger, "样例·0", first).id();
            var states = new ArrayList<List<UUID>>(List.of(items(handle, id)));
            for (var step = 1; step <= 40; step++) {
                var now = new ArrayList<>(items(handle, id));
                var free = all.stream().filter(item -> !now.contains(item)).toList();
                var kind = random.nextInt(4);
                if (kind == 0 && !free.isEmpty()) {
                    desk.add(handle, arranger, id, List.of(free.get(random.nextInt(free.size()))));
                } else if (kind == 1 && !now.isEmpty()) {
                    desk.remove(handle, arranger, id, List.of(now.get(random.nextInt(now.size()))));
                } else if (kind == 2) {
                    desk.retitle(handle, arranger, id, "样例·" + step);
                } else {
                    Collections.shuffle(now, random);
                    desk.order(handle, arranger, id, now);
                }
                assertThat(volumes.lines(handle, id))
                        .as("seed " + seed)
                        .extracting(VolumeLine::ordinal)
                        .isEqualTo(IntStream.rangeClosed(1, items(handle, id).size())
                                .boxed()
                                .toList());
                if (desk.undoable(handle, id) == states.size()) {
                    states.add(items(handle, id));
                }
            }
            for (var back = states.size() - 2; back >= 0; back--) {
                desk.undo(handle, arranger, id);
                assertThat(items(handle, id)).as("seed " + seed).isEqualTo(states.get(back));
            }
            assertThat(volumes.get(handle, id).title()).isEqualTo("样例·0");
            refused(VolumeProblem.NOTHING_TO_UNDO, () -> desk.undo(handle, arranger, id));
        });
    }

    @Test
    void aTemplateWhoseCodesCouldNotBeReadIsRefused() {
        assertThatThrownBy(() -> new VolumeTemplate("{fonds}-{class}·{year}-{retention}-{item:4}"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new VolumeTemplate("{fonds}/{class}-{volume:3}"))
                .isInstanceOf(Malformed.class);
        assertThat(new VolumeTemplate("{fonds}-{class}·{year}·{retention}-{volume:4}")
                        .scope(Map.of("fonds", "J057", "class", "KU·01", "year", "2025", "retention", "D30"))
                        .code(7)
                        .text())
                .isEqualTo("J057-KU·01·2025·D30-0007");
    }
}
