package lantai.ingest.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import lantai.ingest.reader.wire.Identified;
import lantai.ingest.reader.wire.Job;
import lantai.ingest.reader.wire.Line;

/**
 * Starts, feeds, limits, kills and replaces the readers.
 *
 * <p>Thread-safe. Each call blocks until its work is done and occupies one child process, or one thread of the OCR
 * process. A file never makes a call throw: its outcome is named in the result. {@link
 * java.util.concurrent.CancellationException} is thrown when the readers are closed, or the calling thread is
 * interrupted, before the work is done; {@link java.io.UncheckedIOException} when no reader can be started or results
 * cannot be written.
 */
public final class Readers implements AutoCloseable {
    private final ReaderSettings settings;
    private final ReaderPool pool;
    private final OcrProcess ocr;
    private final Semaphore rasters;
    private final AtomicLong numbers = new AtomicLong();

    /** Prepares the readers, whose processes are started when first needed, and empties the readers' own folder. */
    public Readers(ReaderSettings given) {
        settings = given.withOwnFolder();
        Folders.empty(settings.temporary());
        pool = new ReaderPool(settings);
        ocr = new OcrProcess(settings);
        rasters = new Semaphore(settings.ocr().threads() + settings.parallel(), true);
    }

    /**
     * Tells what a file is and takes its text out.
     *
     * @param file the file as received; only read
     * @param name its name as given by the sender, used as a weak hint at its format
     * @param outFolder where the results go; made when missing, untouched when nothing can be read
     */
    public Reading read(Path file, String name, Path outFolder) {
        var size = size(file);
        if (size == 0) {
            return Reading.failed(ReadingState.EMPTY, "no bytes");
        }
        if (size > settings.limits().inputBytes()) {
            return Reading.failed(ReadingState.TOO_LARGE, "larger than a reader opens");
        }
        return inWorkFolder(work -> {
            var job = new Job.Read(absolute(file), name, absolute(work));
            return switch (pool.run(Line.of(job), false, work)) {
                case Reply.Answer(var json) -> {
                    Folders.moveFiles(work, outFolder);
                    yield Line.to(Reading.class, json);
                }
                case Reply.Ended ended -> broken(ended);
            };
        });
    }

    /**
     * Looks at a file thoroughly: reads it to its end, draws each page, decodes all sound, verifies its signatures. It takes as
     * long as drawing the whole file, and leaves nothing behind.
     *
     * @param name its name as given by the sender
     */
    public Examination examine(Path file, String name) {
        var size = size(file);
        if (size == 0) {
            return Examination.of(Reading.failed(ReadingState.EMPTY, "no bytes"));
        }
        if (size > settings.limits().inputBytes()) {
            return Examination.of(Reading.failed(ReadingState.TOO_LARGE, "larger than a reader opens"));
        }
        return inWorkFolder(work -> {
            var job = new Job.Examine(absolute(file), name, absolute(work));
            return switch (pool.run(Line.of(job), false, work)) {
                case Reply.Answer(var json) -> Line.to(Examination.class, json);
                case Reply.Ended ended -> Examination.of(broken(ended));
            };
        });
    }

    private static Reading broken(Reply.Ended ended) {
        var failed = Reading.failed(ended.state(), ended.reason());
        if (ended.news().isEmpty()) {
            return failed;
        }
        var known = Line.to(Identified.class, ended.news());
        return new Reading(
                failed.state(),
                failed.reason(),
                known.format(),
                known.kind(),
                failed.pages(),
                failed.facts(),
                failed.entries(),
                failed.files());
    }

    /**
     * Draws a page as JPEG, at most 3500 pixels long, and a thumbnail, at most 320 pixels long. People wait for this, so
     * one reader is kept free for it.
     *
     * @param turn degrees to turn the page clockwise: 0, 90, 180 or 270, as found by OCR or asked by a person
     */
    public PageImage pageImage(PageRequest page, int turn, Path picture, Path thumbnail) {
        return inWorkFolder(work -> {
            var large = work.resolve("page.jpg");
            var small = work.resolve("thumbnail.jpg");
            var job = new Job.Picture(
                    absolute(page.file()), page.kind(), page.number(), turn, absolute(large), absolute(small));
            return switch (pool.run(Line.of(job), true, work)) {
                case Reply.Answer(var json) -> {
                    var image = Line.to(PageImage.class, json);
                    if (image.state() == ReadingState.READ) {
                        Folders.move(large, picture);
                        Folders.move(small, thumbnail);
                    }
                    yield image;
                }
                case Reply.Ended ended -> PageImage.failed(ended.state(), ended.reason());
            };
        });
    }

    /**
     * Reads the text of a page picture and writes it as ALTO. The page is decoded by a parsing reader; the OCR process
     * gets plain pixels only.
     *
     * @param engine what reads it
     * @param turn how it comes to stand upright
     * @param alto the file to write; untouched unless the state is {@code READ} or {@code NO_TEXT}
     */
    public PageReading ocr(PageRequest page, PageEngine engine, Turn turn, Path alto) {
        return ocr(page, engine, turn, alto, Optional.empty());
    }

    /**
     * Reads the text of a page picture as {@link #ocr(PageRequest, PageEngine, Turn, Path)} does, and measures how well it was scanned while its
     * pixels are at hand.
     *
     * @param measure the file to write a {@link PageMeasure} to, as soon as the page has been drawn
     */
    public PageReading ocr(PageRequest page, PageEngine engine, Turn turn, Path alto, Optional<Path> measure) {
        try {
            // plain pixels are large: only as many wait on disk as keep the engine busy
            rasters.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a page waited");
        }
        try {
            return inWorkFolder(work -> scanAndRead(page, engine, turn, new Wanted(work, alto, measure)));
        } finally {
            rasters.release();
        }
    }

