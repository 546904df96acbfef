package lantai.web.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.Outcome;
import lantai.ingest.reader.PageEngine;
import lantai.ingest.reader.PageFact;
import lantai.ingest.reader.PageReading;
import lantai.ingest.reader.PageRequest;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.Reading;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.Turn;
import lantai.ocr.Alto;

/** Reads one file with all its pages into text, ALTO and a searchable PDF. */
final class FileReading {
    private final Readers readers;
    private final Path work;
    private final int pagesAtOnce;
    private final Console console;

    /**
     * @param readers what reads
     * @param work a folder for what lies between
     * @param pagesAtOnce how many pages of the file are read at once
     * @param console in whose words is told how it ended
     */
    FileReading(Readers readers, Path work, int pagesAtOnce, Console console) {
        this.readers = readers;
        this.work = work;
        this.pagesAtOnce = pagesAtOnce;
        this.console = console;
    }

    /**
     * Reads a file.
     *
     * @param target the results without their endings
     * @return how it ended; the reason counts pages, or says why there are none
     */
    Outcome read(Path file, Path target) throws IOException {
        var folder = Files.createTempDirectory(work, "file");
        try {
            var reading = readers.read(file, String.valueOf(file.getFileName()), folder);
            if (!reading.state().isUnderstood()) {
                return new Outcome(reading.state(), why(reading.state(), reading.reason()));
            }
            return reading.kind().hasPages()
                    ? readPages(file, reading, folder, target)
                    : copyText(reading, folder, target);
        } finally {
            deleteTree(folder);
        }
    }

    private Outcome copyText(Reading reading, Path folder, Path target) throws IOException {
        if (!reading.files().contains(Reading.TEXT)) {
            return new Outcome(reading.state(), console.both("command.ocr.no-text"));
        }
        Files.copy(folder.resolve(Reading.TEXT), ending(target, ".txt"), StandardCopyOption.REPLACE_EXISTING);
        return new Outcome(reading.state(), console.both("command.ocr.text"));
    }

    private Outcome readPages(Path file, Reading reading, Path folder, Path target) throws IOException {
        var unread = recognise(file, reading, folder);
        var altos = reading.pages().stream()
                .map(page -> folder.resolve(Reading.altoName(page.number())))
                .toList();
        var written = altos.stream().filter(Files::exists).toList();
        if (written.isEmpty()) {
            return unread.isEmpty()
                    ? new Outcome(ReadingState.NO_TEXT, console.both("command.ocr.no-text"))
                    : unread.getFirst();
        }
        var text = text(written);
        Files.writeString(ending(target, ".txt"), text);
        AltoBook.join(written, ending(target, ".alto.xml"));
        var pdf = writePdf(file, reading, altos, target);
        if (!unread.isEmpty()) {
            return new Outcome(
                    unread.getFirst().state(),
                    console.both("command.ocr.pages-unread", unread.size(), altos.size()) + ": "
                            + unread.getFirst().reason());
        }
        if (pdf.state() != ReadingState.READ) {
            return new Outcome(pdf.state(), console.both("command.ocr.no-pdf") + " (" + pdf.reason() + ")");
        }
        return text.isBlank()
                ? new Outcome(ReadingState.NO_TEXT, console.both("command.ocr.no-text"))
                : new Outcome(ReadingState.READ, console.both("command.ocr.pages", altos.size()));
    }

    /** Why a file or a page was not understood, and what the reader said of it. */
    private String why(ReadingState state, String said) {
        return console.both("inbox.reason." + state.code()) + (said.isBlank() ? "" : " (" + said + ")");
    }

    /** Reads the pages that are pictures, several at once, and tells which of them gave nothing. */
    private List<Outcome> recognise(Path file, Reading reading, Path folder) {
        var unread = new ArrayList<Outcome>();
        try (var threads = Executors.newFixedThreadPool(pagesAtOnce)) {
            var pages = new ArrayList<Future<PageReading>>();
            for (var page : reading.pages()) {
                switch (page.source()) {
                    case OCR ->
                        pages.add(threads.submit(() -> readers.ocr(
                                new PageRequest(file, reading.kind(), page.number()),
                                PageEngine.USUAL,
                                Turn.FOUND,
                                folder.resolve(Reading.altoName(page.number())))));
                    case UNREADABLE ->
                        unread.add(new Outcome(
                                ReadingState.UNSUPPORTED,
                                why(ReadingState.UNSUPPORTED, "the picture of a page cannot be decoded")));
                    case BORN_DIGITAL, BLANK -> {}
                }
            }
            var done = 0;
            for (var page : pages) {
                var read = get(page);
                done++;
                if (pages.size() > 1) {
                    console.remark("command.ocr.progress", String.valueOf(file.getFileName()), done, pages.size());
                }
                if (!read.state().isUnderstood()) {
                    unread.add(new Outcome(read.state(), why(read.state(), read.reason())));
                }
            }
        }
        return unread;
    }

    private static PageReading get(Future<PageReading> page) {
        try {
            return page.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the page reader failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return PageReading.failed(ReadingState.CRASHED, "interrupted");
        }
    }

    /** A PDF that carries its text already is its own searchable PDF. */
    private Outcome writePdf(Path file, Reading reading, List<Path> altos, Path target) throws IOException {
        var pdf = ending(target, ".pdf");
        var scanned = reading.pages().stream().anyMatch(page -> page.source() == PageFact.TextSource.OCR);
        if (reading.kind() == FileKind.PDF && !scanned) {
            Files.copy(file, pdf, StandardCopyOption.REPLACE_EXISTING);
            return new Outcome(ReadingState.READ, "");
        }
        if (!altos.stream().allMatch(Files::exists)) {
            return new Outcome(ReadingState.NO_TEXT, "not every page was read");
        }
        return readers.searchablePdf(file, reading.kind(), altos, String.valueOf(target.getFileName()), pdf);
    }

    private static String text(List<Path> altos) {
        return altos.stream().map(FileReading::text).collect(Collectors.joining("\n\f", "", "\n"));
    }

    private static String text(Path alto) {
        try (var in = Files.newInputStream(alto)) {
            return Alto.read(in).text();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path ending(Path target, String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    static void deleteTree(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
