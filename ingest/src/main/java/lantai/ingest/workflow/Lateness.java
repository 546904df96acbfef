package lantai.ingest.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lantai.account.SignedIn;

/**
 * The batches that wait too long at their stage, or whose year should be filed by now.
 *
 * @param rule the one in force
 * @param late those that wait longest first
 */
public record Lateness(WorkflowRule rule, Instant now, LocalDate today, List<BatchTask> late) {
    public Lateness {
        late = List.copyOf(late);
    }

    /** {@return how many of them this person has to be told of: at his own stages, and where the turn of the next has come} */
    public long concerning(SignedIn who) {
        return late.stream()
                .filter(task -> WorkflowDesk.holds(who, rule.of(task.stage()).roles())
                        || (task.isForTheNext(rule, now)
                                && WorkflowDesk.holds(who, rule.of(task.stage()).next())))
                .count();
    }

    /** {@return the last day of the earliest year in a batch; empty when no document tells its year} */
    public String deadline(BatchTask task) {
        return task.firstYear().map(year -> rule.deadline(year).toString()).orElse("");
    }
}
