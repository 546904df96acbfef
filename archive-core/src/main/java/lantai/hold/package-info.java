/** Holds (冻结): records that nobody may destroy, whatever their term. Start at {@link lantai.hold.HoldDesk}. */
@NullMarked
package lantai.hold;

import org.jspecify.annotations.NullMarked;
