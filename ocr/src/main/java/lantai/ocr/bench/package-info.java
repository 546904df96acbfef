/**
 * Measures reading against pages whose truth is known.
 *
 * <p>{@link lantai.ocr.bench.ErrorRate} is the measure, {@link lantai.ocr.bench.OcrBench} runs an engine over a folder and
 * {@link lantai.ocr.bench.Report} is what it found.
 */
@NullMarked
package lantai.ocr.bench;

import org.jspecify.annotations.NullMarked;
