package lantai.web.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import lantai.ingest.intake.Batch;
import lantai.ingest.intake.Batches.Progress;
import lantai.ingest.intake.FileList.Outcome;
import lantai.ingest.intake.Receipt;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.UploadDesk;
import lantai.web.frame.Visit;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/** Puts batches, files and receipts into what the interface tells. */
final class Teller {
    private final Inbox inbox;
    private final Whereabouts whereabouts;

    Teller(Inbox inbox) {
        this.inbox = inbox;
        this.whereabouts = new Whereabouts(inbox);
    }

    List<Told.OneBatch> batches(Handle handle, List<Batch> batches) {
        var ids = batches.stream().map(Batch::id).toList();
        var progress = inbox.batches().progress(handle, ids);
        var open = batches.stream()
                .map(Batch::id)
                .filter(id -> !isSettled(progress.getOrDefault(id, Progress.NOTHING)))
                .toList();
        var remaining = inbox.pace().remaining(handle, open);
        return batches.stream()
                .map(batch -> batch(
                        batch,
                        progress.getOrDefault(batch.id(), Progress.NOTHING),
                        Optional.ofNullable(remaining.get(batch.id()))))
                .toList();
    }

    private static Told.OneBatch batch(Batch batch, Progress progress, Optional<Duration> remaining) {
        var files = new TreeMap<String, Integer>();
        progress.files().forEach((step, number) -> files.put(step.name().toLowerCase(Locale.ROOT), number));
        return new Told.OneBatch(
                batch.id().toString(),
                batch.title(),
                batch.source().name().toLowerCase(Locale.ROOT),
                batch.createdAt().toString(),
                batch.state().name().toLowerCase(Locale.ROOT),
                batch.engine().code(),
                progress.total(),
                files,
                progress.pages(),
                progress.pagesRead(),
                progress.toReview(),
                progress.accepted(),
                progress.filed(),
                isSettled(progress),
                batch.gone().handedOver(),
                batch.gone().destroyed(),
                remaining.map(Duration::toSeconds).orElse(null));
    }

    private static boolean isSettled(Progress progress) {
        return progress.settled() == progress.total();
    }

    List<Told.OneFile> files(Handle handle, Visit visit, List<ReceivedFile> files) {
        var ids = files.stream().map(ReceivedFile::id).toList();
        var outcomes = inbox.files().outcomes(handle, ids);
        var places = whereabouts.of(
                handle,
                visit.who(),
                files.stream()
                        .filter(ReceivedFile::seenBefore)
                        .map(ReceivedFile::id)
                        .toList());
        return files.stream()
                .map(file -> file(visit.text(), file, outcomes.getOrDefault(file.id(), List.of()), places))
                .toList();
    }

    private static Told.OneFile file(
            Text text, ReceivedFile file, List<Outcome> outcomes, Map<UUID, Whereabouts.Place> places) {
        var filed = outcomes.stream().filter(one -> one.state().equals("FILED")).toList();
        var isFiled = !filed.isEmpty() && filed.size() == outcomes.size();
        return new Told.OneFile(
                file.id().toString(),
                file.path(),
                file.sha256(),
                file.size(),
                isFiled ? "filed" : file.step().name().toLowerCase(Locale.ROOT),
                file.reason().orElse(null),
                Reasons.words(text, file).orElse(null),
                file.mime(),
                file.puid(),
                file.formatName(),
                file.pageCount(),
                file.pagesRead(),
                file.seenBefore(),
                Optional.ofNullable(places.get(file.id()))
                        .flatMap(Whereabouts.Place::name)
                        .orElse(null),
                file.receivedAt().toString(),
                outcomes.stream().map(one -> one.document().toString()).toList(),
                filed.stream().flatMap(one -> one.referenceCode().stream()).toList());
    }

    Told.OneUpload upload(Visit visit, UploadDesk.State state) {
        return new Told.OneUpload(
                state.id().toString(),
                state.length(),
                state.arrived(),
                state.receipt().map(receipt -> receipt(visit, receipt)).orElse(null));
    }

    Told.OneReceipt receipt(Visit visit, Receipt receipt) {
        var places = receipt.sameAs().isEmpty()
                ? Map.<UUID, Whereabouts.Place>of()
                : inbox.jdbi().withHandle(handle -> whereabouts.of(handle, visit.who(), List.of(receipt.fileId())));
        return new Told.OneReceipt(
                receipt.fileId().toString(),
                receipt.batchId().toString(),
                receipt.path(),
                receipt.fixity().sha256(),
                receipt.fixity().sm3(),
                receipt.fixity().size(),
                receipt.again(),
                receipt.sameAs().isPresent(),
                Optional.ofNullable(places.get(receipt.fileId()))
                        .flatMap(Whereabouts.Place::name)
                        .orElse(null),
                receipt.quarantined().orElse(null),
                receipt.quarantined()
                        .map(reason -> Reasons.words(visit.text(), reason, Optional.empty()))
                        .orElse(null));
    }
}
