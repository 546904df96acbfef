package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lantai.ocr.Decision;
import lantai.ocr.OcrException;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;
import lantai.ocr.text.TextRules;

/**
 * Reads doubtful lines once more, a little smaller, and those of which the second reading tells something else a third time, a little
 * larger. A reading with an identity number whose check character is right stands; else what two of three say; where all differ, the
 * surest.
 */
final class SecondLook {

    private static final double DOUBT = 0.8;
    private static final double LEAST = 0.6;
    private static final double WIDER = 1.12;
    private static final double NARROWER = 0.92;

    private final Recogniser recogniser;
    private final UnaryOperator<String> rules;

    /** @param rules the rules of writing, as they are applied to what was read first */
    SecondLook(Recogniser recogniser, UnaryOperator<String> rules) {
        this.recogniser = recogniser;
        this.rules = rules;
    }

    /** The readings of the boxes, those of doubtful ones as decided. */
    List<Reading> apply(GrayImage page, List<LeaningBox> boxes, List<Reading> first) throws OcrException {
        double usual = Recogniser.usualHeight(boxes);
        List<Integer> doubtful = IntStream.range(0, boxes.size())
                .filter(i -> isDoubtful(first.get(i)) && !Recogniser.isStacked(boxes.get(i), usual))
                .boxed()
                .toList();
        List<Reading> second = read(page, boxes, doubtful, WIDER);
        List<Reading> decided = new ArrayList<>(first);
        List<Integer> contested = new ArrayList<>();
        List<Reading> seconds = new ArrayList<>();
        for (int k = 0; k < doubtful.size(); k++) {
            int i = doubtful.get(k);
            if (second.get(k).text().equals(first.get(i).text())) {
                decided.set(i, first.get(i).agreeing(second.get(k)));
            } else {
                contested.add(i);
                seconds.add(second.get(k));
            }
        }
        List<Reading> third = read(page, boxes, contested, NARROWER);
        for (int k = 0; k < contested.size(); k++) {
            int i = contested.get(k);
            decided.set(i, decided(first.get(i), seconds.get(k), third.get(k)));
        }
        return decided;
    }

    private static boolean isDoubtful(Reading reading) {
        return reading.confidence() >= LEAST && reading.marks().stream().anyMatch(mark -> mark.confidence() < DOUBT);
    }

    private List<Reading> read(GrayImage page, List<LeaningBox> boxes, List<Integer> some, double share)
            throws OcrException {
        List<LeaningBox> scaled = some.stream()
                .map(boxes::get)
                .map(box -> new LeaningBox(
                        box.centerX(),
                        box.centerY(),
                        box.length() + (share - 1) * box.thickness(),
                        box.thickness() * share,
                        box.angle()))
                .toList();
        return recogniser.read(page, scaled).stream()
                .map(reading -> reading.with(rules.apply(reading.text())))
                .toList();
    }

    private static Reading decided(Reading first, Reading second, Reading third) {
        if (TextRules.holdsIdentityNumber(first.text())) {
            return first;
        }
        for (Reading other : List.of(second, third)) {
            if (TextRules.holdsIdentityNumber(other.text())) {
                return because(other, first);
            }
        }
        if (third.text().equals(first.text())) {
            return first.agreeing(third);
        }
        if (third.text().equals(second.text())) {
            return because(second.agreeing(third), first);
        }
        Reading surest = second.confidence() > third.confidence() ? second : third;
        return surest.confidence() > first.confidence() ? because(surest, first) : first;
    }

    private static Reading because(Reading chosen, Reading first) {
        return chosen.because(new Decision.ByRule(Decision.Reason.READ_AGAIN, first.text()));
    }
}
