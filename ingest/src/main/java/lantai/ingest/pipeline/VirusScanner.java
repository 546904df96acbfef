package lantai.ingest.pipeline;

import java.io.IOException;
import java.nio.file.Path;

/** Looks for viruses in a file before anything else opens it. */
public interface VirusScanner {
    /**
     * Scans one file.
     *
     * @throws IOException when the scanner does not answer; the file waits then and is never taken for clean
     */
    Verdict scan(Path file) throws IOException;

    /**
     * {@return the version of the scanner and of its signatures as it tells them, empty when it does not}
     *
     * @throws IOException when the scanner does not answer
     */
    default String version() throws IOException {
        return "";
    }

    /** What a scan said. */
    sealed interface Verdict {
        /** The whole file was looked at and nothing was found. */
        record Clean() implements Verdict {}

        /**
         * Something was found.
         *
         * @param name what the scanner calls it
         */
        record Infected(String name) implements Verdict {}

        /**
         * The scanner did not look at the whole file because of a limit of its own.
         *
         * @param reason what the scanner said
         */
        record NotScanned(String reason) implements Verdict {}
    }
}
