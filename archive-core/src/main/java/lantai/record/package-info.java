/** Filed records: reference codes, items, components and pages. Start at {@link lantai.record.ItemRegister}. */
@NullMarked
package lantai.record;

import org.jspecify.annotations.NullMarked;
