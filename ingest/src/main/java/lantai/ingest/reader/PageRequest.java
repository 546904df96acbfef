package lantai.ingest.reader;

import java.nio.file.Path;

/**
 * One page of a file that is wanted as a picture or as text.
 *
 * @param file the file itself, whatever its name
 * @param kind its family, as its {@link Reading} told; one with pages
 * @param number from 1
 */
public record PageRequest(Path file, FileKind kind, int number) {
    public PageRequest {
        if (!kind.hasPages()) {
            throw new IllegalArgumentException("no pages in a file of kind " + kind);
        }
        if (number < 1) {
            throw new IllegalArgumentException("pages count from 1, not " + number);
        }
    }
}