    private record Wanted(Path work, Path alto, Optional<Path> measure) {}

    private PageReading scanAndRead(PageRequest page, PageEngine engine, Turn turn, Wanted wanted) {
        var raster = wanted.work().resolve("page.raster");
        var measured = wanted.work().resolve("page.measure.json");
        var job = new Job.Scan(
                absolute(page.file()),
                page.kind(),
                page.number(),
                turn.degrees(),
                absolute(raster),
                wanted.measure().map(_ -> absolute(measured)).orElse(null));
        return switch (pool.run(Line.of(job), false, wanted.work())) {
            case Reply.Answer(var json) -> {
                var scan = Line.to(PageImage.class, json);
                if (scan.state() != ReadingState.READ) {
                    yield PageReading.failed(scan.state(), scan.reason());
                }
                wanted.measure().ifPresent(measure -> Folders.move(measured, measure));
                yield recognise(
                        new OcrProcess.Wanted(
                                absolute(raster),
                                engine,
                                turn,
                                absolute(wanted.work().resolve("page.alto.xml")),
                                (long) scan.width() * scan.height()),
                        wanted.alto());
            }
            case Reply.Ended ended -> PageReading.failed(ended.state(), ended.reason());
        };
    }

    private PageReading recognise(OcrProcess.Wanted wanted, Path alto) {
        var read = ocr.read(wanted);
        if (read.state() == ReadingState.READ || read.state() == ReadingState.NO_TEXT) {
            Folders.move(Path.of(wanted.alto()), alto);
        }
        return read;
    }

    /**
     * One page of a searchable PDF.
     *
     * @param page the scan
     * @param alto what was read on it
     */
    public record Scanned(PageRequest page, Path alto) {}

    /**
     * Makes a searchable PDF/A of scans, which may lie in several files.
     *
     * @param pages in the order wanted, at least one
     * @param title title of the new document
     */
    public Outcome searchablePdf(List<Scanned> pages, String title, Path pdf) {
        return inWorkFolder(work -> {
            var written = work.resolve("searchable.pdf");
            var scans = pages.stream().map(Readers::scanned).toList();
            var job = new Job.Searchable(scans, title, absolute(written));
            return switch (pool.run(Line.of(job), true, work)) {
                case Reply.Answer(var json) -> {
                    var outcome = Line.to(Outcome.class, json);
                    if (outcome.state() == ReadingState.READ) {
                        Folders.move(written, pdf);
                    }
                    yield outcome;
                }
                case Reply.Ended ended -> new Outcome(ended.state(), ended.reason());
            };
        });
    }

    /**
     * Takes the rows out of a table, a workbook or a text with separators, told apart by content. Formulas are not computed,
     * macros and links are not looked at.
     *
     * @param rows the file to write, as {@link SheetReading} says; untouched unless the state is {@code READ}
     */
    public SheetReading sheet(Path file, Path rows) {
        return inWorkFolder(work -> {
            var written = work.resolve("rows.jsonl");
            var job = new Job.Sheet(absolute(file), absolute(written));
            return switch (pool.run(Line.of(job), true, work)) {
                case Reply.Answer(var json) -> {
                    var reading = Line.to(SheetReading.class, json);
                    if (reading.state() == ReadingState.READ) {
                        Folders.move(written, rows);
                    }
                    yield reading;
                }
                case Reply.Ended ended -> SheetReading.failed(ended.state(), ended.reason());
            };
        });
    }

    /** Listens to a recording from its beginning to its end and tells how loud it is where. People wait for this. */
    public Waveform waveform(Path file) {
        if (size(file) > settings.limits().inputBytes()) {
            return Waveform.failed(ReadingState.TOO_LARGE, "larger than a reader opens");
        }
        return inWorkFolder(work -> switch (pool.run(Line.of(new Job.Sound(absolute(file))), true, work)) {
            case Reply.Answer(var json) -> Line.to(Waveform.class, json);
            case Reply.Ended ended -> Waveform.failed(ended.state(), ended.reason());
        });
    }

    /** {@return process ids of all children that run now, for those who watch or test them} */
    public Set<Long> processes() {
        var all = pool.pids();
        ocr.pid().ifPresent(all::add);
        return all;
    }

    /**
     * Makes a searchable PDF/A of a file of scans.
     *
     * @param altos one ALTO file for each page, in order
     * @param title title of the new document
     */
    public Outcome searchablePdf(Path file, FileKind kind, List<Path> altos, String title, Path pdf) {
        var pages = IntStream.range(0, altos.size())
                .mapToObj(index -> new Scanned(new PageRequest(file, kind, index + 1), altos.get(index)))
                .toList();
        return searchablePdf(pages, title, pdf);
    }

    private static Job.Scanned scanned(Scanned page) {
        var request = page.page();
        return new Job.Scanned(absolute(request.file()), request.kind(), request.number(), absolute(page.alto()));
    }

    private <T> T inWorkFolder(Function<Path, T> work) {
        var folder = settings.temporary().resolve("job-" + numbers.incrementAndGet());
        try {
            Files.createDirectories(folder);
            return work.apply(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Folders.delete(folder);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }

    /** Stops all readers; calls in progress end with a CancellationException. */
    @Override
    public void close() {
        pool.close();
        ocr.close();
    }
}
