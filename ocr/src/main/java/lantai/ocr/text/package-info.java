/**
 * Rules of writing that put right what a reading model confuses for reasons of form, not of sight.
 *
 * <p>{@link lantai.ocr.text.TextRules} holds them. A rule must hold for documents of any kind.
 */
@NullMarked
package lantai.ocr.text;

import org.jspecify.annotations.NullMarked;
