package lantai.web.audit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.AuditProofs;
import lantai.audit.AuditProofs.Consistency;
import lantai.audit.AuditProofs.Inclusion;
import lantai.audit.AuditTrail;
import lantai.audit.HeadFolder;
import lantai.audit.SignedHead;
import lantai.audit.Subject;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jdbi.v3.core.Jdbi;

/** The heads of the audit trail and proofs against them over the interface; reading them is recorded. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditApiResource {
    private static final int MOST = 1_000;

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final HeadFolder folder;
    private final AuditProofs proofs;

    public AuditApiResource(Jdbi jdbi, AuditTrail trail, HeadFolder folder) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.folder = folder;
        this.proofs = new AuditProofs(folder);
    }

    /**
     * One exported head.
     *
     * @param file the file as exported, with its signature
     */
    public record HeadJson(long size, String root, String time, String key, String file) {
        static HeadJson of(SignedHead head) {
            return new HeadJson(head.size(), head.root(), head.time().toString(), head.key(), head.file());
        }
    }

    /** The newest heads, newest first, at most 1000. */
    @GET
    @Path("heads")
    @Needs(Right.READ_AUDIT)
    public List<HeadJson> heads(@BeanParam Visit visit) {
        var heads = folder.newest(MOST).stream().map(HeadJson::of).toList();
        jdbi.useTransaction(transaction -> trail.record(
                transaction,
                visit.actor(),
                AuditAction.AUDIT_READ,
                new Subject("audit", "heads"),
                Map.of("shown", Integer.toString(heads.size()))));
        return heads;
    }

    /** That an entry is under the newest head. */
    @GET
    @Path("entries/{id}/proof")
    @Needs(Right.READ_AUDIT)
    public Inclusion proof(@BeanParam Visit visit, @PathParam("id") long id) {
        return jdbi.inTransaction(transaction -> {
            var proof = proofs.inclusion(transaction, id);
            trail.record(
                    transaction,
                    visit.actor(),
                    AuditAction.AUDIT_READ,
                    new Subject("audit", "proof"),
                    Map.of("entry", Long.toString(id)));
            return proof;
        });
    }

    /** That one exported head goes on from an earlier one; both are named by their size. */
    @GET
    @Path("consistency")
    @Needs(Right.READ_AUDIT)
    public Consistency consistency(
            @BeanParam Visit visit,
            @QueryParam("from") @DefaultValue("0") long from,
            @QueryParam("to") @DefaultValue("0") long to) {
        return jdbi.inTransaction(transaction -> {
            var proof = proofs.consistency(transaction, from, to);
            trail.record(
                    transaction,
                    visit.actor(),
                    AuditAction.AUDIT_READ,
                    new Subject("audit", "heads"),
                    Map.of("from", Long.toString(from), "until", Long.toString(to)));
            return proof;
        });
    }
}
