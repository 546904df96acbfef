/**
 * PP-OCR through ONNX Runtime: text detection, recognition and the finding of the page's orientation.
 *
 * <p>{@link lantai.ocr.onnx.OnnxEngine} is the door. The models come from {@link lantai.ocr.onnx.Models}, bundled or from
 * a folder, so that a newer generation drops in.
 */
@NullMarked
package lantai.ocr.onnx;

import org.jspecify.annotations.NullMarked;
