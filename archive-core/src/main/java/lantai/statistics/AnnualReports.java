package lantai.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * The reports of the years. What the archive knows is counted at each look until the year is closed; then the numbers stand as
 * they were and are never changed. The caller brings the transaction.
 */
public final class AnnualReports {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_YEAR = 1949;
    private static final BigDecimal HIGHEST = new BigDecimal("1000000000000");
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private final PolicyCentre policies;
    private final AuditTrail audit;
    private final InstantSource clock;

    public AnnualReports(PolicyCentre policies, AuditTrail audit, InstantSource clock) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes the shipped form, unless the archive has its own. */
    public void seed(Handle transaction) {
        policies.seed(transaction, StatisticsForm.POLICY, StatisticsForm.shipped());
    }

    /** {@return the year that runs} */
    public int thisYear() {
        return LocalDate.ofInstant(clock.instant(), ZONE).getYear();
    }

    /** {@return the years that are closed, the last first} */
    public List<Integer> closed(Handle handle) {
        return handle.createQuery("select year from annual_report order by year desc")
                .mapTo(Integer.class)
                .list();
    }

    /**
     * The report of a year.
     *
     * @throws NotFound when the year is not between 1949 and the one that runs
     */
    public AnnualReport report(Handle handle, int year) {
        if (year < FIRST_YEAR || year > thisYear()) {
            throw new NotFound(StatisticsProblem.NO_SUCH_YEAR, Integer.toString(year));
        }
        return stored(handle, year).orElseGet(() -> counted(handle, year));
    }

    private Optional<AnnualReport> stored(Handle handle, int year) {
        return handle.createQuery("select title, lines, closed_by, closed_at from annual_report where year = :year")
                .bind("year", year)
                .map((row, _) -> new AnnualReport(
                        year,
                        row.getString("title"),
                        lines(row.getString("lines")),
                        Optional.of(new AnnualReport.Closing(
                                row.getString("closed_by"),
                                row.getObject("closed_at", OffsetDateTime.class).toInstant()))))
                .findOne();
    }

    private AnnualReport counted(Handle handle, int year) {
        var form = StatisticsForm.parse(
                policies.inForce(handle, StatisticsForm.POLICY).content());
        var counts = YearCounts.of(handle, year, ZONE);
        var typed = typed(handle, year);
        var lines = form.lines().stream()
                .map(line -> new AnnualReport.Line(
                        line.number(),
                        line.section(),
                        line.name(),
                        line.unit(),
                        line.counted().isPresent(),
                        line.counted().map(counts::value).or(() -> Optional.ofNullable(typed.get(line.number()))),
                        line.evidence()))
                .toList();
        return new AnnualReport(year, form.title(), lines, Optional.empty());
    }

    private static Map<String, BigDecimal> typed(Handle handle, int year) {
        var typed = new HashMap<String, BigDecimal>();
        handle.createQuery("select line, value from annual_figure where year = :year")
                .bind("year", year)
                .map((row, _) -> typed.put(row.getString("line"), row.getBigDecimal("value")))
                .list();
        return typed;
    }

    /**
     * Keeps what was typed; an empty text takes a number back.
     *
     * @param figures by the number of the line, as typed
     * @throws Malformed when something is no number, or its line is counted
     * @throws Refused when the year is closed
     */
    public AnnualReport type(Handle transaction, Actor by, int year, Map<String, String> figures) {
        lock(transaction);
        var report = open(transaction, year);
        figures.forEach((number, text) -> {
            var line = report.lines().stream()
                    .filter(one -> one.number().equals(number))
                    .findFirst()
                    .orElseThrow(() -> new Malformed(StatisticsProblem.NO_SUCH_LINE, number, Integer.toString(year)));
            if (line.counted()) {
                throw new Malformed(StatisticsProblem.LINE_IS_COUNTED, line.name());
            }
            keep(transaction, by, year, number, number(text.strip(), line));
        });
        audit.record(
                transaction,
                by,
                AuditAction.STATISTICS_TYPED,
                new Subject("statistics", Integer.toString(year)),
                figures);
        return report(transaction, year);
    }

    private static Optional<BigDecimal> number(String typed, AnnualReport.Line line) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var plain = typed.replace(",", "").replace("，", "");
        if (!plain.matches("\\d{1,12}(\\.\\d{1,3})?") || new BigDecimal(plain).compareTo(HIGHEST) >= 0) {
            throw new Malformed(StatisticsProblem.NOT_A_NUMBER, typed, line.name());
        }
        return Optional.of(new BigDecimal(plain));
    }

    private void keep(Handle transaction, Actor by, int year, String line, Optional<BigDecimal> value) {
        if (value.isEmpty()) {
            transaction
                    .createUpdate("delete from annual_figure where year = :year and line = :line")
                    .bind("year", year)
                    .bind("line", line)
                    .execute();
            return;
        }
        transaction
                .createUpdate("""
                        insert into annual_figure (year, line, value, typed_by, typed_at)
                        values (:year, :line, :value, :by, :now)
                        on conflict (year, line) do update set value = excluded.value, typed_by = excluded.typed_by,
                            typed_at = excluded.typed_at
                        """)
                .bind("year", year)
                .bind("line", line)
                .bind("value", value.get())
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /**
     * Closes a year: its numbers stay as they are now.
     *
     * @throws Refused when the year is not over, is closed, or a line has no number
     */
    public AnnualReport close(Handle transaction, Actor by, int year) {
        lock(transaction);
        if (year >= thisYear()) {
            throw new Refused(StatisticsProblem.YEAR_NOT_OVER, Integer.toString(year));
        }
        var report = open(transaction, year);
        if (!report.open().isEmpty()) {
            throw new Refused(
                    StatisticsProblem.LINES_EMPTY,
                    report.open().size(),
                    report.open().getFirst().name());
        }
        transaction
                .createUpdate("""
                        insert into annual_report (year, title, lines, closed_by, closed_at)
                        values (:year, :title, cast(:lines as jsonb), :by, :now)
                        """)
                .bind("year", year)
                .bind("title", report.title())
                .bind("lines", json(report.lines()))
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        audit.record(
                transaction,
                by,
                AuditAction.STATISTICS_CLOSED,
                new Subject("statistics", Integer.toString(year)),
                Map.of("lines", Integer.toString(report.lines().size())));
        return report(transaction, year);
    }

    // one at a time, so that nothing is typed into a year while it is closed
    private static void lock(Handle transaction) {
        transaction.execute("lock table annual_figure in share row exclusive mode");
    }

    private AnnualReport open(Handle handle, int year) {
        var report = report(handle, year);
        if (report.closing().isPresent()) {
            throw new Refused(StatisticsProblem.YEAR_CLOSED, Integer.toString(year));
        }
        return report;
    }

    private static String json(List<AnnualReport.Line> lines) {
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<AnnualReport.Line> lines(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
