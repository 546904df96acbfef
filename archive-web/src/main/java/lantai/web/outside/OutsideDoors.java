package lantai.web.outside;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import lantai.account.AccountRegister;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.ingest.filing.FilingDesk;
import lantai.ingest.filing.Placing;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.IntakeDesk;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.job.DocumentOrders;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.JobQueue;
import lantai.ingest.job.Priority;
import lantai.ingest.pipeline.Rules;
import lantai.ingest.review.Documents;
import lantai.ingest.review.ReviewDesk;
import lantai.ingest.seal.SealedPapers;
import lantai.ingest.workflow.WorkflowDesk;
import lantai.photo.PhotoGroupDesk;
import lantai.photo.PhotoGroups;
import lantai.policy.PolicyCentre;
import lantai.record.CodeGaps;
import lantai.storage.Staging;

/**
 * The doors of receiving, review and filing, opened by a command beside a running server, which does the jobs that they
 * order. Corrections made here teach the proposals nothing.
 *
 * @param intake what comes in is read in bulk
 */
public record OutsideDoors(
        Database database,
        AuditTrail audit,
        AccountRegister accounts,
        Batches batches,
        ReceivedFiles files,
        Documents documents,
        IntakeDesk intake,
        ReviewDesk review,
        FilingDesk filing,
        Rules rules) {
    /** Opens them on the data folder and the database of an archive. */
    public static OutsideDoors open(Database database, Path data, ZoneId zone, InstantSource clock) {
        var jdbi = database.jdbi();
        var audit = new AuditTrail(clock);
        var batches = new Batches(audit, clock);
        var files = new ReceivedFiles(clock);
        var documents = new Documents(clock);
        var jobs = new JobQueue(clock);
        var policies = new PolicyCentre(audit, clock, zone);
        return new OutsideDoors(
                database,
                audit,
                new AccountRegister(audit, clock),
                batches,
                files,
                documents,
                new IntakeDesk(
                        jdbi,
                        Staging.open(data.resolve("staging")),
                        batches,
                        (transaction, file, _) -> jobs.order(transaction, JobKind.READ_FILE, file, Priority.BULK),
                        audit,
                        clock),
                new ReviewDesk(
                        documents,
                        files,
                        new DocumentOrders(jobs, Priority.BULK),
                        (_, _, _) -> {},
                        new SealedPapers(
                                (transaction, paper) ->
                                        jobs.order(transaction, JobKind.CLEAR_SEALED, paper, Priority.URGENT),
                                audit,
                                clock),
                        policies,
                        audit,
                        clock),
                new FilingDesk(
                        documents,
                        new Placing(
                                policies,
                                files,
                                batches,
                                new PhotoGroupDesk(
                                        new PhotoGroups(),
                                        (transaction, item) ->
                                                jobs.order(transaction, JobKind.DESCRIBE_ITEM, item, Priority.BULK),
                                        audit,
                                        clock)),
                        new CodeGaps(audit, clock),
                        new WorkflowDesk(policies, audit, clock, zone),
                        jobs,
                        audit),
                new Rules(jdbi, policies));
    }
}
