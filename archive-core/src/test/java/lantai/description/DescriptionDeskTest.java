package lantai.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditTrail;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.database.TestPeople;
import lantai.policy.PolicyCentre;
import lantai.problem.ArchiveException;
import lantai.problem.Problem;
import lantai.problem.Refused;
import lantai.record.ItemRegister;
import lantai.record.TestItems;
import lantai.removal.Condemned;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Descriptions after filing, on a real database. */
class DescriptionDeskTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, String> COMPLETE = Map.of("responsible", "样例·医疗保障事务中心", "date", "2025-03-04");

    private static Database database;

    private final AuditTrail audit = new AuditTrail(CLOCK);
    private final ItemRegister items = new ItemRegister();
    private final DescriptionPolicy policy = new DescriptionPolicy(new PolicyCentre(audit, CLOCK, ZONE));
    private final List<UUID> ordered = new ArrayList<>();
    private final List<UUID> judged = new ArrayList<>();
    private final DescriptionDesk desk = new DescriptionDesk(
            new DescriptionDesk.Doors(
                    policy,
                    items,
                    _ -> Map.of("amount", "12.50"),
                    (_, item) -> judged.add(item),
                    (_, item) -> ordered.add(item),
                    audit),
            CLOCK,
            ZONE);
    private final SignedIn author = TestPeople.person("author", Role.ARCHIVIST);
    private final SignedIn colleague = TestPeople.person("colleague", Role.ARCHIVIST);

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
            policy.seed(handle);
            deed.accept(handle);
            handle.rollback();
        }
    }

    private static Problem problem(ThrowingCallable deed) {
        var thrown = new ArrayList<Problem>();
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(ArchiveException.class, failure -> thrown.add(failure.problem()));
        return thrown.getFirst();
    }

    private static Map<String, String> and(String code, String value) {
        var all = new java.util.HashMap<>(COMPLETE);
        all.put(code, value);
        return all;
    }

    @Test
    void anEditIsANewVersionAndTheFiledOneStays() {
        inArchive(handle -> {
            var item = TestItems.filed(handle, "J057-WS·2025-D30-0001");
            var version = desk.change(
                    handle, author, item.id(), new DescriptionEdit(1, and("title", " 样例·更正后的题名 "), "样例·题名漏字"));
            assertThat(version.number()).isEqualTo(2);
            var versions = desk.versions(handle, items.get(handle, item.id()));
            assertThat(versions).extracting(DescriptionVersion::number).containsExactly(2L, 1L);
            assertThat(versions.getLast().description().value("title")).isEqualTo(item.title());
            assertThat(versions.getLast().writtenBy()).isEqualTo("archivist");
            assertThat(versions.getLast().objectVersion()).isEqualTo(1);
            assertThat(versions.getFirst().writtenBy()).isEqualTo("author");
            assertThat(versions.getFirst().reason()).isEqualTo("样例·题名漏字");
            assertThat(versions.getFirst().objectVersion()).isZero();
            var changed = items.get(handle, item.id());
            assertThat(changed.title()).isEqualTo("样例·更正后的题名");
            assertThat(changed.dated()).contains(LocalDate.of(2025, 3, 4));
            assertThat(ordered).containsExactly(item.id());
            assertThat(handle.createQuery("select count(*) from outbox where item_id = :item")
                            .bind("item", item.id())
                            .mapTo(Integer.class)
                            .one())
                    .isEqualTo(2);
            assertThat(handle.createQuery("""
                            select detail ->> 'elements' from audit_entry
                            where subject_id = :item and action = 'ITEM_DESCRIBED'
                            """)
                            .bind("item", item.id().toString())
                            .mapTo(String.class)
                            .one())
                    .isEqualTo("date,responsible,title");
        });
    }

    @Test
    void whatWasSaidWhenItWasFiledIsNotLost() {
        inArchive(handle -> {
            var item = TestItems.filed(handle, "J057-ZY·YB·GL·2025-D30-0001", Category.YW, 2025, "D30");
            assertThat(desk.current(handle, item).value("amount")).isEqualTo("12.50");
            desk.change(handle, author, item.id(), new DescriptionEdit(1, and("scope", "样例"), "样例"));
            assertThat(desk.current(handle, items.get(handle, item.id())).value("amount"))
                    .isEqualTo("12.50");
        });
    }

    @Test
    void theSecondOfTwoWhoEditAtOnceIsTold() {
        inArchive(handle -> {
            var item = TestItems.filed(handle, "J057-WS·2025-D30-0001");
            desk.change(handle, author, item.id(), new DescriptionEdit(1, and("note", "甲"), "样例"));
            assertThatThrownBy(() ->
                            desk.change(handle, colleague, item.id(), new DescriptionEdit(1, and("note", "乙"), "样例")))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.problem()).isEqualTo(DescriptionProblem.CHANGED_BY_ANOTHER);
                        assertThat(refused.values()).containsExactly("author");
                    });
            assertThat(desk.current(handle, items.get(handle, item.id())).value("note"))
                    .isEqualTo("甲");
        });
    }

    @Test
    void nothingIncompleteIsSavedAndEveryFaultIsToldAtOnce() {
        inArchive(handle -> {
            var item = TestItems.filed(handle, "J057-ZP·2025-Y-0001", Category.ZP, 2025, "Y");
            var typed = Map.of("date", "2025-02-30", "openness", "随便", "photographer", "");
            assertThat(desk.faults(handle, item, typed))
                    .extracting(DescriptionFault::element)
                    .contains("date", "openness", "responsible", "event", "taken", "place", "photographer")
                    .doesNotContain("level", "reference-code", "composition");
            assertThat(problem(() -> desk.change(handle, author, item.id(), new DescriptionEdit(1, typed, "样例"))))
                    .isEqualTo(DescriptionProblem.NOT_A_DATE);
            assertThat(problem(() -> desk.change(handle, author, item.id(), new DescriptionEdit(1, COMPLETE, " "))))
                    .isEqualTo(DescriptionProblem.REASON_MISSING);
            assertThat(items.get(handle, item.id())).isEqualTo(item);
            assertThat(desk.versions(handle, item)).hasSize(1);
        });
    }

    @Test
    void whatFollowsFromElsewhereAndWhatIsUnknownIsNotWritten() {
        inArchive(handle -> {
            var item = TestItems.filed(handle, "J057-WS·2025-D30-0001");
            assertThat(problem(() -> desk.change(
                            handle, author, item.id(), new DescriptionEdit(1, and("retention", "Y"), "样例"))))
                    .isEqualTo(DescriptionProblem.ELEMENT_FIXED);
            assertThat(problem(() -> desk.change(
                            handle, author, item.id(), new DescriptionEdit(1, and("photographer", "甲"), "样例"))))
                    .isEqualTo(DescriptionProblem.NO_SUCH_ELEMENT);
            desk.change(handle, author, item.id(), new DescriptionEdit(1, COMPLETE, "样例"));
            assertThat(problem(() -> desk.change(handle, author, item.id(), new DescriptionEdit(2, COMPLETE, "样例"))))
                    .isEqualTo(DescriptionProblem.NOTHING_CHANGED);
        });
    }

    @Test
    void theUsualValueIsNoNewsWhereNoneWasWritten() {
        inArchive(handle -> {
            var item = TestItems.filed(handle, "J057-WS·2025-D30-0001");
            desk.change(handle, author, item.id(), new DescriptionEdit(1, and("openness", "未审核"), "样例"));
            var described = items.get(handle, item.id());
            assertThat(desk.current(handle, described).value("openness")).isEmpty();
            assertThat(desk.whole(handle, described, List.of())).containsEntry("openness", "未审核");
            desk.change(handle, author, item.id(), new DescriptionEdit(2, Map.of("openness", "控制"), "样例"));
            desk.change(handle, author, item.id(), new DescriptionEdit(3, Map.of("openness", "未审核"), "样例"));
            assertThat(desk.current(handle, items.get(handle, item.id())).value("openness"))
                    .isEqualTo("未审核");
        });
    }

    @Test
    void newWordsAreJudgedAtOnceAndAChoiceIsNot() {
        inArchive(handle -> {
            var item = TestItems.filed(handle, "J057-WS·2025-D30-0001");
            desk.change(handle, author, item.id(), new DescriptionEdit(1, COMPLETE, "样例"));
            assertThat(judged).containsExactly(item.id());
            desk.change(handle, author, item.id(), new DescriptionEdit(2, Map.of("openness", "开放"), "样例"));
            assertThat(judged).hasSize(1);
        });
    }

    @Test
    void aRelationIsSeenFromBothSidesAndStandsInTheVersion() {
        inArchive(handle -> {
            var letter = TestItems.filed(handle, "J057-WS·2025-D30-0001");
            var reply = TestItems.filed(handle, "J057-WS·2025-D30-0002");
            var tie = new Tie(RelationKind.REPLY, true, reply.id());
            var version = desk.relate(handle, author, letter.id(), 1, tie, "样例");
            assertThat(version.description().relations())
                    .containsExactly(new Relation(RelationKind.REPLY, "J057-WS·2025-D30-0002"));
            assertThat(desk.ties(handle, letter.id())).containsExactly(tie);
            assertThat(desk.ties(handle, reply.id())).containsExactly(new Tie(RelationKind.REPLY, false, letter.id()));
            assertThat(problem(() -> desk.relate(handle, author, letter.id(), 2, tie, "样例")))
                    .isEqualTo(DescriptionProblem.RELATED_ALREADY);
            assertThat(problem(() -> desk.relate(
                            handle, author, letter.id(), 2, new Tie(RelationKind.REPLY, true, letter.id()), "样例")))
                    .isEqualTo(DescriptionProblem.RELATED_TO_ITSELF);
            desk.unrelate(handle, author, letter.id(), 2, tie, "样例·登记错了");
            assertThat(desk.ties(handle, reply.id())).isEmpty();
            assertThat(problem(() -> desk.unrelate(handle, author, letter.id(), 3, tie, "样例")))
                    .isEqualTo(DescriptionProblem.NOT_RELATED);
        });
    }

    @Test
    void aVersionOnceWrittenCannotBeRewritten() {
        inArchive(handle -> {
            var item = TestItems.filed(handle, "J057-WS·2025-D30-0001");
            desk.change(handle, author, item.id(), new DescriptionEdit(1, COMPLETE, "样例"));
            new DescriptionRows().written(handle, item.id(), 2, 2);
            assertThat(desk.version(handle, items.get(handle, item.id()), 2).objectVersion())
                    .isEqualTo(2);
            assertThatThrownBy(() -> handle.execute("update description_version set reason = 'x'"))
                    .hasMessageContaining("append-only");
        });
    }

    @Test
    void nothingOfADestroyedRecordStays() {
        inArchive(handle -> {
            var item = TestItems.filed(handle, "J057-WS·2025-D30-0001");
            var other = TestItems.filed(handle, "J057-WS·2025-D30-0002");
            desk.relate(handle, author, other.id(), 1, new Tie(RelationKind.SEE_ALSO, true, item.id()), "样例");
            desk.change(handle, author, item.id(), new DescriptionEdit(1, COMPLETE, "样例"));
            new DescriptionTrace().forget(handle, new Condemned(item.id(), item.objectId(), List.of()));
            items.erase(handle, item.id());
            assertThat(new DescriptionRows().all(handle, item.id())).isEmpty();
            assertThat(desk.ties(handle, other.id())).isEmpty();
            assertThat(handle.createQuery("select count(*) from description_version where content::text like :id")
                            .bind("id", "%" + item.id() + "%")
                            .mapTo(Integer.class)
                            .one())
                    .isZero();
        });
    }
}
