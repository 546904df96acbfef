package lantai.web.workflow;

import java.util.List;
import java.util.Optional;
import lantai.ingest.workflow.BatchTask;
import lantai.ingest.workflow.Stage;
import lantai.ingest.workflow.StageDeed;
import lantai.ingest.workflow.WorkflowRule;
import lantai.web.frame.Page;

/**
 * One batch on its way.
 *
 * @param deeds what was done with it, the oldest first
 * @param may whether the reader may do its stage
 * @param reason of giving it back, as typed
 * @param error why the last deed failed
 */
public record BatchWayView(
        Page page,
        BatchTask task,
        WorkflowRule rule,
        List<StageDeed> deeds,
        boolean may,
        String reason,
        Optional<String> error) {
    public BatchWayView {
        deeds = List.copyOf(deeds);
    }

    /** {@return the stages in force, in order} */
    public List<Stage> stages() {
        return rule.inForce();
    }

    /** {@return the stages to which it can be given back, the nearest first} */
    public List<Stage> earlier() {
        return rule.inForce().stream()
                .filter(stage -> stage.compareTo(task.stage()) < 0)
                .toList()
                .reversed();
    }

    /** {@return whether it is at the last stage, from which filing leads on} */
    public boolean isAtFiling() {
        return task.stage() == Stage.FILE;
    }
}
