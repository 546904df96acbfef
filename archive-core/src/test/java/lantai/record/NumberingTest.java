package lantai.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.database.TestPeople;
import lantai.fonds.FondsRegister;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleContent;
import lantai.policy.RuleFault;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.retention.RetentionPeriod;
import org.assertj.core.groups.Tuple;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers on a real database: given once, never twice, gaps explained, changed by two people only. */
class NumberingTest {
    private static final int THREADS = 32;
    private static final int ITEMS = 10_000;
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor ARCHIVIST = new Actor(Optional.empty(), "archivist", false);
    private static final RetentionPeriod FOREVER = new RetentionPeriod.Permanent();

    private static Database database;

    private final AuditTrail audit = new AuditTrail(CLOCK);
    private final ItemRegister items = new ItemRegister();
    private final ReferenceCodes codes = new ReferenceCodes();
    private final CodeGaps gaps = new CodeGaps(audit, CLOCK);
    private final PolicyCentre policies = new PolicyCentre(audit, CLOCK, ZONE);
    private final Renumbering renumbering = new Renumbering(policies, items, gaps, audit, CLOCK);
    private final OutsideCodes outside = new OutsideCodes(new FondsRegister(audit, CLOCK));
    private final SignedIn author = TestPeople.person("author", Role.ARCHIVIST);
    private final SignedIn colleague = TestPeople.person("colleague", Role.ARCHIVIST);

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh(THREADS + 2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private void inArchive(java.util.function.Consumer<Handle> deed) {
        try (var handle = database.jdbi().open()) {
            handle.begin();
            policies.seed(
                    handle,
                    ReferenceCodeRule.POLICY,
                    "{\"fonds\":\"J057\",\"templates\":["
                            + "{\"category\":\"WS\",\"template\":\"{fonds}-WS·{year}-{retention}-{item:4}\"},"
                            + "{\"category\":\"YW\",\"template\":\"{fonds}-ZY·YB·{link}·{year}-{retention}-{item:4}\"}]}");
            deed.accept(handle);
            handle.rollback();
        }
    }

    private Item next(Handle handle, String scope) {
        return TestItems.filed(
                handle, new CodeScope(scope, 4).code(codes.next(handle, scope)).text());
    }

    @Test
    void thirtyTwoThreadsFileTenThousandItemsWithoutADuplicateOrAGap() throws Exception {
        var scopes = List.of("Z032-WS·2025-D30-", "Z032-KU·2025-D30-", "Z032-ZP·2025-Y-", "Z032-SW·2025-D10-");
        database.jdbi().useHandle(handle -> handle.execute("""
                insert into fonds (number, kind, title, note, changed_at, changed_by, version)
                values ('Z032', 'INSTITUTION', '样例', '', now(), 'test', 1)
                """));
        var wanted = new AtomicInteger(ITEMS);
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var work = IntStream.range(0, THREADS)
                    .mapToObj(thread -> (Callable<Integer>) () -> file(new Random(thread), scopes, wanted))
                    .toList();
            var filed = 0;
            for (var done : pool.invokeAll(work)) {
                filed += done.get();
            }
            assertThat(filed).isEqualTo(ITEMS);
        }
        database.jdbi().useHandle(handle -> {
            var mine = gaps.scopes(handle, 0, 1000).stream()
                    .filter(scope -> scopes.contains(scope.scope()))
                    .toList();
            assertThat(mine).hasSize(4).allSatisfy(scope -> {
                assertThat(scope.held()).isEqualTo(scope.last());
                assertThat(gaps.gaps(handle, scope.scope(), 0, 100)).isEmpty();
            });
            assertThat(mine.stream().mapToInt(CodeGaps.Scope::held).sum()).isEqualTo(ITEMS);
            assertThat(handle.createQuery("select count(distinct reference_code) from item where fonds = 'Z032'")
                            .mapTo(Integer.class)
                            .one())
                    .isEqualTo(ITEMS);
        });
    }

