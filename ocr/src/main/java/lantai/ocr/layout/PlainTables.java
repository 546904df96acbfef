package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import lantai.ocr.Box;

/**
 * Finds tables that nobody ruled, or with level lines only: rows one below the other, about evenly spaced, whose parts fall
 * into the same columns, one part into each. Three rows make a table, or two between level lines as long as the table is
 * broad. A row of labels with their values is none.
 */
public final class PlainTables {

    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_RULED_ROWS = 2;
    private static final int FEWEST_FRAMING = 3;
    private static final int FEWEST_COLUMNS = 3;
    private static final double FARTHEST_ROWS = 4.2;
    private static final double UNEVEN = 1.28;

    private final List<Box> boxes;
    private final double lineHeight;
    private final IntPredicate labelled;
    private final LevelLines lines;

    /**
     * Takes the boxes of a page in the level frame.
     *
     * @param labelled whether what stands in a box is a label with its value
     * @param alone level lines that meet no upright one
     */
    public PlainTables(List<Box> boxes, double lineHeight, IntPredicate labelled, List<Ruling> alone) {
        this.boxes = boxes;
        this.lineHeight = lineHeight;
        this.labelled = labelled;
        this.lines = new LevelLines(alone, lineHeight);
    }

    /** The tables among {@code rows}, which must stand one below the other. */
    public List<PageOrder.Grid> find(List<List<Integer>> rows) {
        List<List<Integer>> open = lines.merged(rows, this::around);
        List<PageOrder.Grid> tables = new ArrayList<>();
        int from = 0;
        while (from < open.size()) {
            Run run = run(open, from, open.size()).joined();
            if (run.isTable()) {
                tables.add(grid(open.subList(run.from(), run.to()), run.columns()));
                from = run.to();
            } else {
                from++;
            }
        }
        return tables;
    }

    private record Run(int from, int to, boolean ruled, TableColumns columns) {

        Run joined() {
            return new Run(from, to, ruled, columns.joined());
        }

        boolean isTable() {
            return to - from >= (ruled ? FEWEST_RULED_ROWS : FEWEST_ROWS) && columns.count() >= FEWEST_COLUMNS;
        }
    }

    /** The rows from {@code from} on that share columns; where level lines frame some of them, only those. */
    private Run run(List<List<Integer>> rows, int from, int end) {
        var columns = new TableColumns(lineHeight);
        List<Double> pitches = new ArrayList<>();
        int to = from;
        while (to < end && mayBelong(rows, from, to, columns.count(), pitches)) {
            Optional<TableColumns> wider = wider(columns, rows, to);
            boolean odd = wider.isEmpty() && to > from && to + 1 < end;
            if (odd && mayBelong(rows, from, to + 1, columns.count(), pitches)) {
                wider = wider(columns, rows, to + 1);
                to++;
            }
            if (wider.isEmpty()) {
                to -= odd ? 1 : 0;
                break;
            }
            columns = wider.get();
            if (to > from) {
                pitches.add(pitch(rows, to));
            }
            to++;
        }
        return to == from ? new Run(from, to, false, columns) : framed(rows, new Run(from, to, false, columns));
    }

    private Optional<TableColumns> wider(TableColumns columns, List<List<Integer>> rows, int at) {
        return columns.with(rows.get(at).stream().map(boxes::get).toList());
    }

    /** With three lines and more the upper and the lower end of a table are told. */
    private Run framed(List<List<Integer>> rows, Run run) {
        List<Double> framing = lines.framing(around(rows.get(run.from())), around(rows.get(run.to() - 1)));
        boolean ruled = framing.size() >= 2;
        if (framing.size() < FEWEST_FRAMING) {
            return new Run(run.from(), run.to(), ruled, run.columns());
        }
        int first = run.from();
        while (first < run.to() && middle(rows.get(first)) < framing.getFirst()) {
            first++;
        }
        int last = run.to();
        while (last > first && middle(rows.get(last - 1)) > framing.getLast()) {
            last--;
        }
        boolean whole = first == run.from() && last == run.to();
        return whole || last - first < FEWEST_RULED_ROWS
                ? new Run(run.from(), run.to(), ruled, run.columns())
                : run(rows, first, last);
    }

    private boolean mayBelong(List<List<Integer>> rows, int from, int at, int columns, List<Double> pitches) {
        List<Integer> row = rows.get(at);
        if (row.size() < 2
                || row.stream().anyMatch(labelled::test)
                || row.stream().anyMatch(i -> underlined(row, i))) {
            return false;
        }
        if (at == from) {
            return row.size() >= FEWEST_COLUMNS;
        }
        if (2.5 * row.size() < columns) {
            return false;
        }
        if (lines.parts(middle(rows.get(at - 1)), middle(row), around(row))) {
            return true;
        }
        double pitch = pitch(rows, at);
        double usual =
                pitches.stream().sorted().skip(pitches.size() / 2).findFirst().orElse(pitch);
        return pitch < FARTHEST_ROWS * lineHeight && (pitches.size() < 2 || pitch < UNEVEN * usual);
    }

    private boolean underlined(List<Integer> row, int box) {
        return lines.underlines(
                boxes.get(box),
                row.stream().filter(other -> other != box).map(boxes::get).toList());
    }

    private double middle(List<Integer> row) {
        return around(row).centerY();
    }

    private double pitch(List<List<Integer>> rows, int at) {
        return middle(rows.get(at)) - middle(rows.get(at - 1));
    }

    private Box around(List<Integer> row) {
        return row.stream().map(boxes::get).reduce(Box::union).orElseThrow();
    }

    private PageOrder.Grid grid(List<List<Integer>> rows, TableColumns columns) {
        List<PageOrder.Place> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.count(); column++) {
                int at = column;
                List<Integer> within = rows.get(row).stream()
                        .filter(box -> columns.of(boxes.get(box)) == at)
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
