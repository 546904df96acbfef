package lantai.ocr;

/** The engine could not do its work: a model is missing or damaged, a native library fails. Never: an empty page. */
public final class OcrException extends Exception {

    public OcrException(String message) {
        super(message);
    }

    public OcrException(String message, Throwable cause) {
        super(message, cause);
    }
}
