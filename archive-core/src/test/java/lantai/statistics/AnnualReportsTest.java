package lantai.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year is counted while it is open, and stands for ever when it is closed. */
class AnnualReportsTest {
    private static final Actor ARCHIVIST = new Actor(Optional.empty(), "archivist", false);

    private static Database database;

    private Instant now = Instant.parse("2027-01-05T02:00:00Z");
    private final InstantSource clock = () -> now;
    private final AuditTrail audit = new AuditTrail(clock);
    private final AnnualReports reports =
            new AnnualReports(new PolicyCentre(audit, clock, java.time.ZoneId.of("Asia/Shanghai")), audit, clock);
    private Handle handle;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void begin() {
        handle = database.jdbi().open();
        handle.begin();
        reports.seed(handle);
    }

    @AfterEach
    void undo() {
        handle.rollback();
        handle.close();
    }

    private void file(String code, String category, String retention, int pages, String at) {
        handle.createUpdate("""
                        insert into item (id, reference_code, fonds, category, kind, kind_name, year, retention, title,
                            document_number, responsible, page_count, object_id, object_version, filed_at, filed_by, version)
                        values (gen_random_uuid(), :code, 'J057', :category, '', '', 2026, :retention, '样例', '', '', :pages,
                            :code, 1, cast(:at as timestamptz), 'test', 1)
                        """)
                .bind("code", code)
                .bind("category", category)
                .bind("retention", retention)
                .bind("pages", pages)
                .bind("at", at)
                .execute();
    }

    private BigDecimal value(int year, String number) {
        return reports.report(handle, year).lines().stream()
                .filter(line -> line.number().equals(number))
                .findFirst()
                .flatMap(AnnualReport.Line::value)
                .orElseThrow();
    }

    /** Every line that is not counted gets the same figure. */
    private Map<String, String> allTyped(int year, String figure) {
        var figures = new HashMap<String, String>();
        reports.report(handle, year).open().forEach(line -> figures.put(line.number(), figure));
        return figures;
    }

    @Test
    void holdingsAndFilingsAreCountedByTermAndCategoryToTheLastMomentOfTheYear() {
        file("a", "WS", "Y", 3, "2025-06-01T00:00:00+08:00");
        file("b", "ZP", "D30", 1, "2026-12-31T23:59:59+08:00");
        file("c", "WS", "D5", 2, "2026-03-01T00:00:00+08:00");
        file("d", "WS", "D30", 9, "2027-01-01T00:00:00+08:00");
        assertThat(value(2026, "2.2")).as("held").isEqualByComparingTo("3");
        assertThat(value(2026, "2.3")).as("held for ever").isEqualByComparingTo("1");
        assertThat(value(2026, "2.8")).as("held for another term").isEqualByComparingTo("1");
        assertThat(value(2026, "2.9")).as("photos").isEqualByComparingTo("1");
        assertThat(value(2026, "2.11")).as("pages").isEqualByComparingTo("6");
        assertThat(value(2026, "3.2")).as("filed").isEqualByComparingTo("2");
        assertThat(value(2026, "3.4")).as("filed for 30 years").isEqualByComparingTo("1");
        assertThat(value(2025, "2.2")).as("held a year before").isEqualByComparingTo("1");
        assertThat(value(2027, "3.2")).as("filed a year later").isEqualByComparingTo("1");
    }

    @Test
    void closedVolumesAreCountedAndWhatLiesInThemIsNoSingleItem() {
        file("a", "KU", "D30", 3, "2026-02-01T00:00:00+08:00");
        file("b", "KU", "D30", 1, "2026-03-01T00:00:00+08:00");
        file("c", "WS", "D30", 1, "2026-03-01T00:00:00+08:00");
        volume("J057-KU·2026-D30-001", "2026-12-31T23:59:59+08:00", "a");
        volume(null, "2026-06-01T00:00:00+08:00", "b");
        assertThat(value(2026, "2.1")).as("held").isEqualByComparingTo("1");
        assertThat(value(2026, "3.1")).as("closed in the year").isEqualByComparingTo("1");
        assertThat(value(2026, "5.1")).as("in the catalogue of volumes").isEqualByComparingTo("1");
        assertThat(value(2025, "2.1")).as("a year before").isEqualByComparingTo("0");
        assertThat(value(2027, "2.1")).as("still held").isEqualByComparingTo("1");
        assertThat(value(2027, "3.1")).as("none is new").isEqualByComparingTo("0");
        assertThat(value(2026, "2.2")).as("arranged by item").isEqualByComparingTo("1");
        assertThat(value(2026, "3.4")).as("filed by item for 30 years").isEqualByComparingTo("1");
        assertThat(value(2026, "5.2")).as("every record is in the catalogue").isEqualByComparingTo("3");
    }

