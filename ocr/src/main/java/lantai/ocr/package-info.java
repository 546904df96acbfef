/**
 * A page image in, text with places and doubts out.
 *
 * <p>The door is {@link lantai.ocr.OcrEngine}; its answer is a {@link lantai.ocr.PageText}, whose lines stand in reading
 * order and know where they were read and how sure the engine was. {@link lantai.ocr.Alto} keeps such a page as ALTO v4
 * and gives it back without loss; {@code lantai.ocr.pdf} lays it under the scan. This module knows no archive.
 */
@NullMarked
package lantai.ocr;

import org.jspecify.annotations.NullMarked;
