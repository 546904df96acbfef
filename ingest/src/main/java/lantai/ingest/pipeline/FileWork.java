package lantai.ingest.pipeline;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.fault.FaultPoint;
import lantai.fault.Faults;
import lantai.ingest.intake.BatchState;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.intake.Step;
import lantai.ingest.reader.PageEngine;
import lantai.ingest.reader.PageFact;
import lantai.ingest.reader.PageFact.TextSource;
import lantai.ingest.reader.PageReading;
import lantai.ingest.reader.PageRequest;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.Reading;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.Turn;
import lantai.ingest.review.DeliveredRecords;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.Documents;
import lantai.ingest.scan.PageRef;
import lantai.ingest.scan.ScanDesk;
import lantai.ingest.scan.ScanDesk.Came;
import lantai.ingest.scan.ScanRule;
import lantai.ingest.words.Words;
import lantai.ocr.PageText;
import lantai.storage.Staging;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What is done with one received file: scan for viruses, check, read, propose. Each step is stored; a file whose work was
 * cut off is taken up again where it stood, and nothing is done twice.
 */
public final class FileWork {
    private static final System.Logger LOG = System.getLogger(FileWork.class.getName());
    private static final int MOST_ATTEMPTS = 4;
    /** Why a file of nothing but separator sheets goes no further. */
    private static final String SEPARATOR = "separator";

    private static final List<Step> OPEN = List.of(Step.RECEIVED, Step.CHECKED, Step.READ);

    private final Jdbi jdbi;
    private final Batches batches;
    private final ReceivedFiles files;
    private final Documents documents;
    private final DeliveredRecords records;
    private final Staging staging;
    private final Readers readers;
    private final Optional<VirusScanner> scanner;
    private final WorkFolder work;
    private final Proposing proposing;
    private final UnseenAcceptance unseen;
    private final Words words;
    private final ScanDesk scans;
    private final Rescans rescans;
    private final SeparatedFiles separated;
    private final AuditTrail audit;

    /** The doors that the work goes through. */
    public record Doors(
            Jdbi jdbi,
            Batches batches,
            ReceivedFiles files,
            Documents documents,
            Staging staging,
            Readers readers,
            Optional<VirusScanner> scanner,
            WorkFolder work,
            Proposing proposing,
            UnseenAcceptance unseen,
            Words words,
            ScanDesk scans,
            AuditTrail audit) {}

    public FileWork(Doors doors) {
        this.jdbi = doors.jdbi();
        this.batches = doors.batches();
        this.files = doors.files();
        this.documents = doors.documents();
        this.records = new DeliveredRecords(documents);
        this.staging = doors.staging();
        this.readers = doors.readers();
        this.scanner = doors.scanner();
        this.work = doors.work();
        this.proposing = doors.proposing();
        this.unseen = doors.unseen();
        this.words = doors.words();
        this.scans = doors.scans();
        this.rescans = new Rescans(documents, proposing, scans);
        this.audit = doors.audit();
        this.separated = new SeparatedFiles(scans, documents, proposing, audit);
    }

    /**
     * Does what is left to do with a file. Does nothing while its batch is paused: resuming orders it again.
     *
     * @throws IOException when the virus scanner does not answer; to be tried again later
     */
    public void run(UUID id) throws IOException {
        var file = jdbi.withHandle(handle -> files.get(handle, id));
        var batch = jdbi.withHandle(handle -> batches.get(handle, file.batchId()));
        if (file.step().isSettled() || batch.state() != BatchState.OPEN) {
            return;
        }
        var content = staging.file(file.sha256());
        // before an attempt is counted: a scanner that is away for a night is not the file's fault
        Faults.before(FaultPoint.SCAN);
        if (!isHarmless(id, content)) {
            return;
        }
        Faults.after(FaultPoint.SCAN);
        if (jdbi.inTransaction(transaction -> files.begin(transaction, id)) > MOST_ATTEMPTS) {
            quarantine(id, ReadingState.CRASHED);
            judge(file.batchId());
            return;
        }
        Files.createDirectories(work.of(id).getParent());
        var reading = readers.read(content, file.name(), work.of(id));
        if (!reading.state().isUnderstood() && !isKeptAsIs(file, reading)) {
            jdbi.useTransaction(transaction -> files.checked(transaction, id, reading));
            quarantine(id, reading.state());
            judge(file.batchId());
            return;
        }
        jdbi.useTransaction(transaction -> files.checked(transaction, id, reading));
        var refused = readPages(file, batch.engine(), reading);
        var came = came(id, reading, refused);
        jdbi.useTransaction(transaction -> scans.keep(transaction, file.batchId(), id, file.path(), came));
        if (!refused.isEmpty() && refused.size() == reading.pages().size()) {
            quarantine(id, refused.values().iterator().next());
        } else {
            propose(file, reading);
        }
        judge(file.batchId());
    }

