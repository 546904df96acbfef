package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lantai.ocr.Box;

/**
 * The columns of a table that is not ruled, as wide as what stands in them; immutable. A heading in the middle of its column
 * may stand over none of the parts below it, which begin at the left: places side by side that no row fills both are one
 * column.
 */
final class TableColumns {

    /** What the boxes of neighbouring columns may overlap, in lines' heights: boxes are a little larger than their text. */
    private static final double MARGIN = 0.15;

    private record Span(double from, double to, Set<Integer> rows) {

        static Span around(Box box, double lineHeight, int row) {
            double margin = Math.min(MARGIN * lineHeight, box.width() / 4);
            return new Span(box.left() + margin, box.right() - margin, Set.of(row));
        }

        boolean meets(Span other) {
            return from < other.to && other.from < to;
        }

        boolean mayJoin(Span other) {
            return rows.stream().noneMatch(other.rows::contains);
        }

        Span joined(Span other) {
            Set<Integer> all = new HashSet<>(rows);
            all.addAll(other.rows);
            return new Span(Math.min(from, other.from), Math.max(to, other.to), all);
        }
    }

    private final List<Span> spans;
    private final double lineHeight;
    private final int rows;

    TableColumns(double lineHeight) {
        this(List.of(), lineHeight, 0);
    }

    private TableColumns(List<Span> spans, double lineHeight, int rows) {
        this.spans = List.copyOf(spans);
        this.lineHeight = lineHeight;
        this.rows = rows;
    }

    int count() {
        return spans.size();
    }

    /** The columns after they have grown by the parts of a row; empty when the row does not fit into them. */
    Optional<TableColumns> with(List<Box> row) {
        List<Span> parts = parts(row);
        List<Span> grown = new ArrayList<>();
        List<Span> open = new ArrayList<>(spans);
        for (Span part : parts) {
            List<Span> met = open.stream().filter(part::meets).toList();
            for (int i = 1; i < met.size(); i++) {
                if (!met.get(i - 1).mayJoin(met.get(i))) {
                    return Optional.empty();
                }
            }
            open.removeAll(met);
            Span column = met.stream().reduce(part, Span::joined);
            if (grown.stream().anyMatch(column::meets)) {
                return Optional.empty();
            }
            grown.add(column);
        }
        grown.addAll(open);
        grown.sort(Comparator.comparingDouble(Span::from));
        return Optional.of(new TableColumns(grown, lineHeight, rows + 1));
    }

    /** The row's parts; what stands one below the other is one part. */
    private List<Span> parts(List<Box> row) {
        List<Span> parts = new ArrayList<>();
        List<Box> taken = new ArrayList<>();
        for (Box box : row) {
            Span span = Span.around(box, lineHeight, rows);
            boolean beside = taken.stream()
                    .anyMatch(other -> Math.abs(other.centerY() - box.centerY()) < lineHeight / 2
                            && Span.around(other, lineHeight, rows).meets(span));
            List<Span> met =
                    beside ? List.of() : parts.stream().filter(span::meets).toList();
            parts.removeAll(met);
            parts.add(met.stream().reduce(span, Span::joined));
            taken.add(box);
        }
        return parts;
    }

    /** The columns with places side by side that no row fills both made one. */
    TableColumns joined() {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            if (!joined.isEmpty() && joined.getLast().mayJoin(span)) {
                joined.add(joined.removeLast().joined(span));
            } else {
                joined.add(span);
            }
        }
        return new TableColumns(joined, lineHeight, rows);
    }

    /** The column in which a box stands, -1 for none. */
    int of(Box box) {
        Span span = Span.around(box, lineHeight, 0);
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).meets(span)) {
                return i;
            }
        }
        return -1;
    }
}
