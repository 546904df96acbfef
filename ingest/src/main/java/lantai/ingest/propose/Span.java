package lantai.ingest.propose;

import java.util.Optional;
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

    /** {@return how surely it was read: halfway between the mean and the worst character} */
    double confidence() {
        if (isEmpty()) {
            return 0;
        }
        double sum = 0;
        double worst = 1;
        for (Mark mark : strip.marks().subList(from, to)) {
            sum += mark.confidence();
            worst = Math.min(worst, mark.confidence());
        }
        return (sum / (to - from) + worst) / 2;
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
