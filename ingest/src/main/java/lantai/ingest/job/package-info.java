/** Jobs: ordered in a transaction, done at least once, on any node, also after a crash. Start at {@link lantai.ingest.job.JobQueue}. */
@NullMarked
package lantai.ingest.job;

import org.jspecify.annotations.NullMarked;
