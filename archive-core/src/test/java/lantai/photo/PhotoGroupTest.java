package lantai.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lantai.access.Visibility;
import lantai.access.VisibleItems.Node;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditTrail;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.database.TestPeople;
import lantai.photo.PhotoGroupDesk.Belonging;
import lantai.policy.PolicyCentre;
import lantai.record.CodeGaps;
import lantai.record.CodeScope;
import lantai.record.GroupPlace;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.record.ReferenceCodeRule;
import lantai.record.ReferenceCodes;
import lantai.record.Renumbering;
import lantai.record.StagedItems;
import lantai.record.TestItems;
import lantai.retention.RetentionPeriod;
import org.assertj.core.groups.Tuple;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Photo groups on a real database: opened once however many file into them, described with a reason, never losing a number. */
class PhotoGroupTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T02:00:00Z");
    private static final RetentionPeriod FOREVER = new RetentionPeriod.Permanent();
    private static final Visibility ALL = new Visibility.All();
    private static final int THREADS = 2;
    private static final int PHOTOS = 150;

    private static Database database;

    private final AuditTrail audit = new AuditTrail(CLOCK);
    private final ItemRegister items = new ItemRegister();
    private final PhotoGroups groups = new PhotoGroups();
    private final List<UUID> ordered = new ArrayList<>();
    private final PhotoGroupDesk desk = new PhotoGroupDesk(groups, (_, item) -> ordered.add(item), audit, CLOCK);
    private final PhotoLines lines = new PhotoLines(items, item -> Map.of("photographer", "样例·入库时的摄影者"));
    private final ReferenceCodes numbers = new ReferenceCodes();
    private final SignedIn archivist = TestPeople.person("archivist", Role.ARCHIVIST);
    private final SignedIn colleague = TestPeople.person("colleague", Role.REVIEWER);

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh(THREADS + 2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private void inArchive(Consumer<Handle> deed) {
        try (var handle = database.jdbi().open()) {
            handle.begin();
            deed.accept(handle);
            handle.rollback();
        }
    }

    private static GroupPlace place(int year) {
        return new GroupPlace(new CodeScope("J057-ZP·%d-Y-".formatted(year), 4), Category.ZP, year, FOREVER);
    }

    private String joined(Handle handle, int year, String name, String origin) {
        var number = desk.joining(handle, archivist, place(year), new Belonging(name, origin));
        return place(year).scope().code(number).text();
    }

    private Item photo(Handle handle, String group) {
        var scope = new CodeScope(group + '-', 4);
        var code = scope.code(numbers.next(handle, scope.text())).text();
        return TestItems.filed(handle, code, Category.ZP, Integer.parseInt(code.substring(8, 12)), "Y");
    }

    @Test
    void photosThatBelongTogetherAreOneGroupAndOthersAreAnother() {
        inArchive(handle -> {
            assertThat(joined(handle, 2025, "进社区", "b1/进社区")).isEqualTo("J057-ZP·2025-Y-0001");
            assertThat(joined(handle, 2025, "进社区", "b1/进社区")).isEqualTo("J057-ZP·2025-Y-0001");
            assertThat(joined(handle, 2025, "进社区", "b2/进社区"))
                    .as("another delivery, another event")
                    .isEqualTo("J057-ZP·2025-Y-0002");
            assertThat(joined(handle, 2024, "进社区", "b1/进社区")).as("another year").isEqualTo("J057-ZP·2024-Y-0001");
            assertThat(joined(handle, 2025, "j057-zp•2025-y-0001", "b3=x"))
                    .as("joined by its code")
                    .isEqualTo("J057-ZP·2025-Y-0001");
            assertThatThrownBy(() -> joined(handle, 2025, "J057-ZP·2024-Y-0001", "b3=x"))
                    .hasMessageStartingWith("GROUP_ELSEWHERE");
            assertThatThrownBy(() -> joined(handle, 2025, "J057-ZP·2025-Y-0009", "b3=x"))
                    .hasMessageStartingWith("GROUP_ELSEWHERE");
            assertThat(desk.next(handle, place(2025))).isEqualTo(3);
            assertThat(desk.existing(handle, place(2025), new Belonging("y", "b4=y")))
                    .isEmpty();
        });
    }

    @Test
    void twoThreadsFilingIntoOneGroupOpenItOnceAndLoseNoNumber() throws Exception {
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var work = IntStream.range(0, THREADS)
                    .mapToObj(_ -> (Callable<Integer>) () -> {
                        for (var i = 0; i < PHOTOS; i++) {
                            var name = "活动" + i / 10;
                            database.jdbi()
                                    .useTransaction(
                                            handle -> photo(handle, joined(handle, 2019, name, "batch/" + name)));
                        }
                        return PHOTOS;
                    })
                    .toList();
            for (var done : pool.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(PHOTOS);
            }
        }
        database.jdbi().useHandle(handle -> {
            var node = new Node("J057", "ZP", "ZP", Optional.of(2019));
            var all = groups.list(handle, ALL, new PhotoGroups.Filter(node, ""), PhotoGroups.Order.CODE, 0, 100);
            assertThat(all).hasSize(PHOTOS / 10).allSatisfy(group -> {
                assertThat(group.photos()).isEqualTo(10 * THREADS);
                assertThat(lines.of(handle, ALL, group, 0, 100))
                        .extracting(PhotoLine::number)
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, 10 * THREADS).boxed().toList());
            });
            assertThat(all)
                    .extracting(PhotoGroup::number)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, PHOTOS / 10).boxed().toList());
        });
    }

    @Test
    void aGroupNeverGetsTheCodeOfAPhotoThatWasFiledBeforeThereWereGroups() {
        inArchive(handle -> {
            var old = TestItems.filed(handle, "J057-ZP·2018-Y-0004", Category.ZP, 2018, "Y");
            numbers.reach(handle, "J057-ZP·2018-Y-", 4);
            assertThat(desk.next(handle, place(2018))).isEqualTo(5);
            assertThat(joined(handle, 2018, "年终会议", "b/年终会议")).isEqualTo("J057-ZP·2018-Y-0005");
            assertThat(groups.of(handle, old.id())).as("it is in no group").isEmpty();
        });
    }

    @Test
    void aPhotoTellsItsCaptionAndADestroyedOneLeavesItsLine() {
        inArchive(handle -> {
            var code = joined(handle, 2025, "进社区", "b/进社区");
            var first = photo(handle, code);
            var second = photo(handle, code);
            var third = photo(handle, code);
            handle.execute("update item set dated = date '2025-09-16' where id = ?", second.id());
            handle.execute("""
                    insert into description_version (item_id, number, content, written_by, written_at, reason)
                    values (?, 1, cast('{"values": {"event": "现场讲解", "place": "样例社区", "figures": "讲解员（左一）"},
                        "relations": []}' as jsonb), 'archivist', now(), '补说明')
                    """, second.id());
            handle.execute("delete from item where id = ?", first.id());
            new CodeGaps(audit, CLOCK)
                    .leave(
                            handle,
                            archivist.actor(),
                            CodeGaps.Kind.DISPOSED,
                            first.referenceCode(),
                            "J057-XH·2026-001");
            var group = groups.find(handle, code).orElseThrow();
            assertThat(group.photos()).isEqualTo(2);
            assertThat(group.first()).contains(LocalDate.of(2025, 9, 16));
            var all = lines.of(handle, ALL, group, 0, 100);
            assertThat(all.getFirst()).isInstanceOfSatisfying(PhotoLine.Gone.class, gone -> {
                assertThat(gone.code()).isEqualTo(first.referenceCode().text());
                assertThat(gone.kind()).isEqualTo(CodeGaps.Kind.DISPOSED);
            });
            assertThat(all.stream().filter(PhotoLine.Photo.class::isInstance).map(PhotoLine.Photo.class::cast))
                    .extracting(PhotoLine.Photo::caption, PhotoLine.Photo::described)
                    .containsExactly(
                            Tuple.tuple(new Caption("现场讲解", "2025-09-16", "样例社区", "讲解员（左一）", "", ""), true),
                            Tuple.tuple(new Caption(third.title(), "", "", "", "", "样例·入库时的摄影者"), true));
            assertThat(lines.of(handle, ALL, group, 2, 100))
                    .extracting(PhotoLine::number)
                    .containsExactly(3);
            assertThat(lines.of(handle, new Visibility.None(), group, 0, 100))
                    .extracting(PhotoLine::number)
                    .containsExactly(1);
            assertThatThrownBy(() -> groups.get(handle, new Visibility.None(), group.id()))
                    .hasMessageStartingWith("NO_SUCH_GROUP");
            assertThat(groups.seen(handle, new Visibility.None(), group.id())).isZero();
        });
    }

    @Test
    void aGroupIsDescribedWithAReasonAndItsPhotosAreWrittenAnew() {
        inArchive(handle -> {
            var code = joined(handle, 2025, "DCIM", "b/DCIM");
            var photo = photo(handle, code);
            var id = groups.find(handle, code).orElseThrow().id();
            var words = new PhotoWords(" 医保政策进社区 ", "九月宣传月的一次。", "样例·苗佳慧", "样例社区");
            assertThatThrownBy(() -> desk.describe(handle, archivist, id, 1, words, " "))
                    .hasMessageStartingWith("REASON_MISSING");
            var untitled = new PhotoWords(" ", "", "", "");
            assertThatThrownBy(() -> desk.describe(handle, archivist, id, 1, untitled, "样例"))
                    .hasMessageStartingWith("TITLE_MISSING");
            var longest = new PhotoWords("题", "说".repeat(2001), "", "");
            assertThatThrownBy(() -> desk.describe(handle, archivist, id, 1, longest, "样例"))
                    .hasMessageStartingWith("WORDS_TOO_LONG");
            desk.describe(handle, archivist, id, 1, words, "按活动方案改");
            assertThat(ordered).containsExactly(photo.id());
            assertThatThrownBy(() -> desk.describe(handle, colleague, id, 1, untitled, "样例"))
                    .hasMessageStartingWith("TITLE_MISSING");
            assertThatThrownBy(() -> desk.describe(handle, colleague, id, 1, words, "样例"))
                    .hasMessageStartingWith("CHANGED_MEANWHILE [\"archivist\"");
            assertThatThrownBy(() -> desk.describe(handle, colleague, id, 2, words, "样例"))
                    .hasMessageStartingWith("NOTHING_CHANGED");
            assertThat(groups.versions(handle, id))
                    .extracting(PhotoVersion::number, version -> version.words().title(), PhotoVersion::reason)
                    .containsExactly(Tuple.tuple(2L, "医保政策进社区", "按活动方案改"), Tuple.tuple(1L, "DCIM", ""));
            assertThat(groups.of(handle, photo.id())).map(PhotoGroup::words).contains(words.stripped());
        });
    }

    @Test
    void groupsAreFoundByWordsAndPutIntoOrder() {
        inArchive(handle -> {
            photo(handle, joined(handle, 2025, "乙 年终会议", "b/1"));
            var larger = joined(handle, 2025, "甲 进社区", "b/2");
            photo(handle, larger);
            photo(handle, larger);
            var node = new Node("J057", "ZP", "", Optional.of(2025));
            var everything = new PhotoGroups.Filter(node, " ");
            assertThat(groups.list(handle, ALL, everything, PhotoGroups.Order.of("photos"), 0, 10))
                    .extracting(group -> group.words().title())
                    .containsExactly("甲 进社区", "乙 年终会议");
            assertThat(groups.list(handle, ALL, everything, PhotoGroups.Order.of("?"), 1, 10))
                    .extracting(PhotoGroup::code)
                    .containsExactly(larger);
            assertThat(groups.list(handle, ALL, new PhotoGroups.Filter(node, "进社"), PhotoGroups.Order.CODE, 0, 10))
                    .extracting(PhotoGroup::code)
                    .containsExactly(larger);
            assertThat(groups.count(handle, ALL, new PhotoGroups.Filter(Node.ALL, "j057-zp·2025-y-0002")))
                    .isEqualTo(1);
            assertThat(groups.count(handle, new Visibility.None(), everything)).isZero();
            var second = groups.find(handle, larger).orElseThrow();
            assertThat(groups.beside(handle, ALL, second, true)).isPresent();
            assertThat(groups.beside(handle, ALL, second, false)).isEmpty();
        });
    }

    @Test
    void photosOfACatalogueBringTheirGroupsAndTheNumbersAreTaken() {
        inArchive(handle -> {
            var staged = new StagedItems(CLOCK);
            var batch = UUID.randomUUID();
            var old = List.of(
                    photo(handle, "J057-ZP·2012-Y-0007"),
                    photo(handle, "J057-ZP·2012-Y-0007"),
                    TestItems.filed(handle, "J057-ZP·2012-Y-0009", Category.ZP, 2012, "Y"));
            handle.execute("delete from item where year = 2012");
            staged.stage(handle, batch, old);
            desk.adopt(handle, archivist.actor(), batch);
            staged.publish(handle, batch);
            var group = groups.find(handle, "J057-ZP·2012-Y-0007").orElseThrow();
            assertThat(group.photos()).isEqualTo(2);
            assertThat(group.words().title()).isEqualTo(old.getFirst().title());
            assertThat(groups.versions(handle, group.id())).hasSize(1);
            assertThat(groups.find(handle, "J057-ZP·2012-Y-0009")).isEmpty();
            assertThat(desk.next(handle, place(2012))).isEqualTo(10);
            desk.adopt(handle, archivist.actor(), batch);
            assertThat(groups.versions(handle, group.id())).hasSize(1);
        });
    }

    @Test
    void aRenumberedPhotoJoinsTheGroupThatIsNamedOrOpensOneAndLeavesItsLineBehind() {
        inArchive(handle -> {
            var policies = new PolicyCentre(audit, CLOCK, ZoneId.of("Asia/Shanghai"));
            policies.seed(handle, ReferenceCodeRule.POLICY, """
                    {"fonds": "J057", "templates": [
                      {"category": "ZP", "template": "{fonds}-ZP·{year}-{retention}-{group:4}-{item:4}"}]}
                    """);
            var renumbering = new Renumbering(policies, items, new CodeGaps(audit, CLOCK), audit, CLOCK).into(desk);
            var from = joined(handle, 2025, "进社区", "b/1");
            var to = joined(handle, 2025, "年终会议", "b/2");
            var photo = photo(handle, from);
            var same = new Renumbering.Target(Category.ZP, "", 2025, FOREVER);
            assertThatThrownBy(() -> renumbering.propose(handle, archivist, photo.id(), same, "样例"))
                    .hasMessageStartingWith("CODE_STAYS");
            var itself = new Renumbering.Target(Category.ZP, "", 2025, FOREVER, from);
            assertThatThrownBy(() -> renumbering.propose(handle, archivist, photo.id(), itself, "样例"))
                    .hasMessageStartingWith("CODE_STAYS");
            var other = new Renumbering.Target(Category.ZP, "", 2025, FOREVER, to);
            var change = renumbering.propose(handle, archivist, photo.id(), other, "拍的是年终会议");
            assertThat(change.target()).isEqualTo(other);
            renumbering.approve(handle, colleague, change.id());
            assertThat(items.get(handle, photo.id()).referenceCode().text()).isEqualTo(to + "-0001");
            assertThat(groups.of(handle, photo.id())).map(PhotoGroup::code).contains(to);
            assertThat(lines.of(handle, ALL, groups.find(handle, from).orElseThrow(), 0, 10))
                    .hasOnlyElementsOfType(PhotoLine.Gone.class)
                    .hasSize(1);
            var split = new Renumbering.Target(Category.ZP, "", 2025, FOREVER, Renumbering.Target.NEW_GROUP);
            var apart = renumbering.propose(handle, archivist, photo.id(), split, "单独成组");
            renumbering.approve(handle, colleague, apart.id());
            assertThat(items.get(handle, photo.id()).referenceCode().text()).isEqualTo("J057-ZP·2025-Y-0003-0001");
            var old = TestItems.filed(handle, "J057-ZP·2025-Y-0002", Category.ZP, 2025, "Y");
            var grouped = renumbering.propose(handle, archivist, old.id(), same, "补建照片组");
            renumbering.approve(handle, colleague, grouped.id());
            assertThat(items.get(handle, old.id()).referenceCode().text()).isEqualTo("J057-ZP·2025-Y-0004-0001");
            var fresh = new Renumbering.Target(Category.ZP, "", 2024, FOREVER);
            var again = renumbering.propose(handle, archivist, photo.id(), fresh, "年度错了");
            renumbering.approve(handle, colleague, again.id());
            assertThat(items.get(handle, photo.id()).referenceCode().text()).isEqualTo("J057-ZP·2024-Y-0001-0001");
            assertThat(groups.of(handle, photo.id()).orElseThrow().words().title())
                    .isEqualTo(photo.title());
        });
    }
}