    /** Puts single pages together and judges the scans of a batch among each other, once nothing of it is left to read. */
    private void judge(UUID batch) {
        var settled = jdbi.withHandle(handle -> batches.progress(handle, List.of(batch)))
                .get(batch);
        if (settled != null && settled.settled() == settled.total()) {
            jdbi.useTransaction(transaction -> {
                separated.join(transaction, batch);
                scans.judge(transaction, batch);
            });
        }
    }

    private List<Came> came(UUID id, Reading reading, Map<Integer, ReadingState> refused) {
        return reading.pages().stream()
                .map(page -> new Came(
                        page.number(),
                        page.source() == TextSource.UNREADABLE
                                ? ReadingState.UNSUPPORTED.code()
                                : Optional.ofNullable(refused.get(page.number()))
                                        .map(ReadingState::code)
                                        .orElse(""),
                        work.measure(id, page.number()),
                        work.page(id, page.number())))
                .toList();
    }

    /** Asks the scanner, if there is one, and puts what it does not call clean into quarantine. */
    private boolean isHarmless(UUID id, Path content) throws IOException {
        if (scanner.isEmpty()) {
            return true;
        }
        return switch (scanner.get().scan(content)) {
            case VirusScanner.Verdict.Clean() -> true;
            case VirusScanner.Verdict.Infected(var name) -> {
                LOG.log(Level.WARNING, "file {0} holds {1}", id, name);
                quarantine(id, ReadingState.INFECTED, name);
                yield false;
            }
            case VirusScanner.Verdict.NotScanned(var reason) -> {
                LOG.log(Level.WARNING, "file {0} was not scanned: {1}", id, reason);
                quarantine(id, ReadingState.NOT_SCANNED, reason);
                yield false;
            }
        };
    }

    /** Reads one page again by OCR. {@return what came of it; the ALTO of the page is renewed only if it was read} */
    public PageReading readPage(UUID id, int page, Turn turn) {
        var file = jdbi.withHandle(handle -> files.get(handle, id));
        var engine =
                jdbi.withHandle(handle -> batches.get(handle, file.batchId())).engine();
        var result = readers.ocr(
                new PageRequest(staging.file(file.sha256()), file.kind(), page), engine, turn, work.alto(id, page));
        if (result.state() == ReadingState.READ || result.state() == ReadingState.NO_TEXT) {
            work.readAgain(id, page);
            decide(id, page);
        }
        return result;
    }

    /** Lets the dictionary decide on what the reader doubts. */
    private void decide(UUID id, int page) {
        work.page(id, page).ifPresent(read -> {
            var decided = words.deciding().decide(read);
            if (!decided.equals(read)) {
                work.replace(id, page, decided);
            }
        });
    }

    private static boolean isKeptAsIs(ReceivedFile file, Reading reading) {
        return reading.state() == ReadingState.UNSUPPORTED
                && file.metadata().getOrDefault("keep-as-is", "").equals("true");
    }

