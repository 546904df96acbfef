package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lantai.ocr.Box;

/**
 * Orders what stands free on a page by cutting it: into bands where nothing crosses a level line, into columns where
 * running text stands side by side, and a band from left to right.
 */
final class Flow {

    /**
     * Something to be ordered.
     *
     * @param box its place in the level frame
     * @param id given back in the rows
     */
    record Item(Box box, int id) {}

    private static final double WHOLE = 0.7;

    private final double lineHeight;
    private final List<Ruling> separators;
    private final List<List<Integer>> rows = new ArrayList<>();

    /** {@code separators} are level lines; columns do not go on beyond those that run over all of them. */
    Flow(double lineHeight, List<Ruling> separators) {
        this.lineHeight = lineHeight;
        this.separators = separators;
    }

    /** The rows from top to bottom, each from left to right. */
    List<List<Integer>> rows(List<Item> items) {
        order(items);
        return rows;
    }

    private void order(List<Item> items) {
        List<List<Item>> bands = bands(items);
        int from = 0;
        while (from < bands.size()) {
            Columns columns =
                    Columns.startingAt(bands, from, lineHeight, (above, below) -> isParted(items, above, below));
            if (columns.bands() > 0) {
                columns.texts().forEach(this::order);
                from += columns.bands();
            } else {
                band(bands.get(from));
                from++;
            }
        }
    }

    private boolean isParted(List<Item> items, double above, double below) {
        double left =
                items.stream().mapToDouble(item -> item.box().left()).min().orElse(0);
        double right =
                items.stream().mapToDouble(item -> item.box().right()).max().orElse(0);
        return separators.stream()
                .filter(line -> line.start() > above - lineHeight / 4 && line.start() < below + lineHeight / 4)
                .anyMatch(line -> line.length() > WHOLE * (right - left));
    }

    private void band(List<Item> band) {
        List<List<Item>> columns = cut(
                band,
                item -> item.box().left() + lineHeight / 8,
                item -> item.box().right() - lineHeight / 8);
        if (columns.size() == 1) {
            if (band.size() > 1) {
                tangled(band);
            } else {
                rows.add(List.of(band.getFirst().id()));
            }
            return;
        }
        List<Integer> row = new ArrayList<>();
        for (List<Item> column : columns) {
            if (column.size() == 1) {
                row.add(column.getFirst().id());
                continue;
            }
            if (!row.isEmpty()) {
                rows.add(List.copyOf(row));
                row.clear();
            }
            order(column);
        }
        if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
        }
    }

    /** Boxes that overlap each other so that no cut goes between them: by their middles. */
    private void tangled(List<Item> band) {
        List<Item> open = new ArrayList<>(band);
        open.sort(Comparator.comparingDouble(item -> item.box().centerY()));
        while (!open.isEmpty()) {
            double first = open.getFirst().box().centerY();
            List<Item> row = new ArrayList<>(open.stream()
                    .filter(item -> item.box().centerY() - first < lineHeight / 2)
                    .toList());
            open.removeAll(row);
            row.sort(Comparator.comparingDouble(item -> item.box().left()));
            rows.add(row.stream().map(Item::id).toList());
        }
    }

    /** Groups between which a level line can be drawn; the outer third of each line's height may overlap. */
    static List<List<Item>> bands(List<Item> items) {
        return cut(
                items,
                item -> item.box().top() + item.box().height() * 0.3,
                item -> item.box().bottom() - item.box().height() * 0.3);
    }

    static List<List<Item>> cut(List<Item> items, ToDoubleFunction<Item> from, ToDoubleFunction<Item> to) {
        List<Item> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparingDouble(from));
        List<List<Item>> groups = new ArrayList<>();
        double reached = Double.NEGATIVE_INFINITY;
        for (Item item : sorted) {
            if (groups.isEmpty() || from.applyAsDouble(item) >= reached) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(item);
            reached = Math.max(reached, to.applyAsDouble(item));
        }
        return groups;
    }
}
