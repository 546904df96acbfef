package lantai.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditTrail;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.database.TestPeople;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.record.TestItems;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One element of many records, on a real database: looked at, done, taken back. */
class BulkDeskTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Database database;
    private static SignedIn author;
    private static SignedIn colleague;
    private static int scopes;

    private final AuditTrail audit = new AuditTrail(CLOCK);
    private final ItemRegister items = new ItemRegister();
    private final DescriptionPolicy policy = new DescriptionPolicy(new PolicyCentre(audit, CLOCK, ZONE));
    private final List<UUID> ordered = new ArrayList<>();
    private final DescriptionDesk desk = new DescriptionDesk(
            new DescriptionDesk.Doors(policy, items, _ -> Map.of(), (_, _) -> {}, (_, _) -> {}, audit), CLOCK, ZONE);
    private final BulkDesk bulk = new BulkDesk(database.jdbi(), desk, (_, edit) -> ordered.add(edit), audit, CLOCK);

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        author = person("author");
        colleague = person("colleague");
        var centre = new PolicyCentre(new AuditTrail(CLOCK), CLOCK, ZONE);
        database.jdbi().useTransaction(new DescriptionPolicy(centre)::seed);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static SignedIn person(String name) {
        var who = TestPeople.person(name, Role.ARCHIVIST);
        database.jdbi().useHandle(handle -> handle.execute("""
                insert into account (id, name, display_name, roles, password_hash, must_change_password, created_at)
                values (?, ?, ?, '{ARCHIVIST}', '', false, now())
                """, who.account().id(), name, name));
        return who;
    }

    private List<UUID> filed(int number, Category category) {
        scopes++;
        return database.jdbi()
                .inTransaction(transaction -> IntStream.rangeClosed(1, number)
                        .mapToObj(n -> TestItems.filed(
                                        transaction,
                                        "J057-WS·2025-D%d-%04d".formatted(scopes, n),
                                        category,
                                        2025,
                                        "D30")
                                .id())
                        .toList());
    }

    private BulkEdit prepare(BulkKind kind, String element, String find, String value, List<UUID> ids) {
        return database.jdbi()
                .inTransaction(transaction ->
                        bulk.prepare(transaction, author, new BulkOrder(kind, element, find, value, "样例"), ids));
    }

    private BulkEdit done(BulkEdit edit) {
        database.jdbi().useTransaction(transaction -> bulk.start(transaction, author, edit.id()));
        assertThat(ordered).contains(edit.id());
        bulk.run(edit.id());
        return get(edit);
    }

    private BulkEdit get(BulkEdit edit) {
        return database.jdbi().withHandle(handle -> bulk.get(handle, edit.id()));
    }

    private List<BulkLine> lines(BulkEdit edit, BulkLine.State state) {
        return database.jdbi().withHandle(handle -> bulk.lines(handle, edit.id(), state, 9));
    }

    private Item item(UUID id) {
        return database.jdbi().withHandle(handle -> items.get(handle, id));
    }

    private String value(UUID id, String code) {
        return database.jdbi()
                .withHandle(
                        handle -> desk.current(handle, items.get(handle, id)).value(code));
    }

    @Test
    void manyRecordsGetAValueEachInItsOwnVersionAndItIsTakenBack() {
        var ids = filed(205, Category.WS);
        var prepared = prepare(BulkKind.SET, "openness", "", "控制", ids);
        assertThat(prepared.waiting()).isEqualTo(205);
        assertThat(value(ids.getFirst(), "openness")).isEmpty();
        var edit = done(prepared);
        assertThat(edit.state()).isEqualTo(BulkState.DONE);
        assertThat(edit.done()).isEqualTo(205);
        assertThat(edit.percent()).isEqualTo(100);
        assertThat(ids).allSatisfy(id -> {
            assertThat(value(id, "openness")).isEqualTo("控制");
            assertThat(item(id).version()).isEqualTo(2);
        });
        var later = ids.get(7);
        database.jdbi()
                .useTransaction(transaction -> desk.change(
                        transaction,
                        colleague,
                        later,
                        new DescriptionEdit(
                                2, Map.of("openness", "开放", "responsible", "样例", "date", "2025-01-02"), "样例·单独改")));
        var undo =
                done(database.jdbi().inTransaction(transaction -> bulk.undo(transaction, author, edit.id(), "样例·改错了")));
        assertThat(undo.done()).isEqualTo(204);
        assertThat(undo.left()).isEqualTo(1);
        assertThat(value(ids.getFirst(), "openness")).isEmpty();
        assertThat(value(later, "openness")).isEqualTo("开放");
        assertThat(lines(undo, BulkLine.State.LEFT))
                .singleElement()
                .satisfies(line -> assertThat(line.why()).isEqualTo("CHANGED_BY_ANOTHER"));
        List<DescriptionVersion> versions =
                database.jdbi().withHandle(handle -> desk.versions(handle, item(ids.getFirst())));
        assertThat(versions).hasSize(3);
    }

    @Test
    void wordsAreReplacedWhereTheyStandAndTheOthersStayAsTheyAre() {
        var ids = filed(4, Category.WS);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update item set title = '样例·医保中心通知' where id in (?, ?)", ids.get(0), ids.get(2)));
        var prepared = prepare(BulkKind.REPLACE, "title", "医保中心", "医疗保障事务中心", ids);
        assertThat(prepared.waiting()).isEqualTo(2);
        assertThat(prepared.same()).isEqualTo(2);
        assertThat(lines(prepared, BulkLine.State.WAITING))
                .extracting(BulkLine::after)
                .containsOnly("样例·医疗保障事务中心通知");
        done(prepared);
        assertThat(item(ids.getFirst()).title()).isEqualTo("样例·医疗保障事务中心通知");
        assertThat(item(ids.get(1)).version()).isEqualTo(1);
    }

    @Test
    void whatCannotHaveTheValueIsLeftAndToldInThePreview() {
        var ids = new ArrayList<>(filed(2, Category.WS));
        ids.addAll(filed(1, Category.ZP));
        var prepared = prepare(BulkKind.SET, "photographer", "", "样例", ids);
        assertThat(prepared.waiting()).isEqualTo(1);
        assertThat(prepared.left()).isEqualTo(2);
        assertThatThrownBy(() -> prepare(BulkKind.SET, "openness", "", "随便", ids))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        fault -> assertThat(fault.problem()).isEqualTo(DescriptionProblem.NOT_IN_LIST));
        assertThatThrownBy(() -> prepare(BulkKind.SET, "title", "", "", ids)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> prepare(BulkKind.SET, "note", "", "样例", List.of()))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void onlyWhoeverPreparedItBeginsItAndOnlyOnce() {
        var prepared = prepare(BulkKind.SET, "note", "", "样例", filed(2, Category.WS));
        assertThatThrownBy(() -> database.jdbi()
                        .useTransaction(transaction -> bulk.start(transaction, colleague, prepared.id())))
                .isInstanceOf(Refused.class);
        done(prepared);
        assertThatThrownBy(() ->
                        database.jdbi().useTransaction(transaction -> bulk.start(transaction, author, prepared.id())))
                .isInstanceOf(Refused.class);
        bulk.run(prepared.id());
        assertThat(get(prepared).done()).isEqualTo(2);
    }

    @Test
    void aRecordThatIsGoneMeanwhileIsLeft() {
        var ids = filed(3, Category.WS);
        var prepared = prepare(BulkKind.SET, "note", "", "样例", ids);
        database.jdbi().useTransaction(transaction -> items.erase(transaction, ids.get(1)));
        var edit = done(prepared);
        assertThat(edit.done()).isEqualTo(2);
        assertThat(edit.left()).isEqualTo(1);
    }

    @Test
    void whatWasGivenUpIsNeverDone() {
        var prepared = prepare(BulkKind.SET, "note", "", "样例", filed(2, Category.WS));
        database.jdbi().useTransaction(transaction -> bulk.cancel(transaction, author, prepared.id()));
        bulk.run(prepared.id());
        assertThat(get(prepared).done()).isZero();
        assertThatThrownBy(() -> database.jdbi()
                        .useTransaction(transaction -> bulk.undo(transaction, author, prepared.id(), "样例")))
                .isInstanceOf(Refused.class);
    }
}