    /** Reads what is not read yet. {@return the pages that could not be read, and why} */
    private Map<Integer, ReadingState> readPages(ReceivedFile file, PageEngine engine, Reading reading) {
        var id = file.id();
        var content = staging.file(file.sha256());
        var wanted = reading.pages().stream()
                .filter(page -> page.source() == TextSource.OCR)
                .filter(page -> !Files.exists(work.alto(id, page.number())))
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var read = new AtomicInteger(reading.pages().size() - wanted.size());
        progress(id, read.get());
        List<PageReading> results = new ArrayList<>();
        try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = wanted.stream()
                    .map(page -> pages.submit(() -> {
                        var result = readers.ocr(
                                new PageRequest(content, reading.kind(), page.number()),
                                engine,
                                Turn.FOUND,
                                work.alto(id, page.number()),
                                Optional.of(work.measureFile(id, page.number())));
                        decide(id, page.number());
                        progress(id, read.incrementAndGet());
                        return result;
                    }))
                    .toList();
            for (var result : running) {
                results.add(result.get());
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
        var refused = new TreeMap<Integer, ReadingState>();
        for (var i = 0; i < wanted.size(); i++) {
            if (!results.get(i).state().isUnderstood()) {
                refused.put(wanted.get(i).number(), results.get(i).state());
            }
        }
        return refused;
    }

    private void propose(ReceivedFile file, Reading reading) {
        var id = file.id();
        var batch = file.batchId();
        var rule = jdbi.withHandle(scans::rule);
        var papers = papers(id, reading, rule);
        // other files may yet come to belong to it
        var single = rule.join()
                && reading.pages().size() == 1
                && work.measure(id, 1).isPresent();
        var fields = jdbi.withHandle(handle ->
                papers.stream().map(pages -> proposing.propose(handle, pages)).toList());
        jdbi.useTransaction(transaction -> {
            if (papers.isEmpty()) {
                // nothing but separator sheets, which are told of their batch and not filed
                files.move(transaction, id, OPEN, Step.CANCELLED, Optional.of(SEPARATOR));
            } else if (files.move(transaction, id, OPEN, Step.PROPOSED, Optional.empty())
                    && !rescanned(transaction, file, papers.getFirst())) {
                for (var i = 0; i < papers.size(); i++) {
                    var added = documents.add(transaction, batch, fields.get(i), papers.get(i));
                    // what a package says of a record is its sender's word, so a person looks at it in any case
                    if (!records.gather(transaction, added) && !single) {
                        unseen.look(transaction, added);
                    }
                }
            }
        });
    }

    private boolean rescanned(Handle transaction, ReceivedFile file, List<DocumentPage> pages) {
        return PageRef.replaced(file.metadata())
                .filter(old -> rescans.replace(transaction, file.batchId(), old, pages))
                .isPresent();
    }

    /** The pages of a file, parted where separator sheets lie between them. */
    private List<List<DocumentPage>> papers(UUID id, Reading reading, ScanRule rule) {
        if (reading.pages().isEmpty()) {
            return List.of(List.of(new DocumentPage(1, id, 0, 0)));
        }
        List<List<DocumentPage>> papers = new ArrayList<>();
        List<DocumentPage> paper = new ArrayList<>();
        for (var page : reading.pages()) {
            if (work.measure(id, page.number())
                    .filter(measure -> ScanDesk.isSeparator(rule, measure))
                    .isPresent()) {
                papers.add(paper);
                paper = new ArrayList<>();
            } else {
                paper.add(new DocumentPage(paper.size() + 1, id, page.number(), rotation(id, page)));
            }
        }
        papers.add(paper);
        return papers.stream().filter(pages -> !pages.isEmpty()).toList();
    }

    /** Only a scan can lie on its side. */
    private int rotation(UUID file, PageFact page) {
        return page.source() == TextSource.OCR
                ? work.page(file, page.number()).map(PageText::rotation).orElse(0)
                : 0;
    }

    private void progress(UUID id, int pages) {
        jdbi.useTransaction(transaction -> files.progress(transaction, id, pages));
    }

    private void quarantine(UUID id, ReadingState why) {
        quarantine(id, why, "");
    }

    /** @param finding what the virus scanner said, empty when it said nothing */
    private void quarantine(UUID id, ReadingState why, String finding) {
        jdbi.useTransaction(transaction -> {
            if (files.move(transaction, id, OPEN, Step.QUARANTINED, Optional.of(why.code()))) {
                if (!finding.isEmpty()) {
                    files.found(transaction, id, finding);
                }
                audit.record(
                        transaction,
                        Actor.SYSTEM,
                        AuditAction.FILE_QUARANTINED,
                        Subject.of("file", id),
                        finding.isEmpty()
                                ? Map.of("reason", why.code())
                                : Map.of("reason", why.code(), "finding", finding));
            }
        });
    }
}
