package lantai.web.check;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import lantai.account.Right;
import lantai.check.CheckRun;
import lantai.check.Report;
import lantai.check.Stage;
import lantai.check.Target;
import lantai.problem.Malformed;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/checks}: the four-property check for programs. */
@Path("api/v1/checks")
@Produces(MediaType.APPLICATION_JSON)
public final class CheckApiResource {
    private final CheckScreenDoors doors;

    public CheckApiResource(CheckScreenDoors doors) {
        this.doors = doors;
    }

    /**
     * A check to be ordered: of a batch, of one record, or of a part of the archive.
     *
     * @param stage {@code filing}, {@code receipt} or {@code long-term}
     * @param every one record in so many, of a part of the archive
     * @param declaredItems what whoever hands over has declared
     */
    public record OrderJson(
            @Nullable String stage,
            @Nullable UUID batch,
            @Nullable UUID item,
            @Nullable String fonds,
            @Nullable String category,
            @Nullable Integer year,
            @Nullable Integer every,
            @Nullable Long declaredItems,
            @Nullable Long declaredBytes) {
        Target target() {
            if (batch != null) {
                return Target.batch(batch);
            }
            if (item != null) {
                return Target.item(item);
            }
            return Target.part(
                    fonds == null ? "" : fonds,
                    category == null ? "" : category,
                    Optional.ofNullable(year),
                    every == null ? 1 : every);
        }

        CheckRun.Declared declared() {
            return new CheckRun.Declared(number(declaredItems), number(declaredBytes));
        }

        private static OptionalLong number(@Nullable Long number) {
            return number == null ? OptionalLong.empty() : OptionalLong.of(number);
        }
    }

    /** A run. {@code report} is there once the state is {@code DONE}. */
    public record RunJson(
            UUID id,
            String stage,
            String title,
            String state,
            int total,
            int done,
            @Nullable UUID report) {
        static RunJson of(CheckRun run) {
            return new RunJson(
                    run.id(),
                    run.stage().word(),
                    run.title(),
                    run.state().name(),
                    run.total(),
                    run.done(),
                    run.report().orElse(null));
        }
    }

    /**
     * A report without its content.
     *
     * @param passed how many items of the check passed; the next four likewise
     * @param sm3 digest of the content, which {@code /checks/reports/ID/report.json} gives byte by byte
     * @param signature SM2 signature of the content, hexadecimal DER
     */
    public record ReportJson(
            UUID id,
            String number,
            int version,
            String stage,
            String kind,
            @Nullable UUID subject,
            String title,
            String verdict,
            int records,
            int passed,
            int failed,
            int notRun,
            int manual,
            int notApplicable,
            String finishedAt,
            String sm3,
            String signature,
            String key,
            @Nullable UUID before) {
        static ReportJson of(Report report) {
            return new ReportJson(
                    report.id(),
                    report.number(),
                    report.version(),
                    report.stage().word(),
                    report.kind().name(),
                    report.subject().orElse(null),
                    report.title(),
                    report.verdict().name(),
                    report.records(),
                    report.passed(),
                    report.failed(),
                    report.notRun(),
                    report.manual(),
                    report.notApplicable(),
                    report.finishedAt().toString(),
                    report.sm3(),
                    report.signature(),
                    report.keyId(),
                    report.before().orElse(null));
        }
    }

    /** One page of reports. */
    public record ReportsJson(int total, int page, List<ReportJson> reports) {}

    /** What a person saw. */
    public record NoteJson(
            @Nullable String rule,
            @Nullable Boolean passed,
            @Nullable String note) {}

    /** The key that verifies the signatures. */
    public record KeyJson(String algorithm, String publicKey) {}

