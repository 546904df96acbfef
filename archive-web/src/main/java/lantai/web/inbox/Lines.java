package lantai.web.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Account;
import lantai.account.AccountRegister;
import lantai.ingest.intake.Batch;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.Batches.Progress;
import lantai.ingest.intake.ReceivedFile;
import lantai.web.frame.Page;
import lantai.web.frame.Visit;
import org.jdbi.v3.core.Handle;

/** Gathers what the rows of batches and files show. */
final class Lines {
    private final Inbox inbox;
    private final AccountRegister accounts;
    private final Whereabouts whereabouts;

    Lines(Inbox inbox, AccountRegister accounts) {
        this.inbox = inbox;
        this.accounts = accounts;
        this.whereabouts = new Whereabouts(inbox);
    }

    List<BatchLine> batches(Handle handle, Page page, List<Batch> batches) {
        var ids = batches.stream().map(Batch::id).toList();
        var progress = inbox.batches().progress(handle, ids);
        var remaining = inbox.pace().remaining(handle, ids);
        var reasons = inbox.files().reasons(handle, ids);
        var names = names(handle, batches);
        return batches.stream()
                .map(batch -> new BatchLine(
                        page,
                        batch,
                        progress.getOrDefault(batch.id(), Progress.NOTHING),
                        Optional.ofNullable(remaining.get(batch.id())),
                        reasons.getOrDefault(batch.id(), List.of()),
                        batch.createdBy().map(names::get).orElse("")))
                .toList();
    }

    BatchLine batch(Handle handle, Page page, Batch batch) {
        return batches(handle, page, List.of(batch)).getFirst();
    }

    private Map<UUID, String> names(Handle handle, List<Batch> batches) {
        Map<UUID, String> names = new HashMap<>();
        for (var batch : batches) {
            batch.createdBy().ifPresent(id -> names.computeIfAbsent(id, _ -> name(accounts.get(handle, id))));
        }
        return names;
    }

    private static String name(Account account) {
        return account.displayName();
    }

    List<FileLine> files(Handle handle, Visit visit, Page page, List<ReceivedFile> files) {
        var ids = files.stream().map(ReceivedFile::id).toList();
        var seen = files.stream()
                .filter(ReceivedFile::seenBefore)
                .map(ReceivedFile::id)
                .toList();
        var outcomes = inbox.files().outcomes(handle, ids);
        var places = whereabouts.of(handle, visit.who(), seen);
        var titles = titles(handle, visit, files);
        return files.stream()
                .map(file -> new FileLine(
                        page,
                        file,
                        outcomes.getOrDefault(file.id(), List.of()),
                        Optional.ofNullable(places.get(file.id())),
                        titles.getOrDefault(file.batchId(), "")))
                .toList();
    }

    private Map<UUID, String> titles(Handle handle, Visit visit, List<ReceivedFile> files) {
        var scope = BatchScope.of(visit.who());
        Map<UUID, String> titles = new HashMap<>();
        files.stream()
                .map(ReceivedFile::batchId)
                .distinct()
                .forEach(id ->
                        titles.put(id, inbox.batches().get(handle, scope, id).title()));
        return titles;
    }
}
