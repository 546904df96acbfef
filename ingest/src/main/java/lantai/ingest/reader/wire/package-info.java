/** What the server and its reader processes say to each other: one JSON line a message. */
@NullMarked
package lantai.ingest.reader.wire;

import org.jspecify.annotations.NullMarked;
