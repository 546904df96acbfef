package lantai.check;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.key.SigningKey;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The reports. None is ever changed or removed. */
public final class Reports {
    private static final String COLUMNS = "r.id, r.number, r.version, r.stage, r.kind, r.subject, r.title, r.verdict,"
            + " r.records, r.passed, r.failed, r.not_run, r.manual, r.not_applicable, r.finished_at, r.written_by,"
            + " r.before, r.sm3, r.signature, r.key_id";
    /** Of each report the newest version; of single records only when asked for. */
    private static final String WANTED = """
             from check_report r where not exists
                (select 1 from check_report n where n.number = r.number and n.version > r.version)
              and (:stage = '' or r.stage = :stage) and (:verdict = '' or r.verdict = :verdict)
              and (:kind = '' and r.kind <> 'ITEM' or r.kind = :kind)
            """;

    private final SigningKey key;
    private final Words words;

    Reports(SigningKey key, Words words) {
        this.key = key;
        this.words = words;
    }

    /**
     * Which reports are wanted.
     *
     * @param kind empty for all but those of single records
     */
    public record Filter(Optional<Stage> stage, Optional<Verdict> verdict, Optional<Target.Kind> kind) {}

    /** By what a list is sorted. */
    public enum Order {
        FINISHED("r.finished_at"),
        NUMBER("r.number"),
        STAGE("r.stage"),
        VERDICT("r.verdict"),
        RECORDS("r.records"),
        FAILED("r.failed");

        private final String column;

        Order(String column) {
            this.column = column;
        }
    }

