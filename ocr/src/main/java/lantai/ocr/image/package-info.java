/**
 * Pixels and what is done to them before reading: one class a step, so that each can be measured alone.
 *
 * <p>{@link lantai.ocr.image.Scan} takes any picture; {@link lantai.ocr.image.SealSeparation} makes it gray without the
 * red of seals; {@link lantai.ocr.image.BackgroundDivision} makes the paper white. Nothing here makes a page bilevel: the
 * reading models want the gray.
 */
@NullMarked
package lantai.ocr.image;

import org.jspecify.annotations.NullMarked;
