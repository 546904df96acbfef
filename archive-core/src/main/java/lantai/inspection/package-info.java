/** Self-inspection (自查): the checklist of the house, what was found, who mends it until when. Start at {@link lantai.inspection.InspectionDesk}. */
@NullMarked
package lantai.inspection;

import org.jspecify.annotations.NullMarked;
