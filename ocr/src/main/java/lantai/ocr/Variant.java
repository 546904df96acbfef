package lantai.ocr;

/**
 * What a character may be instead of what it was read as.
 *
 * @param text one character
 * @param confidence 0 to 1
 */
public record Variant(String text, double confidence) {

    public Variant {
        if (text.isEmpty() || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "not a variant: \"" + text + "\" at confidence " + confidence + ", expected text and 0 to 1");
        }
    }
}
