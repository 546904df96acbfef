package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import lantai.ocr.Box;

/**
 * Finds tables that nobody ruled, or with level lines only: at least three rows one below the other whose parts fall into
 * the same columns, with free room between the columns in all of them. A row of labels with their values is none.
 */
public final class PlainTables {

    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_COLUMNS = 3;
    private static final double NARROWEST_GUTTER = 0.15;
    private static final double FARTHEST_ROWS = 3.2;

    private final List<Box> boxes;
    private final double lineHeight;
    private final IntPredicate labelled;

    /**
     * Takes the boxes of a page in the level frame.
     *
     * @param labelled whether what stands in a box is a label with its value
     */
    public PlainTables(List<Box> boxes, double lineHeight, IntPredicate labelled) {
        this.boxes = boxes;
        this.lineHeight = lineHeight;
        this.labelled = labelled;
    }

    /** The tables among {@code rows}, which must stand one below the other. */
    public List<PageOrder.Grid> find(List<List<Integer>> rows) {
        List<PageOrder.Grid> tables = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            List<Span> columns = List.of();
            while (to < rows.size() && mayBelong(rows, from, to)) {
                List<Span> wider = with(columns, rows.get(to));
                int most = mostParts(rows.subList(from, to + 1));
                if (wider.size() < most) {
                    break;
                }
                columns = wider;
                to++;
            }
            if (to - from >= FEWEST_ROWS && columns.size() >= FEWEST_COLUMNS) {
                tables.add(grid(rows.subList(from, to), columns));
                from = to;
            } else {
                from++;
            }
        }
        return tables;
    }

    private record Span(double from, double to) {}

    private boolean mayBelong(List<List<Integer>> rows, int from, int at) {
        List<Integer> row = rows.get(at);
        if (row.size() < 2 || row.stream().anyMatch(labelled::test)) {
            return false;
        }
        if (at == from) {
            return row.size() >= FEWEST_COLUMNS;
        }
        double gap = around(row).top() - around(rows.get(at - 1)).bottom();
        return gap < FARTHEST_ROWS * lineHeight && gap > -lineHeight;
    }

    private static int mostParts(List<List<Integer>> rows) {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    private Box around(List<Integer> row) {
        return row.stream().map(boxes::get).reduce(Box::union).orElseThrow();
    }

    /** The columns after the parts of one more row have grown and joined them. */
    private List<Span> with(List<Span> columns, List<Integer> row) {
        List<Span> all = new ArrayList<>(columns);
        row.forEach(
                box -> all.add(new Span(boxes.get(box).left(), boxes.get(box).right())));
        all.sort(Comparator.comparingDouble(Span::from));
        List<Span> joined = new ArrayList<>();
        for (Span span : all) {
            if (!joined.isEmpty() && span.from() < joined.getLast().to() + NARROWEST_GUTTER * lineHeight) {
                Span last = joined.removeLast();
                joined.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private PageOrder.Grid grid(List<List<Integer>> rows, List<Span> columns) {
        List<PageOrder.Place> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                Span span = columns.get(column);
                List<Integer> within = rows.get(row).stream()
                        .filter(box -> span.from() <= boxes.get(box).centerX()
                                && boxes.get(box).centerX() <= span.to())
                        .toList();
                if (!within.isEmpty()) {
                    cells.add(new PageOrder.Place(row, column, 1, 1, around(within), within));
                }
            }
        }
        Box box = rows.stream().map(this::around).reduce(Box::union).orElseThrow();
        return new PageOrder.Grid(box, cells);
    }
}
