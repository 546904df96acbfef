package lantai.ingest.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch on its way.
 *
 * @param department its name, empty when it has none
 * @param owner who did the last deed at it, else who delivered it; empty for the archive itself
 * @param since when it came to this stage
 * @param open how many of its documents are not filed yet
 * @param accepted how many of those are accepted
 * @param firstYear the earliest year that one of the open documents belongs to; nothing when none tells it
 */
public record BatchTask(
        UUID batch,
        String title,
        String department,
        String owner,
        Stage stage,
        Instant since,
        int version,
        int open,
        int accepted,
        Optional<Integer> firstYear) {
    /** {@return how many whole days it has waited} */
    public long days(Instant now) {
        return Duration.between(since, now).toDays();
    }

    /** {@return whether it waits longer than its stage allows} */
    public boolean isOverLimit(WorkflowRule rule, Instant now) {
        var limit = rule.of(stage).limitDays();
        return limit > 0 && days(now) > limit;
    }

    /** {@return whether the next have to be told as well} */
    public boolean isForTheNext(WorkflowRule rule, Instant now) {
        var of = rule.of(stage);
        return of.alertDays() > 0 && isOverLimit(rule, now) && days(now) > of.limitDays() + of.alertDays();
    }

    /** {@return whether the day has passed by which its year has to be filed} */
    public boolean isPastDeadline(WorkflowRule rule, LocalDate today) {
        return firstYear.filter(year -> today.isAfter(rule.deadline(year))).isPresent();
    }
}
