package lantai.ingest.propose;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a sum is the total of others on its sheet: of the column above it, or of two labelled parts. */
final class AddingUp {
    private static final int FEWEST_ROWS = 2;
    private static final int MOST_ROWS = 60;
    private static final double WIDEST_ROW_GAP = 4;

    private final Scene scene;
    private final Set<BigDecimal> parts;

    AddingUp(Scene scene) {
        this.scene = scene;
        this.parts = scene.labelled().stream()
                .filter(item ->
                        item.label().role() == LabelRole.AMOUNT || item.label().role() == LabelRole.OTHER_AMOUNT)
                .filter(item -> !item.isListed())
                .map(item -> PrintedAmount.first(item.value()))
                .flatMap(Optional::stream)
                .map(span -> PrintedAmount.value(span.text()))
                .filter(value -> value.signum() > 0)
                .collect(Collectors.toSet());
    }

    /** @param span where the sum is printed */
    boolean isTotal(BigDecimal value, Span span) {
        return value.signum() > 0 && (isSumOfTwo(value) || isSumOfColumn(value, span.strip()));
    }

    private boolean isSumOfTwo(BigDecimal value) {
        return parts.stream().anyMatch(part -> {
            BigDecimal rest = value.subtract(part);
            return rest.compareTo(part) != 0 && parts.contains(rest);
        });
    }

    /** The rows above, the nearest first, up to the first cell that holds no sum. */
    private boolean isSumOfColumn(BigDecimal value, Strip total) {
        List<Strip> above = scene.layout().sheets().get(total.page() - 1).strips().stream()
                .filter(strip -> strip.level().centerY() < total.level().top()
                        && strip.level().left() < total.level().right()
                        && strip.level().right() > total.level().left())
                .sorted(Comparator.comparingDouble(strip -> -strip.level().centerY()))
                .limit(MOST_ROWS)
                .toList();
        BigDecimal sum = BigDecimal.ZERO;
        double top = total.level().top();
        int rows = 0;
        for (Strip strip : above) {
            Optional<Span> cell = PrintedAmount.first(strip.whole());
            if (cell.isEmpty() || top - strip.level().bottom() > WIDEST_ROW_GAP * strip.height()) {
                break;
            }
            sum = sum.add(PrintedAmount.value(cell.get().text()));
            top = strip.level().top();
            rows++;
            if (rows >= FEWEST_ROWS && sum.compareTo(value) == 0) {
                return true;
            }
        }
        return false;
    }
}
