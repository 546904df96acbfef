package lantai.ingest.job;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/**
 * Tries a failed job again after 2 seconds, then after longer and longer, but never after more than a minute: what was in
 * the way, such as a virus scanner that was away for a night, may be back at any time.
 */
final class Patience implements FailureHandler<Void> {
    private static final double FIRST_SECONDS = 2;
    private static final double GROWTH = 1.5;
    private static final double LONGEST_SECONDS = 60;

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        operations.reschedule(failed, failed.getTimeDone().plus(pause(failed.getExecution().consecutiveFailures)));
    }

    /** {@return how long to wait after so many failures before this one} */
    static Duration pause(int failures) {
        var seconds = Math.min(LONGEST_SECONDS, FIRST_SECONDS * Math.pow(GROWTH, failures));
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
