/**
 * What runs inside a reader: the only code that parses files from outside.
 *
 * <p>{@link lantai.ingest.reader.child.ReaderMain} takes one job after the other; {@link
 * lantai.ingest.reader.child.OcrMain} reads many pages at once. Nothing here is used by the server's own process.
 */
@NullMarked
package lantai.ingest.reader.child;

import org.jspecify.annotations.NullMarked;
