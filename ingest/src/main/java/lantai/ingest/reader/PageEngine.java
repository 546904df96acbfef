package lantai.ingest.reader;

import java.util.Optional;
import java.util.stream.Stream;

/** By what engine pages are read (识读引擎). */
public enum PageEngine {
    /** The one that the settings of the node name. */
    USUAL(""),
    /** PP-OCR, the better one for Chinese. */
    PP_OCR("ppocr"),
    /** The same in less time, less exact where print is small or doubtful. */
    PP_OCR_FAST("ppocr-fast"),
    /** Tesseract. */
    TESSERACT("tesseract");

    private final String code;

    PageEngine(String code) {
        this.code = code;
    }

    /** {@return as in settings and addresses; empty for the usual one} */
    public String code() {
        return code;
    }

    /** {@return the one with this code} */
    public static Optional<PageEngine> of(String code) {
        return Stream.of(values()).filter(engine -> engine.code.equals(code)).findFirst();
    }
}
