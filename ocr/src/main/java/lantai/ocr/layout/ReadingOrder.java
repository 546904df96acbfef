package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lantai.ocr.Box;

/**
 * Puts the boxes of a page into reading order. Boxes in ruled cells are read table by table, row by row, cell by cell;
 * what stands free is cut into bands, columns of running text and rows.
 */
public final class ReadingOrder {

    private final List<Box> boxes;
    private final double lineHeight;
    private final Rulings rulings;
    private final Cells cells;
    private final List<List<Integer>> rows = new ArrayList<>();
    private final List<PageOrder.Grid> tables = new ArrayList<>();

    private ReadingOrder(List<Box> boxes, Rulings rulings) {
        this.boxes = boxes;
        this.lineHeight = usualHeight(boxes);
        this.rulings = rulings;
        this.cells = new Cells(rulings, lineHeight);
    }

    /**
     * The rows of a page from top to bottom; each names its boxes from left to right by their place in {@code boxes}.
     *
     * @param boxes in the level frame
     * @param rulings in the level frame
     */
    public static List<List<Integer>> rows(List<Box> boxes, Rulings rulings) {
        return of(boxes, rulings).rows();
    }

    /**
     * The rows of a page and its ruled tables, naming boxes by their place in {@code boxes}.
     *
     * @param boxes in the level frame
     * @param rulings in the level frame
     */
    public static PageOrder of(List<Box> boxes, Rulings rulings) {
        var order = new ReadingOrder(boxes, rulings);
        order.page();
        return new PageOrder(order.rows, order.tables);
    }

    /** The median height of boxes, at least 1. */
    public static double usualHeight(List<Box> boxes) {
        double[] heights = boxes.stream()
                .mapToDouble(box -> Math.min(box.height(), box.width()))
                .sorted()
                .toArray();
        return heights.length == 0 ? 1 : Math.max(1, heights[heights.length / 2]);
    }

    private void page() {
        Map<Integer, List<Table.Entry>> inTables = new TreeMap<>();
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            Optional<Cells.Cell> cell = cells.of(boxes.get(i));
            if (cell.isPresent()) {
                inTables.computeIfAbsent(cell.get().table(), _ -> new ArrayList<>())
                        .add(new Table.Entry(i, cell.get().box()));
            } else {
                free.add(i);
            }
        }
        List<Table> tables = inTables.entrySet().stream()
                .map(table -> new Table(table.getValue(), cells.rulingsOf(table.getKey()), lineHeight))
                .toList();
        List<Flow.Item> items = new ArrayList<>();
        for (int i : free) {
            Optional<Table> around = tables.stream()
                    .filter(table -> inside(boxes.get(i), table.box()))
                    .findFirst();
            if (around.isPresent()) {
                around.get().addStray(i, boxes.get(i));
            } else {
                items.add(new Flow.Item(boxes.get(i), i));
            }
        }
        tables.forEach(table -> this.tables.add(table.grid()));
        IntStream.range(0, tables.size())
                .forEach(t -> items.add(new Flow.Item(tables.get(t).box(), -1 - t)));
        for (List<Integer> row : new Flow(lineHeight, rulings.alone()).rows(items)) {
            if (row.size() == 1 && row.getFirst() < 0) {
                rows.addAll(tables.get(-1 - row.getFirst()).rows(boxes));
            } else {
                addRow(row, tables);
            }
        }
    }

    private void addRow(List<Integer> row, List<Table> tables) {
        List<Integer> lines = new ArrayList<>();
        for (int item : row) {
            if (item >= 0) {
                lines.add(item);
            } else {
                if (!lines.isEmpty()) {
                    rows.add(List.copyOf(lines));
                    lines.clear();
                }
                rows.addAll(tables.get(-1 - item).rows(boxes));
            }
        }
        if (!lines.isEmpty()) {
            rows.add(List.copyOf(lines));
        }
    }

    private static boolean inside(Box box, Box table) {
        return table.left() < box.centerX()
                && box.centerX() < table.right()
                && table.top() < box.centerY()
                && box.centerY() < table.bottom();
    }
}