    private void volume(@org.jspecify.annotations.Nullable String code, String closed, String item) {
        handle.createUpdate("""
                        with made as (
                            insert into volume (id, reference_code, fonds, category, code_class, year, retention, title,
                                state, formed_at, arranged_by, arranged_at, checked_at)
                            values (gen_random_uuid(), :code, 'J057', 'KU', 'KU', 2026, 'D30', '样例', 'CLOSED',
                                cast(:at as timestamptz), 'test', cast(:at as timestamptz), cast(:at as timestamptz))
                            returning id)
                        insert into volume_item (volume_id, item_id, ordinal)
                        select made.id, item.id, 1 from made, item where item.reference_code = :item
                        """)
                .bind("code", code)
                .bind("at", closed)
                .bind("item", item)
                .execute();
    }

    @Test
    void aReaderCountsOncePerDayAndARecordOncePerYear() {
        now = Instant.parse("2026-05-04T02:00:00Z");
        var other = new Actor(Optional.empty(), "other", false);
        audit.record(handle, ARCHIVIST, AuditAction.ITEM_READ, new Subject("item", "1"), Map.of());
        audit.record(handle, ARCHIVIST, AuditAction.PAGE_READ, new Subject("item", "2"), Map.of());
        audit.record(handle, other, AuditAction.ITEM_READ, new Subject("item", "1"), Map.of());
        now = Instant.parse("2026-05-05T02:00:00Z");
        audit.record(handle, ARCHIVIST, AuditAction.ITEM_READ, new Subject("item", "1"), Map.of());
        now = Instant.parse("2027-01-05T02:00:00Z");
        assertThat(value(2026, "6.1")).as("visits").isEqualByComparingTo("3");
        assertThat(value(2026, "6.2")).as("records").isEqualByComparingTo("2");
    }

    @Test
    void whatIsTypedIsKeptTakenBackAndNeverReplacesACount() {
        reports.type(handle, ARCHIVIST, 2026, Map.of("1.2", " 1,204.5 ", "1.3", "2"));
        assertThat(value(2026, "1.2")).isEqualByComparingTo("1204.5");
        reports.type(handle, ARCHIVIST, 2026, Map.of("1.2", ""));
        assertThat(reports.report(handle, 2026).open())
                .extracting(AnnualReport.Line::number)
                .contains("1.2");
        assertThat(value(2026, "1.3")).isEqualByComparingTo("2");
        assertThatThrownBy(() -> reports.type(handle, ARCHIVIST, 2026, Map.of("2.2", "7")))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        failure -> assertThat(failure.problem()).isEqualTo(StatisticsProblem.LINE_IS_COUNTED));
        for (var wrong : new String[] {"-1", "七", "1e9", "1.2345", "9999999999999"}) {
            assertThatThrownBy(() -> reports.type(handle, ARCHIVIST, 2026, Map.of("1.2", wrong)))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            failure -> assertThat(failure.problem()).isEqualTo(StatisticsProblem.NOT_A_NUMBER));
        }
        assertThatThrownBy(() -> reports.type(handle, ARCHIVIST, 2026, Map.of("99", "1")))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aClosedYearKeepsItsNumbersWhateverComesLater() {
        file("a", "WS", "D30", 1, "2026-06-01T00:00:00+08:00");
        assertThatThrownBy(() -> reports.close(handle, ARCHIVIST, 2026))
                .isInstanceOfSatisfying(
                        Refused.class,
                        failure -> assertThat(failure.problem()).isEqualTo(StatisticsProblem.LINES_EMPTY));
        reports.type(handle, ARCHIVIST, 2026, allTyped(2026, "0"));
        var closed = reports.close(handle, ARCHIVIST, 2026);
        file("b", "WS", "D30", 1, "2026-07-01T00:00:00+08:00");
        assertThat(reports.report(handle, 2026)).isEqualTo(closed);
        assertThat(closed.closing()).map(AnnualReport.Closing::by).contains("archivist");
        assertThat(value(2026, "2.2")).isEqualByComparingTo("1");
        assertThatThrownBy(() -> reports.type(handle, ARCHIVIST, 2026, Map.of("1.2", "1")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reports.close(handle, ARCHIVIST, 2026)).isInstanceOf(Refused.class);
    }

    @Test
    void theYearThatRunsIsNotClosedAndOtherYearsAreNotThere() {
        assertThatThrownBy(() -> reports.close(handle, ARCHIVIST, 2027))
                .isInstanceOfSatisfying(
                        Refused.class,
                        failure -> assertThat(failure.problem()).isEqualTo(StatisticsProblem.YEAR_NOT_OVER));
        assertThatThrownBy(() -> reports.report(handle, 2028)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reports.report(handle, 1948)).isInstanceOf(NotFound.class);
    }

    @Test
    void aFormThatCountsTheUncountableIsRefusedWithItsLine() {
        var form = """
                {"title": "样例", "lines": [{"number": "1", "section": "一", "name": "甲", "unit": "件", "counted": "%s",
                 "evidence": "A"}]}
                """;
        for (var wrong :
                new String[] {"items eaten", "visits held", "gigabytes filed", "items used retention=Y", "items"}) {
            assertThatThrownBy(() -> StatisticsForm.parse(form.formatted(wrong)))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            failure -> assertThat(failure.values()).containsExactly("1", wrong));
        }
        assertThat(StatisticsForm.parse(form.formatted("pages filed category=ZP"))
                        .lines())
                .hasSize(1);
    }
}
