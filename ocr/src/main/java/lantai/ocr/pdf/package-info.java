/**
 * Searchable PDF/A-2u: the scan as it is, with the text that was read laid under it, invisible.
 *
 * <p>{@link lantai.ocr.pdf.SearchablePdf} is the door; {@link lantai.ocr.pdf.ScanSource} names where a page's scan comes
 * from.
 */
@NullMarked
package lantai.ocr.pdf;

import org.jspecify.annotations.NullMarked;
