package lantai.ingest.job;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Where jobs are ordered. An order is a row of the scheduler's table, written in the transaction of the deed that needs
 * it: if the deed is there, so is the job.
 */
public final class JobQueue {
    private final InstantSource clock;

    public JobQueue(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Orders a job as soon as possible. An order for the same subject that is still open is enough; one that is just being
     * done may have looked at its subject for the last time, so it is done once more afterwards.
     */
    public void order(Handle transaction, JobKind kind, UUID subject, Priority priority) {
        transaction
                .createUpdate("""
                        insert into scheduled_tasks
                            (task_name, task_instance, execution_time, picked, version, priority)
                        values (:name, :instance, :now, false, 1, :priority)
                        on conflict (task_name, task_instance) do update set again = scheduled_tasks.picked
                        """)
                .bind("name", kind.taskName())
                .bind("instance", subject.toString())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("priority", priority.rank())
                .execute();
    }

    /** {@return whether a job is ordered or being done, and has not failed} */
    public boolean isOpen(Handle handle, JobKind kind, UUID subject) {
        return handle.createQuery("""
                        select count(*) from scheduled_tasks
                        where task_name = :name and task_instance = :instance and coalesce(consecutive_failures, 0) = 0
                        """)
                        .bind("name", kind.taskName())
                        .bind("instance", subject.toString())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /**
     * Orders jobs for everything that is open and has none.
     *
     * @return how many were ordered
     */
    public int orderForgotten(Handle transaction) {
        return order(transaction, JobKind.READ_FILE, """
                        select f.id from received_file f join batch b on b.id = f.batch_id
                        where f.step in ('RECEIVED', 'CHECKED', 'READ') and b.state = 'OPEN'
                        """)
                + order(transaction, JobKind.FILE_DOCUMENT, "select id from document where state = 'FILING'")
                + order(
                        transaction,
                        JobKind.DESCRIBE_ITEM,
                        "select distinct item_id as id from description_version where object_version is null")
                + order(transaction, JobKind.BULK_EDIT, "select id from bulk_edit where state = 'RUNNING'")
                + order(transaction, JobKind.CHECK_RUN, "select id from check_run where state = 'RUNNING'")
                + order(transaction, JobKind.PACK_TRANSFER, "select id from transfer_list where state = 'PACKING'")
                + order(transaction, JobKind.DESTROY_LIST, """
                        select id from destruction_list
                        where state = 'EXECUTING' or state = 'EXECUTED' and certificate is null
                        """)
                + order(transaction, JobKind.IMPORT_CATALOGUE, """
                        select id from catalogue_import
                        where state in ('RECEIVED', 'CHECKING', 'APPLYING', 'UNDOING') or state = 'APPLIED' and exists
                            (select 1 from catalogue_entry e where e.import_id = catalogue_import.id and not e.announced)
                        """)
                + order(transaction, JobKind.HOOK_BATCH, "select batch_id as id from hooking where state = 'ORDERED'");
    }

    private int order(Handle transaction, JobKind kind, String subjects) {
        return transaction
                .createUpdate("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
                        select :name, cast(open.id as text), :now, false, 1, :priority from (""" + subjects + """
                        ) open on conflict (task_name, task_instance) do nothing
                        """)
                .bind("name", kind.taskName())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("priority", Priority.BULK.rank())
                .execute();
    }
}
