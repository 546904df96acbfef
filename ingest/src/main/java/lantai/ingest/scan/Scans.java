package lantai.ingest.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.review.NaturalOrder;
import lantai.ingest.scan.ScanFinding.State;
import lantai.ingest.scan.ScannedPage.Outcome;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;

/** Scanned pages and what was found on them, as rows. */
final class Scans {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FINDINGS = """
            select n.*, f.path, o.path as other_path from scan_finding n
            join received_file f on f.id = n.file_id left join received_file o on o.id = n.other_file
            """;
    private static final Comparator<ScanFinding> ORDER = Comparator.comparing(ScanFinding::path, NaturalOrder.PATHS)
            .thenComparingInt(ScanFinding::page)
            .thenComparing(ScanFinding::check);

    /** Keeps a page, in place of what was kept of it before. */
    void keep(Handle transaction, UUID batch, ScannedPage page) {
        transaction
                .createUpdate("""
                        insert into scan_page (file_id, page, batch_id, outcome, refusal, measure, number, total)
                        values (:file, :page, :batch, :outcome, :refusal, cast(:measure as jsonb), :number, :total)
                        on conflict (file_id, page) do update set outcome = excluded.outcome, refusal = excluded.refusal,
                            measure = excluded.measure, number = excluded.number, total = excluded.total
                        """)
                .bind("file", page.file())
                .bind("page", page.page())
                .bind("batch", batch)
                .bind("outcome", page.outcome().name())
                .bind("refusal", page.refusal())
                .bind("measure", page.measure().map(Scans::json).orElse(null))
                .bind("number", page.number().map(PageNumber::number).orElse(null))
                .bind("total", page.number().map(PageNumber::total).orElse(null))
                .execute();
    }

    /** {@return the pages of a batch that have not been replaced, in the order of delivery} */
    List<ScannedPage> pages(Handle handle, UUID batch) {
        return handle.createQuery("""
                        select p.*, f.path from scan_page p join received_file f on f.id = p.file_id
                        where p.batch_id = :batch and not exists (
                            select 1 from scan_replacement r where r.old_file = p.file_id and r.old_page = p.page)
                        """).bind("batch", batch).map((row, _) -> page(row)).list().stream()
                .sorted(Comparator.comparing(ScannedPage::path, NaturalOrder.PATHS)
                        .thenComparingInt(ScannedPage::page))
                .toList();
    }

    /** Writes what was found; what was found before and is found again keeps what people said of it. */
    void write(Handle transaction, UUID batch, List<Fault> faults, Instant now) {
        var rows = transaction.prepareBatch("""
                insert into scan_finding (id, batch_id, file_id, page, code, value, bound, other_file, other_page, found_at)
                values (:id, :batch, :file, :page, :code, :value, :bound, :otherFile, :otherPage, :now)
                on conflict (file_id, page, code) do update
                set value = excluded.value, bound = excluded.bound, other_file = excluded.other_file,
                    other_page = excluded.other_page
                """);
        for (var fault : faults) {
            rows.bind("id", UUID.randomUUID())
                    .bind("batch", batch)
                    .bind("file", fault.page().file())
                    .bind("page", fault.page().page())
                    .bind("code", fault.check().name())
                    .bind("value", fault.value())
                    .bind("bound", fault.bound())
                    .bind("otherFile", fault.other().map(ScannedPage::file).orElse(null))
                    .bind("otherPage", fault.other().map(ScannedPage::page).orElse(null))
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .add();
        }
        if (!faults.isEmpty()) {
            rows.execute();
        }
    }

    /** Takes away what nobody has spoken of yet. */
    void clearOpen(Handle transaction, UUID batch) {
        transaction
                .createUpdate("delete from scan_finding where batch_id = :batch and state = 'OPEN'")
                .bind("batch", batch)
                .execute();
    }

