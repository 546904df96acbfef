package lantai.ocr.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.awt.image.BufferedImage;
import lantai.ocr.OcrEngine;
import lantai.ocr.OcrException;
import lantai.ocr.PageText;

/** PP-OCR through ONNX Runtime. The models are loaded once and shared by all threads that read. */
public final class OnnxEngine implements OcrEngine {

    private final OnnxSettings settings;
    private final String digest;
    private final Detector detector;
    private final Recogniser recogniser;

    /**
     * Loads the models.
     *
     * @throws OcrException when they cannot be read, or when ONNX Runtime has no native library for this machine
     */
    public OnnxEngine(OnnxSettings settings) throws OcrException {
        this.settings = settings;
        Models models =
                settings.models().isPresent() ? Models.in(settings.models().get()) : Models.bundled();
        this.digest = models.digest();
        OrtEnvironment environment = environment();
        int threads = settings.threadsPerPage();
        this.detector = new Detector(new Session(environment, models.detection(), threads));
        this.recogniser = new Recogniser(
                new Session(environment, models.recognition(), threads), new CtcDecoder(models.characters()));
    }

    private static OrtEnvironment environment() throws OcrException {
        try {
            return OrtEnvironment.getEnvironment();
        } catch (LinkageError | RuntimeException e) {
            throw new OcrException("ONNX Runtime has no native library for this machine: " + e.getMessage(), e);
        }
    }

    @Override
    public PageText read(BufferedImage page, int dpi) throws OcrException {
        return new PageReading(settings, detector, recogniser, dpi).read(page, id(), digest);
    }

    @Override
    public String id() {
        return "pp-ocr";
    }

    @Override
    public void close() {
        detector.close();
        recogniser.close();
    }
}
