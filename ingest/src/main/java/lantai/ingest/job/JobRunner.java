package lantai.ingest.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;

/** Does the ordered jobs on this node. A node that dies is noticed after ten seconds and its jobs go to others. */
public final class JobRunner implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 5;

    private final Scheduler scheduler;

    /** @param threads how many jobs run at once */
    public JobRunner(DataSource dataSource, Map<JobKind, JobHandler> handlers, int threads) {
        var completion = new Completion(dataSource);
        List<Task<?>> tasks = handlers.entrySet().stream()
                .<Task<?>>map(entry -> task(entry.getKey(), entry.getValue(), completion))
                .toList();
        this.scheduler = Scheduler.create(dataSource, tasks)
                .threads(threads)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .pollingInterval(Duration.ofMillis(250))
                // Never more than there are threads: a job that waits in memory sends no heartbeat and would seem dead.
                .pollUsingLockAndFetch(0.5, 1.0)
                // In two statements: an update over a limited subquery takes everything when the database plans it as a
                // loop.
                .jdbcCustomization(new PostgreSqlJdbcCustomization(true, false))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enablePriority()
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    /** Begins. */
    public void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }

    private static Task<Void> task(JobKind kind, JobHandler handler, Completion completion) {
        return Tasks.custom(kind.taskName(), Void.class)
                .onFailure(new Patience())
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    try {
                        handler.run(UUID.fromString(instance.getId()));
                        return completion;
                    } catch (CancellationException stopping) {
                        throw new IllegalStateException("the readers are stopping", stopping);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }
}
