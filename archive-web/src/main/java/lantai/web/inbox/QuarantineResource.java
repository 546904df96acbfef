package lantai.web.inbox;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.Step;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** What people do with received files, whatever batch they came in. */
@Path("/inbox/files")
public final class QuarantineResource {
    private static final String QUARANTINE = "/inbox/quarantine";

    private final Inbox inbox;

    public QuarantineResource(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Tries files again. */
    @POST
    @Path("/retry")
    @Needs(Right.RECEIVE)
    public Response retry(@BeanParam Visit visit, @FormParam("file") List<UUID> files) {
        var retried = inbox.intake().retry(visit.who(), visible(visit, files));
        return visit.seeOther(QUARANTINE, visit.text().say("inbox.said.retried", retried));
    }

    /** Keeps files whose format is not read as they are. */
    @POST
    @Path("/keep-as-is")
    @Needs(Right.RECEIVE)
    public Response keepAsIs(@BeanParam Visit visit, @FormParam("file") List<UUID> files) {
        var kept = inbox.intake().keepAsIs(visit.who(), visible(visit, files));
        return visit.seeOther(QUARANTINE, visit.text().say("inbox.said.kept", kept));
    }

    /** Hands out the bytes of a file as they came; that is written down. Files with a virus stay here. */
    @GET
    @Path("/{file}/original")
    @Needs(Right.RECEIVE)
    public Response original(@BeanParam Visit visit, @PathParam("file") UUID id) {
        var file = inbox.jdbi().inTransaction(transaction -> {
            var one = inbox.files().get(transaction, BatchScope.of(visit.who()), id);
            if (one.reason().filter("infected"::equals).isPresent()) {
                throw new Refused(InboxProblem.INFECTED);
            }
            if (one.step() == Step.SEALED) {
                throw new Refused(InboxProblem.SEALED);
            }
            if (!inbox.staging().holds(one.sha256())) {
                throw new NotFound(InboxProblem.FILED_AWAY);
            }
            inbox.audit()
                    .record(
                            transaction,
                            visit.actor(),
                            AuditAction.ORIGINAL_EXPORTED,
                            Subject.of("file", id),
                            Map.of("sha256", one.sha256()));
            return one;
        });
        return Response.ok(inbox.staging().file(file.sha256()).toFile(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Content-Disposition", disposition(file))
                .header("Content-Length", file.size())
                .build();
    }

    private List<UUID> visible(Visit visit, List<UUID> files) {
        return inbox.jdbi().withHandle(handle -> inbox.files().visible(handle, BatchScope.of(visit.who()), files));
    }

    private static String disposition(ReceivedFile file) {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
