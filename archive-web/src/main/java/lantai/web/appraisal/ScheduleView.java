package lantai.web.appraisal;

import java.util.List;
import lantai.policy.Policy;
import lantai.retention.RetentionPeriod;
import lantai.retention.RetentionRow;
import lantai.retention.RetentionSchedule;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * The retention schedule.
 *
 * @param policy the version that holds today
 * @param query only rows whose number or material holds this; empty for all
 */
public record ScheduleView(Page page, Policy policy, RetentionSchedule schedule, String query) {
    /** {@return the rows of a class to show} */
    public List<RetentionRow> rows(String group) {
        return schedule.ofGroup(group).stream()
                .filter(row -> row.material().contains(query) || row.label().contains(query))
                .toList();
    }

    /** {@return whether nothing is to show} */
    public boolean isEmpty() {
        return schedule.groups().keySet().stream().allMatch(group -> rows(group).isEmpty());
    }

    /** {@return the name of the rule a row comes from} */
    public String basis(RetentionRow row) {
        return schedule.bases().getOrDefault(row.basis(), row.basis());
    }

    /** {@return how many rows the agency has not confirmed} */
    public int open() {
        return schedule.rows().size() - schedule.official().size();
    }

    /** {@return a term in words} */
    public String term(RetentionRow row) {
        return Terms.told(page.text(), row.period(), row.event());
    }

    /** {@return whether the row is kept for ever} */
    public boolean isPermanent(RetentionRow row) {
        return row.period() instanceof RetentionPeriod.Permanent;
    }
}
