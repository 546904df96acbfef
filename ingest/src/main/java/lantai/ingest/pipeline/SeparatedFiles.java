package lantai.ingest.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.Documents;
import lantai.ingest.review.SeparatedDocuments;
import lantai.ingest.scan.ScanDesk;
import lantai.ingest.scan.ScanRule;
import lantai.ingest.scan.ScannedPage;
import lantai.ingest.scan.ScannedPage.Outcome;
import org.jdbi.v3.core.Handle;

/**
 * Puts single pages together that came as a file each: what lies between two separator sheets of one folder, in the natural order of
 * the files' names, is one document. Files of several pages, and those that are no scans, stay documents of their own and part like a separator; folders without
 * separators stay as they are. Each file stays whole as it came.
 */
public final class SeparatedFiles {
    private final ScanDesk scans;
    private final SeparatedDocuments documents;
    private final Proposing proposing;
    private final AuditTrail audit;

    public SeparatedFiles(ScanDesk scans, Documents documents, Proposing proposing, AuditTrail audit) {
        this.scans = scans;
        this.documents = new SeparatedDocuments(documents);
        this.proposing = proposing;
        this.audit = audit;
    }

    /** Puts together what can be in a batch of which nothing is left to read; may come again at any time. */
    public void join(Handle transaction, UUID batch) {
        if (!scans.rule(transaction).join()) {
            return;
        }
        ScanDesk.lock(transaction, batch);
        runs(scans.pages(transaction, batch)).forEach(run -> gather(transaction, run));
    }

    /** {@return the files of single pages that belong together, in their order} */
    static List<List<UUID>> runs(List<ScannedPage> pages) {
        var folders = new LinkedHashMap<String, SequencedMap<UUID, List<ScannedPage>>>();
        for (var page : pages) {
            var folder = page.path().substring(0, page.path().lastIndexOf('/') + 1);
            folders.computeIfAbsent(folder, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(page.file(), _ -> new ArrayList<>())
                    .add(page);
        }
        return folders.values().stream()
                .filter(files -> files.values().stream().anyMatch(SeparatedFiles::isSeparator))
                .flatMap(files -> runs(files).stream())
                .filter(run -> run.size() > 1)
                .toList();
    }

    private static boolean isSeparator(List<ScannedPage> file) {
        return file.stream().allMatch(page -> page.outcome() == Outcome.SEPARATOR);
    }

    private static List<List<UUID>> runs(Map<UUID, List<ScannedPage>> files) {
        var runs = new ArrayList<List<UUID>>();
        var run = new ArrayList<UUID>();
        for (var file : files.entrySet()) {
            var first = file.getValue().getFirst();
            if (first.outcome() == Outcome.REFUSED && file.getValue().size() == 1) {
                // waits in quarantine; read again, it takes its place by its name
                continue;
            }
            if (file.getValue().size() > 1
                    || isSeparator(file.getValue())
                    || first.measure().isEmpty()) {
                runs.add(List.copyOf(run));
                run.clear();
            } else {
                run.add(file.getKey());
            }
        }
        runs.add(List.copyOf(run));
        return runs;
    }

    private void gather(Handle transaction, List<UUID> run) {
        Set<UUID> files = new LinkedHashSet<>(run);
        var papers = documents.untouched(transaction, files).stream()
                .sorted(Comparator.comparingInt(paper -> first(run, paper)))
                .toList();
        if (papers.size() < 2) {
            return;
        }
        var pages = papers.stream()
                .flatMap(paper -> paper.pages().stream())
                .sorted(Comparator.comparingInt(page -> run.indexOf(page.fileId())))
                .toList();
        var whole = documents.gather(transaction, papers, numbered(pages), proposing.propose(transaction, pages));
        audit.record(
                transaction,
                Actor.SYSTEM,
                AuditAction.DOCUMENT_CHANGED,
                Subject.of("document", whole.id()),
                Map.of("rule", ScanRule.POLICY, "files", Integer.toString(run.size())));
    }

    private static int first(List<UUID> run, Document paper) {
        return run.indexOf(paper.pages().getFirst().fileId());
    }

    private static List<DocumentPage> numbered(List<DocumentPage> pages) {
        var numbered = new ArrayList<DocumentPage>();
        for (var page : pages) {
            numbered.add(new DocumentPage(numbered.size() + 1, page.fileId(), page.filePage(), page.turn()));
        }
        return numbered;
    }
}