    /** Reports, the newest first unless sorted otherwise. */
    @GET
    @Needs({Right.FILE, Right.REVIEW})
    public ReportsJson reports(@BeanParam CheckQuery query) {
        return doors.jdbi().withHandle(handle -> {
            var reports = doors.desk().reports();
            return new ReportsJson(
                    reports.count(handle, query.filter()),
                    query.page(),
                    reports
                            .list(
                                    handle,
                                    query.filter(),
                                    query.order(),
                                    query.isDescending(),
                                    query.offset(),
                                    CheckScreenDoors.SIZE)
                            .stream()
                            .map(ReportJson::of)
                            .toList());
        });
    }

    /** Orders a check. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public RunJson order(@BeanParam Visit visit, OrderJson order) {
        var stage = Stage.of(order.stage() == null ? "" : order.stage())
                .orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        return RunJson.of(doors.jdbi()
                .inTransaction(
                        transaction -> doors.order(transaction, visit, stage, order.target(), order.declared())));
    }

    /** One run. */
    @GET
    @Path("runs/{id}")
    @Needs({Right.FILE, Right.REVIEW})
    public RunJson run(@PathParam("id") UUID id) {
        return RunJson.of(doors.jdbi().withHandle(handle -> doors.desk().run(handle, id)));
    }

    /** Pauses a run. */
    @POST
    @Path("runs/{id}/pause")
    @Needs(Right.FILE)
    public RunJson pause(@BeanParam Visit visit, @PathParam("id") UUID id) {
        doors.jdbi().useTransaction(transaction -> doors.desk().pause(transaction, visit.who(), id));
        return run(id);
    }

    /** Lets a run go on. */
    @POST
    @Path("runs/{id}/resume")
    @Needs(Right.FILE)
    public RunJson resume(@BeanParam Visit visit, @PathParam("id") UUID id) {
        doors.jdbi().useTransaction(transaction -> doors.desk().resume(transaction, visit.who(), id));
        return run(id);
    }

    /** Cancels a run. */
    @POST
    @Path("runs/{id}/cancel")
    @Needs(Right.FILE)
    public RunJson cancel(@BeanParam Visit visit, @PathParam("id") UUID id) {
        doors.jdbi().useTransaction(transaction -> doors.desk().cancel(transaction, visit.who(), id));
        return run(id);
    }

    /** One report. */
    @GET
    @Path("{id}")
    @Needs({Right.FILE, Right.REVIEW})
    public ReportJson report(@PathParam("id") UUID id) {
        return ReportJson.of(
                doors.jdbi().withHandle(handle -> doors.desk().reports().get(handle, id)));
    }

    /** What a report says, exactly as it is digested and signed. */
    @GET
    @Path("{id}/content")
    @Needs({Right.FILE, Right.REVIEW})
    public String content(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return doors.jdbi().inTransaction(transaction -> {
            doors.taken(
                    transaction,
                    visit,
                    id,
                    doors.desk().reports().get(transaction, id).number());
            return doors.desk().reports().text(transaction, id);
        });
    }

    /** Tests again what a report tested. */
    @POST
    @Path("{id}/retest")
    @Needs(Right.FILE)
    public RunJson retest(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return RunJson.of(doors.jdbi().inTransaction(transaction -> doors.desk().retest(transaction, visit.who(), id)));
    }

    /** Notes what only a person can see; gives the new version of the report. */
    @POST
    @Path("{id}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs({Right.FILE, Right.REVIEW})
    public ReportJson note(@BeanParam Visit visit, @PathParam("id") UUID id, NoteJson note) {
        return ReportJson.of(doors.jdbi()
                .inTransaction(transaction -> doors.desk()
                        .note(
                                transaction,
                                visit.who(),
                                id,
                                note.rule() == null ? "" : note.rule(),
                                Boolean.TRUE.equals(note.passed()),
                                note.note() == null ? "" : note.note())));
    }

    /** The public key of this archive, to verify reports with. */
    @GET
    @Path("key")
    @Needs({Right.FILE, Right.REVIEW})
    public KeyJson key() {
        return new KeyJson(
                lantai.key.SigningKey.ALGORITHM, doors.desk().reports().publicKey());
    }
}
