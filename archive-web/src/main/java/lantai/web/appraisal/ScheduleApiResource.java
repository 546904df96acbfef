package lantai.web.appraisal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import lantai.account.Right;
import lantai.retention.RetentionRow;
import lantai.retention.RetentionRules;
import lantai.retention.RetentionSchedule;
import lantai.web.security.Needs;
import org.jdbi.v3.core.Jdbi;

/** {@code /api/v1/retention-schedule}: the retention schedule for programs. */
@Path("api/v1/retention-schedule")
@Produces(MediaType.APPLICATION_JSON)
public final class ScheduleApiResource {
    private final Jdbi jdbi;
    private final RetentionRules rules;

    public ScheduleApiResource(Jdbi jdbi, RetentionRules rules) {
        this.jdbi = jdbi;
        this.rules = rules;
    }

    /**
     * The schedule.
     *
     * @param version of the policy
     * @param effectiveOn the first day it holds, as ISO 8601
     */
    public record ScheduleJson(String title, int version, String effectiveOn, List<RowJson> rows) {}

    /**
     * One row.
     *
     * @param term {@code Y}, {@code D30} or {@code E5}
     * @param event what a term {@code E…} waits for, empty for the others
     * @param basis name of the rule it comes from
     * @param evidence {@code SOURCE}, {@code AGENCY} or {@code PROPOSED}
     * @param official whether it may stand in an official print
     */
    public record RowJson(
            String group,
            String number,
            String material,
            String term,
            String event,
            String basis,
            String evidence,
            boolean official,
            boolean minimum,
            List<String> kinds) {
        static RowJson of(RetentionSchedule schedule, RetentionRow row) {
            return new RowJson(
                    row.group(),
                    row.number(),
                    row.material(),
                    row.period().code(),
                    row.event(),
                    schedule.bases().getOrDefault(row.basis(), row.basis()),
                    row.evidence().name(),
                    row.evidence().official(),
                    row.minimum(),
                    row.kinds());
        }
    }

    /** The schedule that holds today. */
    @GET
    @Needs(Right.SEARCH)
    public ScheduleJson schedule() {
        var policy = jdbi.withHandle(rules::policy);
        var schedule = RetentionSchedule.parse(policy.content());
        return new ScheduleJson(
                schedule.title(),
                policy.version(),
                policy.effectiveOn().toString(),
                schedule.rows().stream().map(row -> RowJson.of(schedule, row)).toList());
    }
}
