package lantai.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import lantai.account.AccountRegister;
import lantai.account.SignInDesk;
import lantai.hold.HoldObstacle;
import lantai.ingest.job.JobHandler;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.Priority;
import lantai.removal.Obstacle;
import lantai.removal.Obstacles;
import lantai.transfer.Candidates;
import lantai.transfer.DrawingUp;
import lantai.transfer.PackageFiles;
import lantai.transfer.ReceiptDesk;
import lantai.transfer.TransferDesk;
import lantai.transfer.TransferDoors;
import lantai.transfer.TransferRules;
import lantai.transfer.TransferWork;
import lantai.web.transfer.PaperTables;
import lantai.web.transfer.ReaderSheets;
import lantai.web.transfer.TransferApiResource;
import lantai.web.transfer.TransferDeedResource;
import lantai.web.transfer.TransferPaperResource;
import lantai.web.transfer.TransferResource;
import lantai.web.transfer.TransferScreenDoors;
import org.jdbi.v3.core.Handle;

/** Transfer to the archives. The list of obstacles here is the whole truth: what keeps a record in the house stands in it. */
final class Transfers {
    final TransferScreenDoors doors;
    final TransferWork work;
    private final JobHandler check;

    /** @param data the data folder */
    Transfers(Doors doors, SignInDesk signIns, Path data) {
        this(doors, signIns, data, List.of(new HoldObstacle()));
    }

    Transfers(Doors doors, SignInDesk signIns, Path data, List<Obstacle> obstacles) {
        var jdbi = doors.database.jdbi();
        var rules = new TransferRules(doors.policies);
        var papers = new PaperTables(rules, doors.checks);
        var accounts = new AccountRegister(doors.audit, doors.clock);
        var temporary = folder(data.resolve("temporary"));
        var root = folder(data.resolve("transfers"));
        var parts = new TransferDoors(
                jdbi,
                doors.items,
                doors.store,
                doors.fonds,
                doors.descriptions,
                rules,
                doors.checks,
                signIns,
                new Obstacles(obstacles),
                new Orders(doors),
                papers,
                doors.audit,
                doors.check.key(),
                root,
                temporary);
        var desk = new TransferDesk(parts, doors.clock);
        var candidates = new Candidates(rules, doors.clock, Doors.ZONE);
        this.doors = new TransferScreenDoors(
                jdbi,
                desk,
                new DrawingUp(candidates, rules, doors.audit, doors.clock),
                candidates,
                new ReceiptDesk(parts, new ReaderSheets(doors.readers, temporary), doors.clock, Doors.ZONE),
                new PackageFiles(root),
                rules,
                papers,
                doors.checks,
                doors.fonds,
                accounts,
                doors.audit);
        work = new TransferWork(parts, accounts, doors.clock);
        var checking = doors.handlers.get(JobKind.CHECK_RUN);
        if (checking == null) {
            throw new IllegalStateException("nobody carries checks out");
        }
        check = checking;
    }

    /** Carries a check out, and tells the transfer list that waits for it. */
    void check(UUID run) throws IOException {
        check.run(run);
        doors.jdbi().useTransaction(transaction -> doors.desk().checked(transaction, run));
    }

    List<Object> resources() {
        return List.of(
                new TransferResource(doors),
                new TransferDeedResource(doors),
                new TransferPaperResource(doors),
                new TransferApiResource(doors));
    }

    /** Work in the background, by the queue that all jobs take. */
    private record Orders(Doors doors) implements TransferDoors.Orders {
        @Override
        public void pack(Handle transaction, UUID list) {
            doors.jobs.order(transaction, JobKind.PACK_TRANSFER, list, Priority.INTERACTIVE);
        }

        @Override
        public void describe(Handle transaction, UUID item) {
            doors.jobs.order(transaction, JobKind.DESCRIBE_ITEM, item, Priority.BULK);
        }
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
