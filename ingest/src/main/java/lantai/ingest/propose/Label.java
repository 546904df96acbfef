package lantai.ingest.propose;

/**
 * A printed label.
 *
 * @param text folded, without colon
 * @param role what it announces
 * @param weight 0 to 1: how surely what follows is the value of the role's field
 */
public record Label(String text, LabelRole role, double weight) {
    public Label {
        text = Folding.fold(text);
        if (text.isEmpty() || !(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("not a label: \"" + text + "\" of weight " + weight);
        }
    }
}
