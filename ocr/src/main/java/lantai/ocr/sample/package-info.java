/**
 * Invented pages of a medical-insurance agency with exact truth, to measure reading.
 *
 * <p>{@link lantai.ocr.sample.SampleFolder} writes a folder of them as {@link lantai.ocr.bench.OcrBench} wants it. Series
 * {@link lantai.ocr.sample.Series#A}, {@link lantai.ocr.sample.Series#C} and {@link lantai.ocr.sample.Series#D} are for tuning, {@link lantai.ocr.sample.Series#B} with fonts and layouts that the
 * first lacks, for reporting. All persons, houses and numbers are invented; region 990101 does not exist.
 */
@NullMarked
package lantai.ocr.sample;

import org.jspecify.annotations.NullMarked;
