/**
 * From boxes to reading order: the rulings of a page, the cells they make, columns, bands and rows.
 *
 * <p>All of it works in the level frame: the page turned back by its skew, so that lines of text and rulings run along the
 * axes. {@link lantai.ocr.layout.Level} maps to and from it, {@link lantai.ocr.layout.RulingFinder} sees the rulings,
 * {@link lantai.ocr.layout.Cells} names the cell of each box and {@link lantai.ocr.layout.ReadingOrder} gives the rows.
 */
@NullMarked
package lantai.ocr.layout;

import org.jspecify.annotations.NullMarked;
