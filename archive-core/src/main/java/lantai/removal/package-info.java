/**
 * The two seams between destruction and everything else: what stands in its way, {@link lantai.removal.Obstacle}, and what must
 * go with a record, {@link lantai.removal.Trace}. Each feature implements them for what is its own.
 */
@NullMarked
package lantai.removal;

import org.jspecify.annotations.NullMarked;
