/** Statutory lists as PDF/A and spreadsheet. Start at {@link lantai.web.list.Lists}. */
@NullMarked
package lantai.web.list;

import org.jspecify.annotations.NullMarked;
