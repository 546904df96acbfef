package lantai.web.audit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.AuditLog;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Jdbi;

/** {@code /audit}: the audit trail for the audit administrator, whose reading of it is recorded as well. */
@Path("audit")
@Produces(MediaType.TEXT_HTML)
public final class AuditResource {
    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final AuditLog log = new AuditLog();

    public AuditResource(Jdbi jdbi, AuditTrail trail) {
        this.jdbi = jdbi;
        this.trail = trail;
    }

    /** One page, newest first. */
    @GET
    @Needs(Right.READ_AUDIT)
    public View list(@BeanParam Visit visit, @BeanParam AuditQuery query) {
        return jdbi.inTransaction(transaction -> {
            var found = log.list(transaction, query.filter());
            var more = found.size() > AuditQuery.SIZE;
            var rows = more ? found.subList(0, AuditQuery.SIZE) : found;
            trail.record(
                    transaction,
                    visit.actor(),
                    AuditAction.AUDIT_READ,
                    new Subject("audit", "entries"),
                    Map.of(
                            "actor", query.actor(),
                            "action", query.action(),
                            "from", query.from(),
                            "until", query.until(),
                            "shown", Integer.toString(rows.size())));
            var page = visit.page(visit.text().say("audit.title"));
            var error = query.fault().map(wrong -> ProblemText.of(visit.text(), wrong));
            return new View("audit/audit.jte", new AuditView(page, query, rows, more, error));
        });
    }
}