    List<ScanFinding> findings(Handle handle, UUID batch) {
        return handle
                .createQuery(FINDINGS + " where n.batch_id = :batch")
                .bind("batch", batch)
                .map((row, _) -> finding(row))
                .list()
                .stream()
                .sorted(ORDER)
                .toList();
    }

    ScanFinding finding(Handle handle, UUID id) {
        return handle.createQuery(FINDINGS + " where n.id = :id")
                .bind("id", id)
                .map((row, _) -> finding(row))
                .findOne()
                .orElseThrow(() -> new NotFound(ScanProblem.NO_SUCH_FINDING, id));
    }

    /** Notes what somebody said. {@return whether the finding was in one of these states before} */
    boolean decide(Handle transaction, UUID id, List<State> from, State to, Decision decision) {
        return transaction
                        .createUpdate("""
                                update scan_finding set state = :to, reason = :reason, decided_by = :by, decided_at = :now
                                where id = :id and state in (<from>)
                                """)
                        .bind("id", id)
                        .bindList("from", from.stream().map(State::name).toList())
                        .bind("to", to.name())
                        .bind("reason", decision.reason())
                        .bind("by", decision.by())
                        .bind("now", decision.at().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** What somebody said, and when. */
    record Decision(String reason, String by, Instant at) {}

    /** Puts another file in the place of a page; a file of which no page is left goes no further. */
    void replace(Handle transaction, PageRef old, UUID fresh, UUID document, Instant now) {
        transaction
                .createUpdate("""
                        insert into scan_replacement (old_file, old_page, new_file, document_id, replaced_at)
                        values (:old, :page, :fresh, :document, :now) on conflict (old_file, old_page) do nothing
                        """)
                .bind("old", old.file())
                .bind("page", old.page())
                .bind("fresh", fresh)
                .bind("document", document)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        transaction
                .createUpdate("update scan_finding set state = 'REPLACED' where file_id = :old and page = :page")
                .bind("old", old.file())
                .bind("page", old.page())
                .execute();
        transaction.createUpdate("""
                        update received_file set step = 'CANCELLED', reason = 'replaced' where id = :old
                        and not exists (select 1 from document_page p where p.file_id = :old)
                        """).bind("old", old.file()).execute();
    }

    /** {@return how many pages of a batch ended in which way} */
    Map<Outcome, Integer> outcomes(Handle handle, UUID batch) {
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        handle.createQuery("select outcome, count(*) as pages from scan_page where batch_id = :batch group by outcome")
                .bind("batch", batch)
                .map((row, _) -> outcomes.put(Outcome.valueOf(row.getString("outcome")), row.getInt("pages")))
                .list();
        return outcomes;
    }

    private static ScannedPage page(ResultSet row) throws SQLException {
        var measure = Optional.ofNullable(row.getString("measure")).map(Scans::measure);
        var number = row.getInt("number");
        return new ScannedPage(
                row.getObject("file_id", UUID.class),
                row.getString("path"),
                row.getInt("page"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("refusal"),
                measure,
                number == 0 ? Optional.empty() : Optional.of(new PageNumber(number, row.getInt("total"))));
    }

    private static ScanFinding finding(ResultSet row) throws SQLException {
        var other = Optional.ofNullable(row.getObject("other_file", UUID.class));
        var otherPath = Optional.ofNullable(row.getString("other_path")).orElse("");
        var otherPage = row.getInt("other_page");
        return new ScanFinding(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getObject("file_id", UUID.class),
                row.getString("path"),
                row.getInt("page"),
                ScanCheck.valueOf(row.getString("code")),
                row.getString("value"),
                row.getString("bound"),
                other.map(file -> new ScanFinding.Other(file, otherPath, otherPage)),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static String json(PageMeasure measure) {
        try {
            return JSON.writeValueAsString(measure);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PageMeasure measure(String json) {
        try {
            return JSON.readValue(json, PageMeasure.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("what was measured of a page", foreign);
        }
    }
}
