package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lantai.ocr.Decision;
import lantai.ocr.Variant;

/**
 * What was read in one crop.
 *
 * @param marks in reading order, blanks among them
 * @param confidence mean over the characters, 0 when there are none
 * @param decision why it was taken for what was read first
 */
record Reading(List<Mark> marks, double confidence, Optional<Decision> decision) {

    /**
     * One character.
     *
     * @param text as the model knows it
     * @param at the middle of the character as a share of the crop's length, 0 to 1
     * @param confidence 0 to 1
     * @param variants what it may be instead, the likeliest first; only where the model was not sure
     */
    record Mark(String text, double at, double confidence, List<Variant> variants) {
        Mark {
            variants = List.copyOf(variants);
        }
    }

    private static final Set<String> ALIKE = Set.of("乙", "Z", "z");

    Reading(List<Mark> marks, double confidence) {
        this(marks, confidence, Optional.empty());
    }

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
            changed.add(new Mark(text.substring(i, i + 1), mark.at(), mark.confidence(), mark.variants()));
        }
        return new Reading(List.copyOf(changed), confidence, decision);
    }

    /** The same, each character as sure as the surer of two readings of the same text. */
    Reading agreeing(Reading other) {
        if (other.marks().size() != marks.size()) {
            return this;
        }
        List<Mark> surer = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            surer.add(
                    other.marks().get(i).confidence() > mark.confidence()
                            ? new Mark(
                                    mark.text(),
                                    mark.at(),
                                    other.marks().get(i).confidence(),
                                    other.marks().get(i).variants())
                            : mark);
        }
        return new Reading(List.copyOf(surer), of(surer).confidence(), decision);
    }

    /**
     * The same; a lone 乙, which has the form of a Z, is as sure as all of these forms together: that a character stands there is
     * certain when only which of them is in doubt.
     */
    Reading amongAlike() {
        if (marks.size() != 1 || !text().equals("乙")) {
            return this;
        }
        Mark mark = marks.getFirst();
        double together = mark.confidence()
                + mark.variants().stream()
                        .filter(variant -> ALIKE.contains(variant.text()))
                        .mapToDouble(Variant::confidence)
                        .sum();
        return new Reading(marks, Math.min(1, together), decision);
    }

    Reading because(Decision why) {
        return new Reading(marks, confidence, Optional.of(why));
    }

    String text() {
        var text = new StringBuilder();
        marks.forEach(mark -> text.append(mark.text()));
        return text.toString();
    }
}
