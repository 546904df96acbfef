/**
 * Measures reading against pages whose truth is known.
 *
 * <p>{@link lantai.ocr.bench.ErrorRate} is the measure, {@link lantai.ocr.bench.OcrBench} runs an engine over a folder,
 * {@link lantai.ocr.bench.StepBench} does so with each step left out, {@link lantai.ocr.bench.TesseractCommand} runs another
 * program over the same pages, and {@link lantai.ocr.bench.Report} is what was found.
 */
@NullMarked
package lantai.ocr.bench;

import org.jspecify.annotations.NullMarked;
