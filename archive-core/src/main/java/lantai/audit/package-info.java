/** Who did what to which record: append-only and chained. Start at {@link lantai.audit.AuditTrail}. */
@NullMarked
package lantai.audit;

import org.jspecify.annotations.NullMarked;
