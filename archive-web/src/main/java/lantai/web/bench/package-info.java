/**
 * Measuring and damaging an archive of its own: what it costs, and what it keeps when its processes are killed. Start at
 * {@link lantai.web.bench.FaultRounds} and {@link lantai.web.bench.IngestBench}.
 */
@NullMarked
package lantai.web.bench;

import org.jspecify.annotations.NullMarked;
