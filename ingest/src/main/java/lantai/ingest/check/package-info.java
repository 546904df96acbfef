/** What the four-property check needs of files: they are opened by readers, scanned for viruses. See {@code lantai.check}. */
@NullMarked
package lantai.ingest.check;

import org.jspecify.annotations.NullMarked;
