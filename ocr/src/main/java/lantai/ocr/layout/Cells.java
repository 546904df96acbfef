package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lantai.ocr.Box;
import org.jspecify.annotations.Nullable;

/**
 * Names the table cell in which a box stands: from its middle one looks up, down, left and right to the nearest ruling.
 * At least three of the four must be there and hang together in one table; an open side is closed where the other two
 * end. In a table that is open on both sides, the lines above and below are enough.
 */
final class Cells {

    /**
     * One cell.
     *
     * @param box its inside
     * @param table number of the table it belongs to
     */
    record Cell(Box box, int table) {}

    private final Rulings rulings;
    private final int[] horizontalTable;
    private final int[] verticalTable;
    private final double slack;
    private final boolean[] open;

    /** {@code lineHeight} is the usual height of a line of text; half of it is allowed for lines that nearly meet. */
    Cells(Rulings found, double lineHeight) {
        this.slack = lineHeight / 2;
        this.rulings = new OpenSides(found, lineHeight).closed();
        int count = rulings.horizontal().size();
        int[] root = IntStream.range(0, count + rulings.vertical().size()).toArray();
        for (int h = 0; h < count; h++) {
            for (int v = 0; v < rulings.vertical().size(); v++) {
                if (RulingFinder.meet(
                        rulings.horizontal().get(h), rulings.vertical().get(v), slack)) {
                    root[find(root, h)] = find(root, count + v);
                }
            }
        }
        var sides = new OpenSides(rulings, lineHeight);
        this.open = sides.open();
        sides.pairs().forEach(pair -> root[find(root, pair[0])] = find(root, pair[1]));
        this.horizontalTable = new int[count];
        this.verticalTable = new int[rulings.vertical().size()];
        for (int i = 0; i < root.length; i++) {
            if (i < count) {
                horizontalTable[i] = find(root, i);
            } else {
                verticalTable[i - count] = find(root, i);
            }
        }
    }

    private static int find(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    /** The cell in which {@code box} stands. */
    Optional<Cell> of(Box box) {
        double x = box.centerX();
        double y = box.centerY();
        int up = nearest(rulings.horizontal(), x, line -> y - line.at(x));
        int down = nearest(rulings.horizontal(), x, line -> line.at(x) - y);
        int left = nearest(rulings.vertical(), y, line -> x - line.at(y));
        int right = nearest(rulings.vertical(), y, line -> line.at(y) - x);
        int table = table(up, down, left, right);
        if (table < 0) {
            return Optional.empty();
        }
        Ruling above = of(rulings.horizontal(), horizontalTable, up, table);
        Ruling below = of(rulings.horizontal(), horizontalTable, down, table);
        Ruling before = of(rulings.vertical(), verticalTable, left, table);
        Ruling after = of(rulings.vertical(), verticalTable, right, table);
        Box cell = new Box(
                Math.min(box.left(), before != null ? before.at(y) : ends(above, below, true)),
                Math.min(box.top(), above != null ? above.at(x) : ends(before, after, true)),
                Math.max(box.right(), after != null ? after.at(y) : ends(above, below, false)),
                Math.max(box.bottom(), below != null ? below.at(x) : ends(before, after, false)));
        return Optional.of(new Cell(cell, table));
    }

    /** The rulings of one table. */
    Rulings rulingsOf(int table) {
        return new Rulings(
                chosen(rulings.horizontal(), horizontalTable, table), chosen(rulings.vertical(), verticalTable, table));
    }

    private static List<Ruling> chosen(List<Ruling> lines, int[] tables, int table) {
        return IntStream.range(0, lines.size())
                .filter(i -> tables[i] == table)
                .mapToObj(lines::get)
                .toList();
    }

    private static @Nullable Ruling of(List<Ruling> lines, int[] tables, int index, int table) {
        return index >= 0 && tables[index] == table ? lines.get(index) : null;
    }

    private static double ends(@Nullable Ruling one, @Nullable Ruling other, boolean first) {
        if (one == null || other == null) {
            throw new IllegalStateException("a cell with two open sides");
        }
        return first ? Math.min(one.from(), other.from()) : Math.max(one.to(), other.to());
    }

    private static int nearest(List<Ruling> lines, double along, ToDoubleFunction<Ruling> distance) {
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < lines.size(); i++) {
            double away = distance.applyAsDouble(lines.get(i));
            if (lines.get(i).spans(along, 0) && away >= 0 && away < least) {
                least = away;
                nearest = i;
            }
        }
        return nearest;
    }

    /** The table to which at least three of the four sides belong, or both lines of one that is open at its sides; or -1. */
    private int table(int up, int down, int left, int right) {
        List<Integer> tables = new ArrayList<>();
        for (int side : new int[] {up, down}) {
            tables.add(side < 0 ? -1 : horizontalTable[side]);
        }
        for (int side : new int[] {left, right}) {
            tables.add(side < 0 ? -1 : verticalTable[side]);
        }
        for (int table : tables) {
            if (table >= 0 && tables.stream().filter(other -> other == table).count() >= 3) {
                return table;
            }
        }
        boolean between = up >= 0 && down >= 0 && open[up] && open[down];
        return between && horizontalTable[up] == horizontalTable[down] ? horizontalTable[up] : -1;
    }
}
