package lantai.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.access.VisibleItems.Node;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditTrail;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.database.TestPeople;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleContent;
import lantai.problem.ArchiveException;
import lantai.problem.Problem;
import lantai.record.CodeGaps;
import lantai.record.Item;
import lantai.record.ReferenceCodes;
import lantai.record.TestItems;
import lantai.removal.Condemned;
import lantai.volume.VolumeClosing;
import lantai.volume.VolumeDesk;
import lantai.volume.VolumeRegister;
import lantai.volume.VolumeRules;
import org.assertj.core.groups.Tuple;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Boxes on a real database: what shares one, how many it takes, where it stands and what lies there. */
class BoxTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Database database;

    private final AuditTrail audit = new AuditTrail(CLOCK);
    private final PolicyCentre policies = new PolicyCentre(audit, CLOCK, ZONE);
    private final VolumeRules volumeRules = new VolumeRules(policies);
    private final VolumeRegister volumes = new VolumeRegister();
    private final VolumeDesk desk = new VolumeDesk(volumes, volumeRules, audit, CLOCK);
    private final VolumeClosing closing = new VolumeClosing(desk, volumeRules, audit, CLOCK);
    private final StackRules rules = new StackRules(policies);
    private final BoxRegister boxes = new BoxRegister();
    private final BoxDesk stacks = new BoxDesk(boxes, rules, audit, CLOCK);
    private final BoxFilling filling = new BoxFilling(stacks, boxes, rules, volumeRules, audit);
    private final SignedIn archivist = TestPeople.person("archivist", Role.ARCHIVIST);
    private final SignedIn keeper = TestPeople.person("keeper", Role.STORE_KEEPER);
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
        inArchive(StackRules.SHIPPED, deed);
    }

    private void inArchive(String stackRule, Consumer<Handle> deed) {
        try (var handle = database.jdbi().open()) {
            handle.begin();
            volumeRules.seed(handle);
            policies.seed(handle, StackRules.POLICY, stackRule);
            deed.accept(handle);
            handle.rollback();
        }
    }

    private Item paper(Handle handle, String term, int pages) {
        var item = TestItems.filed(handle, "J057-WS·2015-%s-%04d".formatted(term, ++number), Category.WS, 2015, term);
        pages(handle, item, pages);
        return item;
    }

    private static void pages(Handle handle, Item item, int pages) {
        handle.createUpdate("update item set page_count = :pages where id = :id")
                .bind("pages", pages)
                .bind("id", item.id())
                .execute();
    }

    private UUID volume(Handle handle, String... codes) {
        var vouchers = Stream.of(codes)
                .map(code ->
                        TestItems.filed(handle, code, Category.KU, 2015, "D30").id())
                .toList();
        var volume = desk.form(handle, archivist, "样例·卷", vouchers);
        closing.close(handle, TestPeople.person("checker", Role.REVIEWER), volume.id(), "");
        return volume.id();
    }

    private static void refused(Problem problem, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    @Test
    void aBoxTellsWhereItStandsAndTheItemsInItDoToo() {
        inArchive(handle -> {
            var one = paper(handle, "D30", 4);
            var two = paper(handle, "D30", 5);
            var box = stacks.pack(handle, keeper, 30, List.of(two.id(), one.id()));
            assertThat(box.code()).isEqualTo("J057-WS·2015-D30-H001");
            assertThat(box.pages()).isEqualTo(9);
            assertThat(boxes.contents(handle, box.id()))
                    .extracting(BoxLine::ordinal, BoxLine::referenceCode, BoxLine::volume)
                    .containsExactly(
                            Tuple.tuple(1, two.referenceCode().text(), false),
                            Tuple.tuple(2, one.referenceCode().text(), false));
            stacks.move(handle, keeper, List.of(box.id()), "一号库 3列2架5层");
            assertThat(boxes.ofItem(handle, one.id()).orElseThrow().location()).contains(new Location("一号库", 3, 2, 5));
            for (var place : List.of("一号库", "一号库-3", "一号库-3-2-", "H001")) {
                assertThat(boxes.list(handle, new BoxRegister.Filter(Node.ALL, place, false), 0, 10))
                        .as(place)
                        .hasSize(1);
            }
            assertThat(boxes.list(handle, new BoxRegister.Filter(Node.ALL, "一号库-30", false), 0, 10))
                    .isEmpty();
            assertThat(boxes.count(handle, new BoxRegister.Filter(Node.ALL, "", true)))
                    .isZero();
            assertThat(handle.createQuery("select detail ->> 'to' from audit_entry where action = 'BOX_MOVED'")
                            .mapTo(String.class)
                            .one())
                    .isEqualTo("一号库-3-2-5");
        });
    }

    @Test
    void aClosedVolumeLiesInABoxAndItsItemsWithIt() {
        inArchive(handle -> {
            var volume = volume(handle, "J057-KU·2015-D30-0001");
            var item = volumes.lines(handle, volume).getFirst().item();
            refused(StacksProblem.IN_A_VOLUME, () -> stacks.pack(handle, keeper, 30, List.of(item)));
            var box = stacks.pack(handle, keeper, 30, List.of(volume));
            assertThat(box.items()).isEqualTo(1);
            assertThat(boxes.ofItem(handle, item).orElseThrow().code()).isEqualTo("J057-KU·2015-D30-H001");
            assertThat(boxes.ofVolume(handle, volume).orElseThrow().id()).isEqualTo(box.id());
            refused(StacksProblem.IN_A_BOX, () -> stacks.pack(handle, keeper, 30, List.of(volume)));
        });
        inArchive(handle -> {
            var voucher = TestItems.filed(handle, "J057-KU·2015-D30-0002", Category.KU, 2015, "D30");
            var open = desk.form(handle, archivist, "样例·未立卷", List.of(voucher.id()));
            refused(StacksProblem.VOLUME_NOT_CLOSED, () -> stacks.pack(handle, keeper, 30, List.of(open.id())));
        });
    }

    @Test
    void whatIsOfAnotherYearClassOrTermGetsAnotherBox() {
        inArchive(handle -> {
            var ten = paper(handle, "D10", 1);
            var thirty = paper(handle, "D30", 1);
            refused(
                    StacksProblem.BELONGS_ELSEWHERE,
                    () -> stacks.pack(handle, keeper, 30, List.of(thirty.id(), ten.id())));
        });
        inArchive(handle -> {
            var thirty = paper(handle, "D30", 1);
            refused(StacksProblem.NO_SUCH_THICKNESS, () -> stacks.pack(handle, keeper, 25, List.of(thirty.id())));
            refused(StacksProblem.NOTHING_CHOSEN, () -> stacks.pack(handle, keeper, 30, List.of()));
            refused(
                    StacksProblem.NO_SUCH_CODE,
                    () -> stacks.pack(handle, keeper, 30, List.of(thirty.id(), UUID.randomUUID())));
        });
    }

    @Test
    void aWholePlaceIsPackedIntoAsManyBoxesAsItTakes() {
        inArchive(handle -> {
            for (var each = 0; each < 5; each++) {
                paper(handle, "D30", 100);
            }
            paper(handle, "D10", 500);
            volume(handle, "J057-KU·2015-D30-0001");
            var node = new Node("J057", "WS", "", Optional.of(2015));
            var plan = filling.plan(handle, 30, node);
            assertThat(plan.items()).isEqualTo(6);
            assertThat(plan.pages()).isEqualTo(1000);
            assertThat(plan.out()).isEmpty();
            assertThat(plan.boxes())
                    .extracting(FillPlan.Planned::first, FillPlan.Planned::last, FillPlan.Planned::pages)
                    .contains(Tuple.tuple("J057-WS·2015-D30-0001", "J057-WS·2015-D30-0002", 200));
            var made = filling.fill(handle, keeper, 30, node);
            assertThat(boxes.count(handle, new BoxRegister.Filter(Node.ALL, "", false, Optional.of(made.id()))))
                    .isEqualTo(4);
            assertThat(made.boxes().stream().map(id -> boxes.get(handle, id)))
                    .extracting(Box::code, Box::contents)
                    .containsExactlyInAnyOrder(
                            Tuple.tuple("J057-WS·2015-D30-H001", 2),
                            Tuple.tuple("J057-WS·2015-D30-H002", 2),
                            Tuple.tuple("J057-WS·2015-D30-H003", 1),
                            Tuple.tuple("J057-WS·2015-D10-H001", 1));
            refused(StacksProblem.NOTHING_TO_FILL, () -> filling.fill(handle, keeper, 30, node));
            assertThat(reasons(handle, node)).containsExactly(Tuple.tuple(FillPlan.Reason.BOXED, 6));
            refused(StacksProblem.SCOPE_MISSING, () -> filling.fill(handle, keeper, 50, Node.ALL));
            assertThat(filling.fill(handle, keeper, 50, new Node("J057", "", "", Optional.empty()))
                            .boxes())
                    .hasSize(1);
        });
    }

    @Test
    void looseRecordsThatAreToBeBoundToVolumesAreLeftWhenBoxesAreFilled() {
        inArchive(handle -> {
            volume(handle, "J057-KU·2015-D30-0001");
            for (var each = 2; each <= 4; each++) {
                TestItems.filed(handle, "J057-KU·2015-D30-000" + each, Category.KU, 2015, "D30");
            }
            paper(handle, "D30", 1);
            var all = new Node("J057", "", "", Optional.empty());
            assertThat(filling.fill(handle, keeper, 30, all).boxes()).hasSize(2);
            assertThat(reasons(handle, all))
                    .containsExactly(
                            Tuple.tuple(FillPlan.Reason.TO_BE_BOUND, 3), Tuple.tuple(FillPlan.Reason.BOXED, 2));
            var vouchers = new Node("J057", "KU", "", Optional.of(2015));
            assertThatThrownBy(() -> filling.fill(handle, keeper, 30, vouchers))
                    .hasMessageStartingWith("NOTHING_TO_FILL [\"3\"]");
        });
    }

    private List<Tuple> reasons(Handle handle, Node node) {
        return filling.out(handle, node).stream()
                .map(out -> Tuple.tuple(out.reason(), out.count()))
                .toList();
    }

    @Test
    void whatLiesNowhereOrHasNoPagesStaysOutOfBoxesAndIsNamed() {
        inArchive(handle -> {
            var made = paper(handle, "D30", 3);
            origin(handle, made, "BORN_DIGITAL");
            var blank = paper(handle, "D30", 0);
            origin(handle, blank, "PHYSICAL");
            var film = TestItems.filed(handle, "J057-LX·2015-D30-0001", Category.SX, 2015, "D30");
            pages(handle, film, 0);
            TestItems.filed(handle, "J057-SJ·2015-D30-0001", Category.DZ, 2015, "D30");
            var scanned = paper(handle, "D30", 2);
            origin(handle, scanned, "DIGITISED");
            var open = TestItems.filed(handle, "J057-KU·2015-D30-0009", Category.KU, 2015, "D30");
            desk.form(handle, archivist, "样例·未立卷", List.of(open.id()));
            var year = new Node("", "", "", Optional.of(2015));
            assertThat(filling.plan(handle, 20, year).boxes())
                    .extracting(FillPlan.Planned::first)
                    .containsExactly(scanned.referenceCode().text());
            assertThat(reasons(handle, year))
                    .containsExactly(
                            Tuple.tuple(FillPlan.Reason.BORN_DIGITAL, 2),
                            Tuple.tuple(FillPlan.Reason.VOLUME_OPEN, 1),
                            Tuple.tuple(FillPlan.Reason.WITHOUT_PAGES, 2));
            assertThat(filling.out(handle, year).getLast().named())
                    .extracting(FillPlan.Named::code)
                    .containsExactly(
                            "J057-LX·2015-D30-0001", blank.referenceCode().text());
            assertThat(filling.fill(handle, keeper, 20, year).boxes()).hasSize(1);
            assertThat(boxes.ofItem(handle, made.id())).isEmpty();
        });
    }

    @Test
    void aVolumeWithoutAnythingOnPaperStaysOutOneWithSomePaperDoesNot() {
        inArchive(handle -> {
            var digital = volume(handle, "J057-KU·2015-D30-0001");
            origin(handle, digital, "BORN_DIGITAL");
            var mixed = volume(handle, "J057-KU·2015-D30-0002", "J057-KU·2015-D30-0003");
            handle.execute("update item set origin = 'BORN_DIGITAL' where reference_code = ?", "J057-KU·2015-D30-0003");
            var vouchers = new Node("J057", "KU", "", Optional.empty());
            assertThat(filling.plan(handle, 20, vouchers).items()).isEqualTo(2);
            assertThat(reasons(handle, vouchers)).containsExactly(Tuple.tuple(FillPlan.Reason.BORN_DIGITAL, 1));
            filling.fill(handle, keeper, 20, vouchers);
            assertThat(boxes.ofVolume(handle, digital)).isEmpty();
            assertThat(boxes.ofVolume(handle, mixed)).isPresent();
        });
    }

    private static void origin(Handle handle, Item item, String origin) {
        handle.execute("update item set origin = ? where id = ?", origin, item.id());
    }

    private static void origin(Handle handle, UUID volume, String origin) {
        handle.execute(
                "update item set origin = ? where id in (select item_id from volume_item where volume_id = ?)",
                origin,
                volume);
    }

    @Test
    void whatWasPackedTogetherIsUndoneUntilItIsPrintedOrPlacedAndItsNumbersAreFreeAgain() {
        inArchive(handle -> {
            for (var each = 0; each < 4; each++) {
                paper(handle, "D30", 160);
            }
            var place = new Node("J057", "WS", "", Optional.of(2015));
            var first = filling.fill(handle, keeper, 20, place);
            assertThat(filling.undo(handle, keeper, first.id())).isEqualTo(4);
            refused(StacksProblem.NOTHING_TO_UNDO, () -> filling.undo(handle, keeper, first.id()));
            var again = filling.fill(handle, keeper, 20, place);
            assertThat(boxes.get(handle, again.boxes().getFirst()).code()).isEqualTo("J057-WS·2015-D30-H001");
            stacks.printed(handle, again.boxes().subList(0, 1));
            stacks.move(handle, keeper, again.boxes().subList(1, 2), "一号库-1-1-1");
            stacks.note(handle, keeper, again.boxes().get(2), "样例·齐全");
            assertThat(boxes.unsettled(handle, again.id())).isEqualTo(1);
            assertThat(filling.undo(handle, keeper, again.id())).isEqualTo(1);
            assertThat(filling.plan(handle, 20, place).items()).isEqualTo(1);
            assertThat(boxes.get(
                                    handle,
                                    filling.fill(handle, keeper, 20, place)
                                            .boxes()
                                            .getFirst())
                            .code())
                    .isEqualTo("J057-WS·2015-D30-H004");
        });
    }

    @Test
    void numbersOfVolumesAndBoxesAreListedWithTheirGapsApartFromThoseOfRecords() {
        inArchive(handle -> {
            var groups = new CodeGaps(audit, CLOCK).of(CodeGaps.Counted.GROUPS);
            volume(handle, "J057-KU·2015-D30-0001");
            ReferenceCodes.ofGroups().next(handle, "J057-KU·2015-D30-");
            volume(handle, "J057-KU·2015-D30-0002");
            stacks.pack(handle, keeper, 30, List.of(paper(handle, "D30", 1).id()));
            ReferenceCodes.ofGroups().next(handle, "YJ-2026");
            assertThat(groups.scopes(handle, 0, 10))
                    .extracting(CodeGaps.Scope::scope, CodeGaps.Scope::last, CodeGaps.Scope::held, CodeGaps.Scope::open)
                    .containsExactly(
                            Tuple.tuple("J057-KU·2015-D30-", 3, 2, 1),
                            Tuple.tuple("YJ-2026", 1, 0, 1),
                            Tuple.tuple("J057-WS·2015-D30-H", 1, 1, 0));
            assertThat(groups.gaps(handle, "J057-KU·2015-D30-", 0, 10))
                    .extracting(CodeGaps.Gap::first, CodeGaps.Gap::last)
                    .containsExactly(Tuple.tuple(2, 2));
            assertThatThrownBy(() -> groups.explain(handle, keeper.actor(), "J057-KU·2015-D30-", 3, 3, "样例"))
                    .hasMessageStartingWith("NOT_A_GAP");
            groups.explain(handle, keeper.actor(), "J057-KU·2015-D30-", 2, 2, "样例·试编");
            assertThat(groups.scopes(handle, 0, 1))
                    .extracting(CodeGaps.Scope::scope)
                    .containsExactly("YJ-2026");
            assertThat(new CodeGaps(audit, CLOCK).scopes(handle, 0, 10))
                    .as("records count for themselves")
                    .isEmpty();
        });
    }

    @Test
    void aPlaceMustBeOneOfTheRooms() {
        var rule = StackRules.SHIPPED.replace(
                "\"rooms\": []", "\"rooms\": [{\"room\": \"一号库\", \"bays\": 3, \"racks\": 4, \"shelves\": 6}]");
        assertThat(StackRules.houseRule().faults(null, RuleContent.parse(rule)).isEmpty())
                .isTrue();
        assertThat(StackRules.houseRule().faults(null, RuleContent.parse(rule.replace("\"bays\": 3", "\"bays\": 0"))))
                .hasSize(1);
        inArchive(rule, handle -> {
            var box = stacks.pack(
                    handle, keeper, 30, List.of(paper(handle, "D30", 1).id()));
            for (var wrong : List.of("一号库-4-1-1", "二号库-1-1-1", "一号库-1-1", "一号库-0-1-1", "")) {
                refused(StacksProblem.NO_SUCH_PLACE, () -> stacks.move(handle, keeper, List.of(box.id()), wrong));
            }
            stacks.move(handle, keeper, List.of(box.id()), "一号库-3-4-6");
            stacks.note(handle, archivist, box.id(), "样例·第 1 件缺附件");
            assertThat(boxes.get(handle, box.id()).checked().orElseThrow().by()).isEqualTo("archivist");
        });
    }

    @Test
    void whatIsTakenOutOrDestroyedLeavesNoGap() {
        inArchive(handle -> {
            var papers = List.of(paper(handle, "D30", 1), paper(handle, "D30", 1), paper(handle, "D30", 1));
            var box = stacks.pack(
                    handle, keeper, 30, papers.stream().map(Item::id).toList());
            stacks.take(handle, keeper, box.id(), List.of(papers.getFirst().id()));
            new BoxTrace()
                    .forget(
                            handle,
                            new Condemned(papers.get(1).id(), papers.get(1).objectId(), List.of()));
            assertThat(boxes.contents(handle, box.id()))
                    .extracting(BoxLine::ordinal, BoxLine::id)
                    .containsExactly(Tuple.tuple(1, papers.get(2).id()));
            stacks.put(handle, keeper, box.id(), List.of(papers.getFirst().id()));
            assertThat(boxes.contents(handle, box.id()))
                    .extracting(BoxLine::ordinal)
                    .containsExactly(1, 2);
            refused(
                    StacksProblem.NOT_IN_THE_BOX,
                    () -> stacks.take(handle, keeper, box.id(), List.of(UUID.randomUUID())));
        });
    }

    /** A failure names its seed, -Dseed repeats it. */
    @Test
    void aPlaceIsReadAsItIsWritten() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var each = 0; each < 500; each++) {
            var place = new Location(
                    List.of("一号库", "A-2 库", "地下室", "B1").get(random.nextInt(4)),
                    1 + random.nextInt(99),
                    1 + random.nextInt(99),
                    1 + random.nextInt(20));
            assertThat(Location.parse(place.toString())).as("seed " + seed).contains(place);
        }
    }
}
