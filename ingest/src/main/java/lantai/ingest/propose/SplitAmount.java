package lantai.ingest.propose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts sums together again that were read as two pieces, cut apart at the comma of their thousands. */
final class SplitAmount {
    private static final Pattern CUT_OFF = Pattern.compile("(?<![0-9.,])[0-9]{1,3},$");
    private static final Pattern CONTINUED = Pattern.compile("^,?[0-9]{3}(?![0-9])");
    private static final double WIDEST_GAP = 1.5;

    private final Layout layout;

    SplitAmount(Layout layout) {
        this.layout = layout;
    }

    /** {@return the sum with its other half, where there is one} */
    Span whole(Span span) {
        Strip strip = span.strip();
        String rest = strip.text().substring(span.to());
        boolean begins = CUT_OFF.matcher(span.text() + rest).find();
        boolean ends = span.from() == 0 && CONTINUED.matcher(span.text()).find();
        if (strip.page() < 1 || (!begins && !ends)) {
            return span;
        }
        return layout.sheets().get(strip.page() - 1).strips().stream()
                .filter(other -> begins ? joins(strip, other) : joins(other, strip))
                .findFirst()
                .map(other -> begins ? strip.then(other) : other.then(strip))
                .flatMap(joined -> PrintedAmount.first(joined.span(
                        begins ? span.from() : cut(joined, strip), joined.text().length())))
                .orElse(span);
    }

    private static boolean joins(Strip left, Strip right) {
        double gap = right.level().left() - left.level().right();
        return !left.equals(right)
                && Math.abs(gap) < WIDEST_GAP * left.height()
                && Math.abs(left.level().centerY() - right.level().centerY()) < 0.5 * left.height()
                && CUT_OFF.matcher(left.text()).find()
                && CONTINUED.matcher(right.text()).find();
    }

    /** Where the sum begins in two joined strips whose second one is known. */
    private static int cut(Strip joined, Strip second) {
        Matcher matcher = CUT_OFF.matcher(joined.text()
                .substring(0, joined.text().length() - second.text().length()));
        return matcher.find() ? matcher.start() : 0;
    }
}
