/**
 * How long a record is kept (保管期限): periods and their arithmetic, and the schedule as a rule of the house. Start at
 * {@link lantai.retention.RetentionTerm} and {@link lantai.retention.RetentionSchedule}.
 */
@NullMarked
package lantai.retention;

import org.jspecify.annotations.NullMarked;
