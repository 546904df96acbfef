package lantai.ingest.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import javax.sql.DataSource;

/**
 * Ends a job that is done: its row goes, unless it was ordered again while it was being done; then it is due at once. The
 * database decides which, so an order is never lost between the last look of a job and its end.
 */
final class Completion implements CompletionHandler<Void> {
    private final DataSource dataSource;

    Completion(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void complete(ExecutionComplete done, ExecutionOperations<Void> operations) {
        try (var connection = dataSource.getConnection()) {
            if (!isRemoved(connection, done)) {
                makeDue(connection, done);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException failure) {
            // The row stays with a heartbeat that ends: another try comes, and what is done already is not done twice.
            throw new IllegalStateException("a job that is done could not be put away", failure);
        }
    }

    private static boolean isRemoved(Connection connection, ExecutionComplete done) throws SQLException {
        var execution = done.getExecution();
        try (var delete = connection.prepareStatement("""
                delete from scheduled_tasks
                where task_name = ? and task_instance = ? and version = ? and not again
                """)) {
            delete.setString(1, execution.getTaskName());
            delete.setString(2, execution.getId());
            delete.setLong(3, execution.version);
            return delete.executeUpdate() == 1;
        }
    }

    private static void makeDue(Connection connection, ExecutionComplete done) throws SQLException {
        var execution = done.getExecution();
        try (var update = connection.prepareStatement("""
                update scheduled_tasks
                set again = false, picked = false, picked_by = null, last_heartbeat = null, consecutive_failures = 0,
                    execution_time = ?, version = version + 1
                where task_name = ? and task_instance = ? and version = ?
                """)) {
            update.setTimestamp(1, Timestamp.from(done.getTimeDone()));
            update.setString(2, execution.getTaskName());
            update.setString(3, execution.getId());
            update.setLong(4, execution.version);
            update.executeUpdate();
        }
    }
}
