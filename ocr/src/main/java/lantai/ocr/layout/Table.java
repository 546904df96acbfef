package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lantai.ocr.Box;

/** The boxes of one ruled table, read row by row; a cell over several rows is read in its first. */
final class Table {

    /**
     * One box and the cell around it.
     *
     * @param index the box's place in the page's list
     * @param cell the cell's inside
     */
    record Entry(int index, Box cell) {}

    private static final double NARROW = 2.4;

    private record Cell(Box box, List<Integer> indices) {}

    private final List<Cell> cells = new ArrayList<>();
    private final Rulings rulings;
    private final double slack;
    private final double lineHeight;
    private final Box box;

    Table(List<Entry> entries, Rulings rulings, double lineHeight) {
        this.rulings = rulings;
        this.lineHeight = lineHeight;
        this.slack = lineHeight / 2;
        entries.forEach(entry -> add(entry.index(), entry.cell()));
        this.box = cells.stream().map(Cell::box).reduce(Box::union).orElseThrow();
    }

    private void add(int index, Box place) {
        for (Cell cell : cells) {
            if (same(cell.box(), place)) {
                cell.indices().add(index);
                return;
            }
        }
        cells.add(new Cell(place, new ArrayList<>(List.of(index))));
    }

    private boolean same(Box a, Box b) {
        return Math.abs(a.left() - b.left()) < slack
                && Math.abs(a.top() - b.top()) < slack
                && Math.abs(a.right() - b.right()) < slack
                && Math.abs(a.bottom() - b.bottom()) < slack;
    }

    Box box() {
        return box;
    }

    /** Takes in a box that stands within the table, but in no cell that could be made out. */
    void addStray(int index, Box place) {
        double y = place.centerY();
        Box row = cells.stream()
                .map(Cell::box)
                .filter(cell -> cell.top() <= y && y <= cell.bottom())
                .min(Comparator.comparingDouble(Box::height))
                .orElse(place);
        add(index, new Box(place.left(), row.top(), place.right(), row.bottom()));
    }

    /** The table's cells by rows and columns; both are counted by all rulings of the table, not by text alone. */
    PageOrder.Grid grid() {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        rulings.vertical().forEach(line -> xs.add(line.at((line.from() + line.to()) / 2)));
        rulings.horizontal().forEach(line -> ys.add(line.at((line.from() + line.to()) / 2)));
        for (Cell cell : cells) {
            xs.addAll(List.of(cell.box().left(), cell.box().right()));
            ys.addAll(List.of(cell.box().top(), cell.box().bottom()));
        }
        var columns = new Edges(xs, slack);
        var rows = new Edges(ys, slack);
        List<PageOrder.Place> places = new ArrayList<>();
        for (Cell cell : cells) {
            int row = rows.nearest(cell.box().top());
            int column = columns.nearest(cell.box().left());
            int below = Math.max(row + 1, rows.nearest(cell.box().bottom()));
            int after = Math.max(column + 1, columns.nearest(cell.box().right()));
            places.add(new PageOrder.Place(row, column, below - row, after - column, cell.box(), cell.indices()));
        }
        places.sort(Comparator.comparingInt(PageOrder.Place::row).thenComparingInt(PageOrder.Place::column));
        return new PageOrder.Grid(box, places);
    }

    /** The rows of the table; single lines side by side share one, the lines of a fuller cell have each their own. */
    List<List<Integer>> rows(List<Box> boxes) {
        List<Cell> open = new ArrayList<>(cells);
        open.sort(Comparator.comparingDouble(cell -> cell.box().top()));
        List<List<Integer>> rows = new ArrayList<>();
        int from = 0;
        while (from < open.size()) {
            int to = from + 1;
            while (to < open.size()
                    && open.get(to).box().top() - open.get(from).box().top() < slack) {
                to++;
            }
            List<Cell> row = new ArrayList<>(open.subList(from, to));
            row.sort(Comparator.comparingDouble(cell -> cell.box().left()));
            addRow(row, boxes, rows);
            from = to;
        }
        return rows;
    }

    /** A heading of a narrow column, written one character under the other, stays in its row. */
    private boolean isBroken(Cell cell, List<List<Integer>> inner) {
        return cell.box().width() < NARROW * lineHeight && inner.stream().allMatch(one -> one.size() == 1);
    }

    private void addRow(List<Cell> row, List<Box> boxes, List<List<Integer>> rows) {
        List<Integer> line = new ArrayList<>();
        for (Cell cell : row) {
            List<Flow.Item> items = cell.indices().stream()
                    .map(i -> new Flow.Item(boxes.get(i), i))
                    .toList();
            List<List<Integer>> inner = new Flow(lineHeight, List.of()).rows(items);
            if (inner.size() == 1 || isBroken(cell, inner)) {
                inner.forEach(line::addAll);
            } else {
                if (!line.isEmpty()) {
                    rows.add(List.copyOf(line));
                    line.clear();
                }
                rows.addAll(inner);
            }
        }
        if (!line.isEmpty()) {
            rows.add(List.copyOf(line));
        }
    }
}
