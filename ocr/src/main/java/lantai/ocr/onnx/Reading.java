package lantai.ocr.onnx;

import java.util.List;

/**
 * What was read in one crop.
 *
 * @param characters in reading order, blanks among them
 * @param confidence mean over the characters, 0 when there are none
 */
record Reading(List<Mark> characters, double confidence) {

    /**
     * One character.
     *
     * @param text as the model knows it
     * @param at the middle of the character as a share of the crop's length, 0 to 1
     * @param confidence 0 to 1
     */
    record Mark(String text, double at, double confidence) {}

    static Reading of(List<Mark> characters) {
        double sum = 0;
        for (Mark character : characters) {
            sum += character.confidence();
        }
        return new Reading(List.copyOf(characters), characters.isEmpty() ? 0 : sum / characters.size());
    }

    String text() {
        var text = new StringBuilder();
        characters.forEach(character -> text.append(character.text()));
        return text.toString();
    }
}
