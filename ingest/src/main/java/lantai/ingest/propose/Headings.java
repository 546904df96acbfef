package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The head rows of the tables on a sheet. A head row has labels side by side and under at least two of them a value of its
 * own; so its other cells are headings as well, also those that no vocabulary knows. A heading is never a value.
 */
final class Headings {
    private static final int FEWEST_CELLS = 3;
    private static final Pattern FIGURES = Pattern.compile(".*\\d{3}.*|.*:.*");

    private final Labels labels;
    private final Sheet sheet;

    private Headings(Labels labels, Sheet sheet) {
        this.labels = labels;
        this.sheet = sheet;
    }

    /** {@return the cells of all head rows} */
    static Set<Strip> of(Labels labels, Sheet sheet) {
        var headings = new Headings(labels, sheet);
        var found = new HashSet<Strip>();
        for (Strip strip : sheet.strips()) {
            if (!found.contains(strip) && headings.isLabel(strip)) {
                List<Strip> row = headings.row(strip);
                if (headings.isHead(row)) {
                    found.addAll(row);
                }
            }
        }
        return found;
    }

    private boolean isLabel(Strip strip) {
        return labels.whole(strip.text()).isPresent();
    }

    private List<Strip> row(Strip strip) {
        return sheet.strips().stream()
                .filter(other ->
                        Math.abs(other.level().centerY() - strip.level().centerY())
                                < 0.55 * Math.max(other.height(), strip.height()))
                .sorted(Comparator.comparingDouble(other -> other.level().left()))
                .toList();
    }

    private boolean isHead(List<Strip> row) {
        return row.size() >= FEWEST_CELLS
                && row.stream().noneMatch(cell -> FIGURES.matcher(cell.text()).matches())
                && hasNeighbouringLabels(row)
                && columns(row).size() > 1;
    }

    private boolean hasNeighbouringLabels(List<Strip> row) {
        for (int i = 1; i < row.size(); i++) {
            if (isLabel(row.get(i - 1)) && isLabel(row.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** What stands right under the labels of a row; nothing when another label stands under one of them. */
    private Set<Strip> columns(List<Strip> row) {
        var under = new ArrayList<Strip>();
        for (Strip cell : row) {
            Optional<Strip> value = isLabel(cell) ? under(cell) : Optional.empty();
            if (value.filter(this::isLabel).isPresent()) {
                return Set.of();
            }
            value.ifPresent(under::add);
        }
        return new HashSet<>(under);
    }

    private Optional<Strip> under(Strip cell) {
        return sheet.strips().stream()
                .filter(strip -> strip.level().centerY() > cell.level().bottom())
                .filter(strip -> strip.level().top() - cell.level().bottom() < 4 * cell.height())
                .filter(strip -> strip.level().left() < cell.level().right()
                        && strip.level().right() > cell.level().left())
                .min(Comparator.comparingDouble(strip -> strip.level().top()));
    }
}
