package lantai.ingest.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for viruses in a file before anything else opens it. */
public interface VirusScanner {
    /**
     * Scans one file.
     *
     * @return the name of what was found, or empty when it is clean
     * @throws IOException when the scanner does not answer; the file waits then
     */
    Optional<String> scan(Path file) throws IOException;
}
