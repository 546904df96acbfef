package lantai.ocr.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lantai.ocr.Quad;

/** Sets a table on a page and writes down its truth, row by row; a cell of several lines stays together. */
final class TableSetting {

    private static final double THIN = 3;

    private final Paper paper;
    private final Grid grid;
    private final double size;
    private final double[] xs;
    private final double[] ys;

    private TableSetting(Paper paper, Grid grid, double x, double top, double width, double size) {
        this.paper = paper;
        this.grid = grid;
        this.size = size;
        double all = 0;
        for (double share : grid.shares()) {
            all += share;
        }
        this.xs = new double[grid.shares().length + 1];
        xs[0] = x;
        for (int i = 0; i < grid.shares().length; i++) {
            xs[i + 1] = xs[i] + width * grid.shares()[i] / all;
        }
        this.ys = new double[grid.heights().size() + 1];
        ys[0] = top;
        for (int i = 0; i < grid.heights().size(); i++) {
            ys[i + 1] = ys[i] + grid.heights().get(i) * size;
        }
    }

    /** Sets the table; gives where it ends below. */
    static double set(Paper paper, Grid grid, double x, double top, double width, double size) {
        var setting = new TableSetting(paper, grid, x, top, width, size);
        setting.rules();
        setting.texts();
        return setting.ys[setting.ys.length - 1];
    }

    private void rules() {
        double left = xs[0];
        double right = xs[xs.length - 1];
        int last = ys.length - 1;
        switch (grid.ruled()) {
            case NONE -> {}
            case SHADED -> {
                for (int row = 0; row < last; row += 2) {
                    paper.shade(left, ys[row], right - left, ys[row + 1] - ys[row]);
                }
            }
            case LEVEL -> {
                for (double y : ys) {
                    paper.rule(left, y, right, y, THIN);
                }
            }
            case THREE -> {
                paper.rule(left, ys[0], right, ys[0], 2 * THIN);
                paper.rule(left, ys[1], right, ys[1], THIN);
                paper.rule(left, ys[last], right, ys[last], 2 * THIN);
            }
            case FULL, OPEN, DOTTED -> grid.cells().forEach(this::frame);
        }
    }

    private void frame(Grid.Cell cell) {
        double left = xs[cell.column()];
        double right = xs[cell.column() + cell.columns()];
        double top = ys[cell.row()];
        double bottom = ys[cell.row() + cell.rows()];
        boolean open = grid.ruled() == Grid.Ruled.OPEN;
        side(left, top, right, top);
        side(left, bottom, right, bottom);
        if (!open || cell.column() > 0) {
            side(left, top, left, bottom);
        }
        if (!open || cell.column() + cell.columns() < xs.length - 1) {
            side(right, top, right, bottom);
        }
    }

    private void side(double x1, double y1, double x2, double y2) {
        if (grid.ruled() == Grid.Ruled.DOTTED) {
            paper.dots(x1, y1, x2, y2);
        } else {
            paper.rule(x1, y1, x2, y2, THIN);
        }
    }

    private void texts() {
        int table = paper.nextTable();
        List<Grid.Cell> order = new ArrayList<>(grid.cells());
        order.sort(Comparator.comparingInt(Grid.Cell::row).thenComparingInt(Grid.Cell::column));
        List<Truth.Part> open = new ArrayList<>();
        int row = -1;
        for (Grid.Cell cell : order) {
            if (cell.row() != row) {
                paper.line(open);
                open.clear();
                row = cell.row();
            }
            List<Truth.Part> parts = text(cell);
            if (parts.size() > 1 && !cell.stacked()) {
                paper.line(open);
                open.clear();
                parts.forEach(part -> paper.line(List.of(part)));
            } else {
                open.addAll(parts);
            }
            paper.cell(new Truth.Cell(
                    table, cell.row(), cell.column(), cell.rows(), cell.columns(), cell.text(), inside(cell)));
        }
        paper.line(open);
    }

    private Quad inside(Grid.Cell cell) {
        double left = xs[cell.column()];
        double right = xs[cell.column() + cell.columns()];
        double top = ys[cell.row()];
        double bottom = ys[cell.row() + cell.rows()];
        return new Quad(left, top, right, top, right, bottom, left, bottom);
    }

    private List<Truth.Part> text(Grid.Cell cell) {
        if (cell.text().isEmpty()) {
            return List.of();
        }
        double left = xs[cell.column()] + size * 0.35;
        double right = xs[cell.column() + cell.columns()] - size * 0.35;
        double middle = (ys[cell.row()] + ys[cell.row() + cell.rows()]) / 2;
        if (cell.stacked()) {
            return stacked(cell.text(), (left + right) / 2, middle);
        }
        List<String> lines = paper.broken(cell.text(), right - left, size);
        double pitch = size * 1.35;
        double y = middle - (lines.size() - 1) * pitch / 2 - size / 2;
        List<Truth.Part> parts = new ArrayList<>();
        for (String line : lines) {
            double length = paper.length(line, size);
            boolean heading = grid.headed() && cell.row() == 0;
            Grid.Align align = heading ? Grid.Align.MIDDLE : grid.aligned(cell.column());
            double x = switch (lines.size() > 1 ? Grid.Align.LEFT : align) {
                case LEFT -> left;
                case MIDDLE -> (left + right - length) / 2;
                case RIGHT -> right - length;
            };
            parts.add(paper.draw(line, x, y, size));
            y += pitch;
        }
        return parts;
    }

    /** One part for the whole column of characters. */
    private List<Truth.Part> stacked(String text, double x, double middle) {
        double pitch = size * 1.15;
        double y = middle - text.length() * pitch / 2;
        for (int i = 0; i < text.length(); i++) {
            paper.draw(text.substring(i, i + 1), x - size / 2, y + i * pitch, size);
        }
        double left = x - size / 2;
        double right = x + size / 2;
        double bottom = y + text.length() * pitch;
        return List.of(new Truth.Part(text, new Quad(left, y, right, y, right, bottom, left, bottom)));
    }
}
