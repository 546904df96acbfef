/** From the archive to the index: what was filed or changed becomes findable. Start at {@link lantai.ingest.index.IndexFeeder}. */
@NullMarked
package lantai.ingest.index;

import org.jspecify.annotations.NullMarked;
