package lantai.web.appraisal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import lantai.account.Right;
import lantai.retention.RetentionRules;
import lantai.retention.RetentionSchedule;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Jdbi;

/** {@code /appraisal/schedule}: the retention schedule as people read and print it. It is changed where all rules are. */
@Path("appraisal")
@Produces(MediaType.TEXT_HTML)
public final class ScheduleResource {
    private final Jdbi jdbi;
    private final RetentionRules rules;

    public ScheduleResource(Jdbi jdbi, RetentionRules rules) {
        this.jdbi = jdbi;
        this.rules = rules;
    }

    /** The schedule that holds today. */
    @GET
    @Path("schedule")
    @Needs(Right.SEARCH)
    public View schedule(@BeanParam Visit visit, @QueryParam("q") @DefaultValue("") String text) {
        var policy = jdbi.withHandle(rules::policy);
        return new View(
                "appraisal/schedule.jte",
                new ScheduleView(
                        visit.page(visit.text().say("appraisal.schedule")),
                        policy,
                        RetentionSchedule.parse(policy.content()),
                        text.strip()));
    }
}
