/**
 * Statutory lists on paper and as a spreadsheet, both from one {@link lantai.print.Table}. The only place of the archive that writes
 * PDF.
 */
@NullMarked
package lantai.print;

import org.jspecify.annotations.NullMarked;
