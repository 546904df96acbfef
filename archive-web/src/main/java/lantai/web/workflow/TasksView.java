package lantai.web.workflow;

import java.util.List;
import lantai.ingest.workflow.BatchTask;
import lantai.ingest.workflow.Lateness;
import lantai.web.frame.Page;

/**
 * Whose turn it is.
 *
 * @param mine the batches whose stage the reader may do
 * @param lateness who is late
 * @param late whether the late ones are shown, else those of the reader
 */
public record TasksView(Page page, List<BatchTask> mine, Lateness lateness, boolean late) {
    public TasksView {
        mine = List.copyOf(mine);
    }

    /** {@return the batches shown} */
    public List<BatchTask> shown() {
        return late ? lateness.late() : mine;
    }

    /** {@return how many days a batch has waited} */
    public long days(BatchTask task) {
        return task.days(lateness.now());
    }

    /** {@return whether it waits longer than its stage allows} */
    public boolean isOverLimit(BatchTask task) {
        return task.isOverLimit(lateness.rule(), lateness.now());
    }

    /** {@return whether its year should be filed by now} */
    public boolean isPastDeadline(BatchTask task) {
        return task.isPastDeadline(lateness.rule(), lateness.today());
    }
}
