package lantai.ingest.reader.wire;

import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.Format;

/**
 * Told before a file is read, so that its format is known also when the reading kills the reader.
 *
 * @param format what the file is
 * @param kind its family
 */
public record Identified(Format format, FileKind kind) {}
