package lantai.ingest.reader;

import java.nio.file.Path;
import java.util.List;

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

    /** Prepares the readers; processes are started when first needed. */
    public Readers(ReaderSettings settings) {
        this.settings = settings;
    }

    /**
     * Tells what a file is and takes its text out.
     *
     * @param file the file as received; only read
     * @param name its name as given by the sender, used as a weak hint at its format
     * @param outFolder where the results go; made when missing, complete or untouched
     */
    public Reading read(Path file, String name, Path outFolder) {
        throw new UnsupportedOperationException("read " + settings);
    }

    /**
     * Draws a page as JPEG, at most 3500 pixels long, and a thumbnail, at most 320 pixels long. People wait for this, so
     * one reader is kept free for it.
     *
     * @param turn degrees to turn the page clockwise: 0, 90, 180 or 270, as found by OCR or asked by a person
     */
    public PageImage pageImage(PageRequest page, int turn, Path picture, Path thumbnail) {
        throw new UnsupportedOperationException("pageImage");
    }

    /**
     * Reads the text of a page picture and writes it as ALTO.
     *
     * @param turn degrees to turn the page clockwise before the engine finds its orientation; 0 unless a person asks
     * @param alto the file to write; untouched unless the state is {@code READ} or {@code NO_TEXT}
     */
    public PageReading ocr(PageRequest page, int turn, Path alto) {
        throw new UnsupportedOperationException("ocr");
    }

    /**
     * Makes a searchable PDF/A of a file of scans.
     *
     * @param altos one ALTO file for each page, in order
     * @param title title of the new document
     */
    public Outcome searchablePdf(Path file, FileKind kind, List<Path> altos, String title, Path pdf) {
        throw new UnsupportedOperationException("searchablePdf");
    }

    /** Stops all readers; calls in progress end with a CancellationException. */
    @Override
    public void close() {}
}
