/** The work between receipt and review: check, read, propose; and the jobs that carry it. Start at {@link lantai.ingest.pipeline.Jobs}. */
@NullMarked
package lantai.ingest.pipeline;

import org.jspecify.annotations.NullMarked;
