package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read in one crop.
 *
 * @param marks in reading order, blanks among them
 * @param confidence mean over the characters, 0 when there are none
 */
record Reading(List<Mark> marks, double confidence) {

    /**
     * One character.
     *
     * @param text as the model knows it
     * @param at the middle of the character as a share of the crop's length, 0 to 1
     * @param confidence 0 to 1
     */
    record Mark(String text, double at, double confidence) {}

    static Reading of(List<Mark> marks) {
        double sum = 0;
        for (Mark mark : marks) {
            sum += mark.confidence();
        }
        return new Reading(List.copyOf(marks), marks.isEmpty() ? 0 : sum / marks.size());
    }

    /** The same marks with the characters of {@code text}, one UTF-16 unit each, where that is as long as this one's. */
    Reading with(String text) {
        if (text.length() != marks.size() || text.length() != text().length()) {
            return this;
        }
        List<Mark> changed = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            changed.add(new Mark(text.substring(i, i + 1), mark.at(), mark.confidence()));
        }
        return new Reading(List.copyOf(changed), confidence);
    }

    String text() {
        var text = new StringBuilder();
        marks.forEach(mark -> text.append(mark.text()));
        return text.toString();
    }
}
