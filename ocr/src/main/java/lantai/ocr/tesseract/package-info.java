/**
 * Tesseract as second engine: for machines for which ONNX Runtime has no library, and for comparison.
 *
 * <p>{@link lantai.ocr.tesseract.TesseractEngine} is the door. Library and language data come with the program on Linux
 * (x86-64) and Windows; elsewhere an installed Tesseract 5 is used.
 */
@NullMarked
package lantai.ocr.tesseract;

import org.jspecify.annotations.NullMarked;
