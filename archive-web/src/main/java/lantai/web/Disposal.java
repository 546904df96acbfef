package lantai.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lantai.account.AccountRegister;
import lantai.account.SignInDesk;
import lantai.check.CheckTrace;
import lantai.description.DescriptionTrace;
import lantai.disposal.AppraisalBoard;
import lantai.disposal.Conclusion;
import lantai.disposal.Deliberation;
import lantai.disposal.DestructionCheck;
import lantai.disposal.DestructionDesk;
import lantai.disposal.DestructionWork;
import lantai.disposal.DueList;
import lantai.disposal.ListRecords;
import lantai.disposal.RetentionObstacle;
import lantai.disposal.TermDesk;
import lantai.disposal.Tombstones;
import lantai.hold.HoldDesk;
import lantai.hold.HoldObstacle;
import lantai.hold.HoldTrace;
import lantai.ingest.catalogue.EntryTrace;
import lantai.ingest.correction.CorrectionTrace;
import lantai.ingest.derive.PictureTrace;
import lantai.ingest.filing.ParticularTrace;
import lantai.ingest.filing.ReceiptTrace;
import lantai.ingest.filing.SealedWork;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.Priority;
import lantai.ingest.seal.SealTrace;
import lantai.ingest.transcribe.TranscriptTrace;
import lantai.removal.CodeTrace;
import lantai.removal.ObjectTrace;
import lantai.removal.Obstacle;
import lantai.removal.Obstacles;
import lantai.removal.RowTrace;
import lantai.removal.Trace;
import lantai.search.IndexTrace;
import lantai.stacks.BoxTrace;
import lantai.transfer.TransferObstacle;
import lantai.transfer.TransferRules;
import lantai.transfer.TransferTrace;
import lantai.volume.VolumeObstacle;
import lantai.volume.VolumeTrace;
import lantai.web.appraisal.AppraisalDoors;
import lantai.web.item.CopyTrace;

/**
 * What becomes of records when their term has ended. The two lists here are the whole truth: every obstacle to a destruction and
 * every trace that has to go with a record stands in them.
 */
final class Disposal {
    final AppraisalDoors doors;
    final DestructionWork work;
    final SealedWork sealed;

    /** @param data the data folder */
    Disposal(Doors doors, SignInDesk signIns, Path data) {
        this(doors, signIns, data, obstacles(doors), traces(doors, data));
    }

    Disposal(Doors doors, SignInDesk signIns, Path data, List<Obstacle> obstacles, List<Trace> traces) {
        var check = new DestructionCheck(
                doors.database.jdbi(),
                traces.stream().flatMap(trace -> trace.places().stream()).toList());
        var jdbi = doors.database.jdbi();
        var accounts = new AccountRegister(doors.audit, doors.clock);
        var all = new Obstacles(obstacles);
        var due = new DueList(doors.clock, Doors.ZONE);
        var terms = new TermDesk(doors.items, due, doors.audit, doors.clock);
        var board = new AppraisalBoard(accounts, due, doors.audit, doors.clock);
        var deliberation = new Deliberation(board, doors.policies, doors.audit, doors.clock);
        var destruction = new DestructionDesk(
                signIns,
                all,
                (transaction, list) -> doors.jobs.order(transaction, JobKind.DESTROY_LIST, list, Priority.INTERACTIVE),
                doors.audit,
                doors.clock);
        this.doors = new AppraisalDoors(
                jdbi,
                new HoldDesk(accounts, doors.audit, doors.clock),
                due,
                board,
                deliberation,
                new Conclusion(board, deliberation, terms, doors.items, due, doors.audit, doors.clock),
                terms,
                destruction,
                new Tombstones(),
                all,
                accounts,
                doors.persons,
                doors.items,
                doors.catalogue,
                doors.documents,
                doors.audit);
        this.work = new DestructionWork(
                new DestructionWork.Doors(
                        jdbi,
                        doors.items,
                        all,
                        traces,
                        check,
                        new ListRecords(doors.store, folder(data.resolve("temporary")), doors.clock),
                        doors.audit),
                doors.clock);
        sealed = new SealedWork(new SealedWork.Doors(
                jdbi,
                doors.sealed,
                doors.work,
                doors.staging,
                new PictureTrace(data.resolve("derivatives")),
                traces,
                check));
    }

    /** Everything that can stand in the way of a destruction. */
    static List<Obstacle> obstacles(Doors doors) {
        return List.of(
                new HoldObstacle(),
                new RetentionObstacle(new DueList(doors.clock, Doors.ZONE)),
                new VolumeObstacle(doors.clock, Doors.ZONE),
                new TransferObstacle(new TransferRules(doors.policies)));
    }

    /** Everything that has to go with a record; what is told by its own rows before them. */
    static List<Trace> traces(Doors doors, Path data) {
        return List.of(
                new CodeTrace(doors.items, doors.gaps),
                new VolumeTrace(doors.clock),
                new BoxTrace(),
                new RowTrace(doors.items),
                new DescriptionTrace(),
                new ParticularTrace(),
                new TranscriptTrace(),
                new HoldTrace(),
                new SealTrace(),
                new CheckTrace(),
                new EntryTrace(data.resolve(Catalogues.FOLDER)),
                new TransferTrace(data.resolve("transfers")),
                new CorrectionTrace(),
                new ReceiptTrace(
                        doors.database.jdbi(),
                        doors.work,
                        data.resolve("work"),
                        doors.staging,
                        data.resolve("staging")),
                new ObjectTrace(
                        doors.store,
                        List.of(data.resolve("objects-work"), data.resolve("cache"), data.resolve("opened"))),
                new PictureTrace(data.resolve("derivatives")),
                new CopyTrace(data.resolve("derivatives")),
                new IndexTrace(doors.search));
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
