/**
 * The screens of what becomes of records when their term has ended: the retention schedule, holds, appraisal, destruction. Start
 * at {@link lantai.web.appraisal.ScheduleResource}.
 */
@NullMarked
package lantai.web.appraisal;

import org.jspecify.annotations.NullMarked;