    /** Files bundles over all scopes until nothing is wanted any more; one bundle in ten is given up in the middle. */
    private int file(Random random, List<String> scopes, AtomicInteger wanted) {
        var filed = 0;
        for (var bundle = 1 + random.nextInt(12); ; bundle = 1 + random.nextInt(12)) {
            var left = wanted.getAndAdd(-bundle);
            var size = Math.min(bundle, left);
            if (size <= 0) {
                return filed;
            }
            while (!bundle(random, scopes, size)) {
                // given up: tried again with other records
            }
            filed += size;
        }
    }

    private boolean bundle(Random random, List<String> scopes, int size) {
        try {
            database.jdbi().useTransaction(transaction -> {
                var chosen = random.ints(size, 0, scopes.size())
                        .mapToObj(scopes::get)
                        .toList();
                var next = codes.take(
                        transaction, chosen.stream().collect(Collectors.toMap(scope -> scope, _ -> 1, Integer::sum)));
                for (var scope : chosen) {
                    var number = next.merge(scope, 1, Integer::sum) - 1;
                    TestItems.filed(
                            transaction, new CodeScope(scope, 5).code(number).text());
                }
                if (random.nextInt(10) == 0) {
                    throw new GivenUp();
                }
            });
            return true;
        } catch (GivenUp _) {
            return false;
        }
    }