    /** {@return one page of the list, newest version of each report} */
    public List<Report> list(Handle handle, Filter filter, Order order, boolean descending, int offset, int size) {
        var direction = descending ? " desc" : "";
        return bound(
                        handle.createQuery("select " + COLUMNS + WANTED + " order by " + order.column + direction
                                + ", r.id" + direction + " limit :size offset :offset"),
                        filter)
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> report(row))
                .list();
    }

    /** {@return how many there are} */
    public int count(Handle handle, Filter filter) {
        return bound(handle.createQuery("select count(*)" + WANTED), filter)
                .mapTo(Integer.class)
                .one();
    }

    private static Query bound(Query query, Filter filter) {
        return query.bind("stage", filter.stage().map(Stage::name).orElse(""))
                .bind("verdict", filter.verdict().map(Verdict::name).orElse(""))
                .bind("kind", filter.kind().map(Target.Kind::name).orElse(""));
    }

    /**
     * Finds a report.
     *
     * @throws NotFound when there is none
     */
    public Report get(Handle handle, UUID id) {
        return handle.createQuery("select " + COLUMNS + " from check_report r where r.id = :id")
                .bind("id", id)
                .map((row, _) -> report(row))
                .findOne()
                .orElseThrow(() -> new NotFound(CheckProblem.NO_SUCH_REPORT, id));
    }

    /** {@return the versions of a report, the oldest first, and after them the reports that test it again} */
    public List<Report> family(Handle handle, Report report) {
        return handle.createQuery("select " + COLUMNS + """
                         from check_report r where r.number = :number
                            or r.before in (select s.id from check_report s where s.number = :number)
                         order by r.finished_at, r.number, r.version
                        """)
                .bind("number", report.number())
                .map((row, _) -> report(row))
                .list();
    }

    /** {@return the exact text that is digested and signed} */
    public String text(Handle handle, UUID id) {
        return handle.createQuery("select content from check_report where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new NotFound(CheckProblem.NO_SUCH_REPORT, id));
    }

    /** {@return what the report says} */
    public ReportContent content(Handle handle, UUID id) {
        return ReportContent.parse(text(handle, id));
    }

    /** {@return the public key that verifies the signatures, as PEM} */
    public String publicKey() {
        return key.publicPem();
    }

    /**
     * {@return the newest report that looked at a record: its own, that of the batch it came in with, or one in which it failed}
     */
    public Optional<Report> ofItem(Handle handle, UUID item) {
        return handle.createQuery("select " + COLUMNS + """
                         from check_report r where r.subject = :item or r.failed_items @> array[cast(:item as uuid)]
                            or r.subject = (select d.batch_id from document d where d.id = :item)
                                and r.finished_at >= (select i.filed_at from item i where i.id = :item)
                         order by r.finished_at desc, r.number desc, r.version desc limit 1
                        """)
                .bind("item", item)
                .map((row, _) -> report(row))
                .findOne();
    }

    /** {@return why the check before filing sent a document back, in words; empty when its newest check did not} */
    public String stopped(Handle handle, UUID document) {
        return handle.createQuery("""
                        select case when r.verdict = 'FAILED' then r.content else '' end from check_report r
                        where r.subject = :document and r.kind = 'ITEM'
                          and not exists (select 1 from item i where i.id = :document)
                        order by r.finished_at desc, r.number desc limit 1
                        """)
                .bind("document", document)
                .mapTo(String.class)
                .findOne()
                .filter(text -> !text.isEmpty())
                .map(text -> ReportContent.parse(text).failures().stream()
                        .filter(failure -> failure.severity() == Severity.BLOCK)
                        .flatMap(failure -> failure.findings().stream().map(ReportContent.Finding::sentence))
                        .distinct()
                        .limit(5)
                        .collect(java.util.stream.Collectors.joining("；")))
                .orElse("");
    }

    /** {@return the newest report on a batch} */
    public Optional<Report> ofBatch(Handle handle, UUID batch) {
        return handle.createQuery("select " + COLUMNS + """
                         from check_report r where r.subject = :batch and r.kind = 'BATCH'
                         order by r.finished_at desc, r.number desc, r.version desc limit 1
                        """)
                .bind("batch", batch)
                .map((row, _) -> report(row))
                .findOne();
    }

    /** {@return a number that no report has} */
    static String number(Handle handle, Stage stage, OffsetDateTime at) {
        var next = handle.createQuery("select nextval('check_number')")
                .mapTo(Long.class)
                .one();
        return "SX-%s-%tY%<tm%<td-%06d".formatted(stage.prefix(), at, next);
    }

    /**
     * Writes a report down, digested and signed.
     *
     * @param failedItems records that failed
     * @throws Refused when somebody else has written the same version
     */
    Report add(Handle transaction, ReportContent content, Optional<UUID> before, List<UUID> failedItems, String by) {
        var text = content.json();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var id = UUID.randomUUID();
        var added = transaction
                .createUpdate("""
                        insert into check_report (id, number, version, stage, kind, subject, title, verdict, records, passed,
                            failed, not_run, manual, not_applicable, finished_at, written_by, before, failed_items, content,
                            sm3, signature, key_id)
                        values (:id, :number, :version, :stage, :kind, :subject, :title, :verdict, :records, :passed,
                            :failed, :notRun, :manual, :notApplicable, :finishedAt, :by, :before, :failedItems, :content,
                            :sm3, :signature, :keyId)
                        on conflict (number, version) do nothing
                        """)
                .bind("id", id)
                .bind("number", content.number())
                .bind("version", content.version())
                .bind("stage", content.stage().name())
                .bind("kind", content.subject().kind().name())
                .bind(
                        "subject",
                        content.subject().id().isEmpty()
                                ? null
                                : UUID.fromString(content.subject().id()))
                .bind("title", content.subject().title())
                .bind("verdict", content.verdict().name())
                .bind("records", content.found().records())
                .bind("passed", content.count(Outcome.PASSED))
                .bind("failed", content.count(Outcome.FAILED))
                .bind("notRun", content.count(Outcome.NOT_RUN))
                .bind("manual", content.count(Outcome.MANUAL))
                .bind("notApplicable", content.count(Outcome.NOT_APPLICABLE))
                .bind("finishedAt", OffsetDateTime.parse(content.finishedAt()))
                .bind("by", by)
                .bind("before", before.orElse(null))
                .bindArray("failedItems", UUID.class, failedItems.toArray())
                .bind("content", text)
                .bind("sm3", sm3(bytes))
                .bind("signature", key.sign(bytes))
                .bind("keyId", key.id())
                .execute();
        if (added == 0) {
            throw new Refused(CheckProblem.NEWER_VERSION, content.number());
        }
        return get(transaction, id);
    }

    private static String sm3(byte[] bytes) {
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return Report.hex(result);
    }

    ReportContent.Signer signer() {
        return new ReportContent.Signer(SigningKey.ALGORITHM, key.id(), words.of(Said.of("signer-worth")));
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getInt("version"),
                Stage.valueOf(row.getString("stage")),
                Target.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("subject", UUID.class)),
                row.getString("title"),
                Verdict.valueOf(row.getString("verdict")),
                row.getInt("records"),
                row.getInt("passed"),
                row.getInt("failed"),
                row.getInt("not_run"),
                row.getInt("manual"),
                row.getInt("not_applicable"),
                row.getObject("finished_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getString("written_by"),
                Optional.ofNullable(row.getObject("before", UUID.class)),
                row.getString("sm3"),
                Report.hex(row.getBytes("signature")),
                row.getString("key_id"));
    }
}
