package lantai.record;

/**
 * Within what item numbers are counted: everything left of the number.
 *
 * @param text for example {@code J057-WS·2025-D30-}
 * @param digits how many digits the number has
 */
public record CodeScope(String text, int digits) {
    /** {@return the code with this number} */
    public ReferenceCode code(int number) {
        return new ReferenceCode(text + ("%0" + digits + "d").formatted(number));
    }
}
