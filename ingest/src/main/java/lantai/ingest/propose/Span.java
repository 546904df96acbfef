package lantai.ingest.propose;

import java.util.Optional;
import java.util.function.IntPredicate;
import lantai.ocr.Box;

/**
 * A piece of a strip.
 *
 * @param strip where it is printed
 * @param from first folded character
 * @param to after the last
 */
record Span(Strip strip, int from, int to) {
    Span {
        if (from < 0 || to < from || to > strip.text().length()) {
            throw new IllegalArgumentException(
                    "not a span: " + from + " to " + to + " of " + strip.text().length());
        }
    }

    /** {@return the folded text} */
    String text() {
        return strip.text().substring(from, to);
    }

    /** {@return a piece of this piece, counted from its beginning} */
    Span part(int start, int end) {
        return new Span(strip, from + start, from + end);
    }

    boolean isEmpty() {
        return from == to;
    }

    boolean overlaps(Span other) {
        return strip.equals(other.strip) && from < other.to && other.from < to;
    }

    /** {@return the text as printed} */
    String shown() {
        return isEmpty()
                ? ""
                : strip.printed()
                        .substring(
                                strip.marks().get(from).from(),
                                strip.marks().get(to - 1).to());
    }

    /**
     * How surely it was read: halfway between the mean and the worst letter or digit. Punctuation is left out, because the
     * form of a value vouches for it.
     */
    double confidence() {
        return confidence(Character::isLetterOrDigit);
    }

    /** {@return the same over its digits alone: for values whose other characters are fixed by their form} */
    double digitConfidence() {
        return text().codePoints().anyMatch(Character::isDigit) ? confidence(Character::isDigit) : confidence();
    }

    private double confidence(IntPredicate counts) {
        double sum = 0;
        double worst = 1;
        int counted = 0;
        for (int i = from; i < to; i++) {
            if (counts.test(strip.text().charAt(i))) {
                double confidence = strip.marks().get(i).confidence();
                sum += confidence;
                worst = Math.min(worst, confidence);
                counted++;
            }
        }
        return counted == 0 ? 0 : (sum / counted + worst) / 2;
    }

    /** {@return the box around its characters, where the document has pages} */
    Optional<Evidence> evidence() {
        Box around = null;
        for (Mark mark : strip.marks().subList(from, to)) {
            Box box = mark.box();
            if (box != null) {
                around = around == null ? box : around.union(box);
            }
        }
        return around == null ? Optional.empty() : Optional.of(new Evidence(strip.page(), around));
    }
}
