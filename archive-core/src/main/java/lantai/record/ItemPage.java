package lantai.record;

/**
 * One page of an item and where it comes from.
 *
 * @param number from 1
 * @param component ordinal of the component that holds it
 * @param componentPage the page within the component, from 1
 * @param turn degrees clockwise to turn the source so that it stands upright
 */
public record ItemPage(int number, int component, int componentPage, int turn) {
    /** {@return the place of its text in the OCFL object} */
    public String altoPath() {
        return "text/page-%04d.alto.xml".formatted(number);
    }
}