    /** Somebody changes his mind before the bundle is filed. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void theCodeStandsInColumnsBesideItsText() {
        inArchive(handle -> {
            TestItems.filed(handle, "J057-ZY·YB·GL·2025-D100-BGS-003-0042", Category.YW, 2025, "D100");
            var row = handle.createQuery("""
                            select code_class, code_project, code_organisation, code_volume, code_scope, item_number
                            from item where item_number = 42
                            """).mapToMap().one();
            assertThat(row.values())
                    .containsExactly("ZY·YB·GL", "", "BGS", "003", "J057-ZY·YB·GL·2025-D100-BGS-003-", 42);
        });
    }

    @Test
    void aNumberWithoutARecordIsAGapUntilItIsExplainedAndIsNeverGivenAgain() {
        inArchive(handle -> {
            var scope = "J057-WS·2024-D10-";
            next(handle, scope);
            codes.next(handle, scope);
            next(handle, scope);
            assertThat(gaps.gaps(handle, scope, 0, 100))
                    .extracting(CodeGaps.Gap::first, CodeGaps.Gap::kind)
                    .containsExactly(Tuple.tuple(2, Optional.empty()));
            assertThatThrownBy(() -> gaps.explain(handle, ARCHIVIST, scope, 3, 3, "样例"))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("NOT_A_GAP");
            assertThatThrownBy(() -> gaps.explain(handle, ARCHIVIST, scope, 2, 2, " "))
                    .isInstanceOf(Malformed.class);
            gaps.explain(handle, ARCHIVIST, scope, 2, 2, "纸质跳号");
            assertThat(gaps.gaps(handle, scope, 0, 100))
                    .extracting(CodeGaps.Gap::kind, CodeGaps.Gap::reason)
                    .containsExactly(Tuple.tuple(Optional.of(CodeGaps.Kind.EXPLAINED), "纸质跳号"));
            assertThat(gaps.scopes(handle, 0, 1000))
                    .filteredOn(found -> found.scope().equals(scope))
                    .containsExactly(new CodeGaps.Scope(scope, 3, 2, 1));
            assertThat(codes.next(handle, scope)).isEqualTo(4);
        });
    }

    @Test
    void aRunOfNumbersIsOneGapHoweverLongAndIsExplainedAtOnce() {
        inArchive(handle -> {
            var scope = "J057-WS·2022-D10-";
            next(handle, scope);
            handle.createUpdate("update code_sequence set last = 99999999 where scope = :scope")
                    .bind("scope", scope)
                    .execute();
            assertThat(gaps.gaps(handle, scope, 0, 100))
                    .extracting(CodeGaps.Gap::first, CodeGaps.Gap::last)
                    .containsExactly(Tuple.tuple(2, 99_999_999));
            assertThatThrownBy(() -> gaps.explain(handle, ARCHIVIST, scope, 2, 99_999_999, "样例"))
                    .hasMessageStartingWith("RUN_TOO_LONG");
            gaps.explain(handle, ARCHIVIST, scope, 5, 7, "样例·纸质跳号");
            assertThat(gaps.gaps(handle, scope, 0, 100))
                    .extracting(CodeGaps.Gap::first, CodeGaps.Gap::last)
                    .containsExactly(
                            Tuple.tuple(2, 4),
                            Tuple.tuple(5, 5),
                            Tuple.tuple(6, 6),
                            Tuple.tuple(7, 7),
                            Tuple.tuple(8, 99_999_999));
            assertThat(gaps.gaps(handle, scope, 6, 1))
                    .extracting(CodeGaps.Gap::first)
                    .containsExactly(7);
            assertThatThrownBy(() -> gaps.explain(handle, ARCHIVIST, scope, 4, 6, "样例"))
                    .hasMessageStartingWith("NOT_A_GAP");
            assertThatThrownBy(() -> gaps.explain(handle, ARCHIVIST, scope, 4, 3, "样例"))
                    .hasMessageStartingWith("NOT_A_GAP");
        });
    }

    @Test
    void renumberingNeedsASecondPersonAndTheOldCodeStillFindsTheRecord() {
        inArchive(handle -> {
            var item = next(handle, "J057-WS·2023-D30-");
            var target = new Renumbering.Target(Category.YW, "GL", 2024, FOREVER);
            var change = renumbering.propose(handle, author, item.id(), target, "放错门类");
            assertThat(items.get(handle, item.id()).referenceCode()).isEqualTo(item.referenceCode());
            assertThatThrownBy(() -> renumbering.approve(handle, author, change.id()))
                    .hasMessageStartingWith("NOBODY_APPROVES_HIS_OWN");
            assertThatThrownBy(() -> renumbering.propose(handle, colleague, item.id(), target, "再提"))
                    .hasMessageStartingWith("RENUMBERING_OPEN");
            renumbering.approve(handle, colleague, change.id());
            var renumbered = items.get(handle, item.id());
            assertThat(renumbered.referenceCode().text()).isEqualTo("J057-ZY·YB·GL·2024-Y-0001");
            assertThat(renumbered.category()).isEqualTo(Category.YW);
            assertThat(renumbered.year()).isEqualTo(2024);
            assertThat(renumbered.retention()).isEqualTo(FOREVER);
            assertThat(renumbered.version()).isEqualTo(2);
            assertThat(items.find(handle, item.referenceCode())).map(Item::id).contains(item.id());
            assertThat(items.formerCodes(handle, item.id())).containsExactly("J057-WS·2023-D30-0001");
            assertThat(gaps.gaps(handle, "J057-WS·2023-D30-", 0, 100))
                    .extracting(CodeGaps.Gap::kind, CodeGaps.Gap::reason)
                    .containsExactly(Tuple.tuple(Optional.of(CodeGaps.Kind.RENUMBERED), "J057-ZY·YB·GL·2024-Y-0001"));
            assertThatThrownBy(() -> renumbering.approve(handle, colleague, change.id()))
                    .hasMessageStartingWith("RENUMBERING_DECIDED");
        });
    }

    @Test
    void aRefusedRenumberingLeavesTheNumberAndItsReason() {
        inArchive(handle -> {
            var item = next(handle, "J057-WS·2022-D30-");
            var stays = new Renumbering.Target(Category.WS, "", 2022, new RetentionPeriod.Years(30));
            assertThatThrownBy(() -> renumbering.propose(handle, author, item.id(), stays, "样例"))
                    .hasMessageStartingWith("CODE_STAYS");
            var target = new Renumbering.Target(Category.WS, "", 2021, FOREVER);
            var change = renumbering.propose(handle, author, item.id(), target, "样例");
            renumbering.refuse(handle, colleague, change.id(), "年度没有错");
            assertThat(items.get(handle, item.id()).referenceCode()).isEqualTo(item.referenceCode());
            assertThat(renumbering.history(handle, item.id()))
                    .extracting(CodeChange::state, CodeChange::decision)
                    .containsExactly(Tuple.tuple(CodeChange.State.REFUSED, "年度没有错"));
            assertThat(renumbering.waiting(handle)).isEmpty();
        });
    }

    @Test
    void aCodeFromOutsideIsReadComparedAndNeverTakenTwice() {
        inArchive(handle -> {
            next(handle, "J057-WS·2020-D30-");
            codes.next(handle, "J057-WS·2020-D30-");
            assertThat(faults(handle, "J057-WS•2020-D30-0003")).isEmpty();
            assertThat(faults(handle, "J057-WS·2020-D30-0001")).containsExactly("CODE_TAKEN");
            assertThat(faults(handle, "J057-WS·2020-D30-0002")).containsExactly("CODE_USED_BEFORE");
            assertThat(faults(handle, "Q999-WS·2020-D30-0003")).containsExactly("FONDS_NOT_OPEN");
            assertThat(faults(handle, "三号")).containsExactly("REFERENCE_CODE_MALFORMED");
            var facts = new OutsideCodes.Facts(Optional.of(Category.ZP), Optional.of(2019), Optional.of(FOREVER));
            assertThat(outside.check(handle, "J057-WS·2020-D30-0003", facts))
                    .extracting(OutsideCodes.Fault::values)
                    .containsExactly(
                            List.of("J057-WS·2020-D30-0003", "WS", "照片"),
                            List.of("J057-WS·2020-D30-0003", "2020", 2019),
                            List.of("J057-WS·2020-D30-0003", "D30", "Y"));
            codes.reach(handle, "J057-WS·2020-D30-", 9);
            codes.reach(handle, "J057-WS·2020-D30-", 5);
            assertThat(codes.next(handle, "J057-WS·2020-D30-")).isEqualTo(10);
        });
    }

    private List<String> faults(Handle handle, String typed) {
        return outside.check(handle, typed, OutsideCodes.Facts.NONE).stream()
                .map(fault -> fault.problem().name())
                .toList();
    }

    @Test
    void aRuleOnCodesIsCheckedRowByRow() {
        inArchive(handle -> {
            var policy = new ReferenceCodePolicy(new FondsRegister(audit, CLOCK), CLOCK, ZONE);
            var bad = RuleContent.parse("{\"fonds\":\"Q999\",\"otherLink\":\"GL\",\"templates\":["
                    + "{\"category\":\"WS\",\"template\":\"{fonds}-WS·{year}-{retention}-{item:4}\"},"
                    + "{\"category\":\"KU\",\"template\":\"{fonds}-KU·{year}\"}]}");
            assertThat(policy.faults(handle, bad))
                    .extracting(RuleFault::path, fault -> fault.problem().name())
                    .containsExactly(
                            Tuple.tuple("/fonds", "FONDS_NOT_OPEN"),
                            Tuple.tuple("/templates/1/template", "TEMPLATE_MALFORMED"));
        });
    }

    @Test
    void severalScopesAreTakenAtOnce() {
        inArchive(handle -> {
            codes.next(handle, "J057-ZP·2025-Y-");
            assertThat(codes.take(handle, Map.of("J057-ZP·2025-Y-", 3, "J057-LX·2025-Y-", 2)))
                    .containsExactlyInAnyOrderEntriesOf(Map.of("J057-ZP·2025-Y-", 2, "J057-LX·2025-Y-", 1));
            assertThat(codes.last(handle, "J057-ZP·2025-Y-")).isEqualTo(4);
        });
    }
}
