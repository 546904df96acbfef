package lantai.web.audit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.AuditProofs;
import lantai.audit.AuditTrail;
import lantai.audit.HeadFolder;
import lantai.audit.HeadMaker;
import lantai.audit.Subject;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Jdbi;

/** {@code /audit/heads}: which heads were exported, and the proof of one entry as a file. Reading them is recorded. */
@Path("audit")
public final class AuditHeadResource {
    private static final int SHOWN = 50;

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final HeadFolder folder;
    private final HeadMaker maker;
    private final AuditProofs proofs;

    public AuditHeadResource(Jdbi jdbi, AuditTrail trail, HeadFolder folder, HeadMaker maker) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.folder = folder;
        this.maker = maker;
        this.proofs = new AuditProofs(folder);
    }

    /** The newest heads. */
    @GET
    @Path("heads")
    @Produces(MediaType.TEXT_HTML)
    @Needs(Right.READ_AUDIT)
    public View heads(@BeanParam Visit visit) {
        var heads = folder.newest(SHOWN);
        var late = maker.isLate();
        jdbi.useTransaction(transaction -> trail.record(
                transaction,
                visit.actor(),
                AuditAction.AUDIT_READ,
                new Subject("audit", "heads"),
                Map.of("shown", Integer.toString(heads.size()))));
        var page = visit.page(visit.text().say("audit.heads.title"));
        return new View(
                "audit/heads.jte", new AuditHeadView(page, heads, folder.path().toString(), late));
    }

    /** One entry's proof, as a file for the small verifier. */
    @GET
    @Path("entries/{id}/proof")
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Right.READ_AUDIT)
    public Response proof(@BeanParam Visit visit, @PathParam("id") long id) {
        return jdbi.inTransaction(transaction -> {
            var proof = proofs.inclusion(transaction, id);
            trail.record(
                    transaction,
                    visit.actor(),
                    AuditAction.AUDIT_READ,
                    new Subject("audit", "proof"),
                    Map.of("entry", Long.toString(id)));
            return Response.ok(proof)
                    .header("Content-Disposition", "attachment; filename=\"audit-" + id + "-proof.json\"")
                    .build();
        });
    }
}
