package lantai.ocr.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lantai.ocr.Block;
import lantai.ocr.Box;
import lantai.ocr.PageText;
import lantai.ocr.Quad;

/**
 * How well the tables of a page were taken apart. A cell is right when a cell of the truth stands in the same place, in the
 * same row and column of its table, and holds the same text.
 *
 * @param right cells read right
 * @param found cells read
 * @param expected cells of the truth that hold text
 */
public record CellScore(int right, int found, int expected) {

    /** No table at all; the beginning of a sum. */
    public static final CellScore NOTHING = new CellScore(0, 0, 0);

    private record Cell(int row, int column, String text, Box box) {

        boolean isSame(Cell other) {
            return row == other.row
                    && column == other.column
                    && text.equals(other.text)
                    && (holds(box, other.box) || holds(other.box, box));
        }

        private static boolean holds(Box around, Box inner) {
            return around.left() <= inner.centerX()
                    && inner.centerX() <= around.right()
                    && around.top() <= inner.centerY()
                    && inner.centerY() <= around.bottom();
        }
    }

    /** Compares the tables of a page with {@code truth}, whose places are pixels of the page as it was scanned. */
    static CellScore of(PageText page, JsonNode truth) {
        List<Cell> expected = new ArrayList<>();
        for (JsonNode cell : truth) {
            String text = plain(cell.path("text").asText());
            if (!text.isEmpty()) {
                Box place = upright(cell.path("quad"), page).box();
                expected.add(
                        new Cell(cell.path("row").asInt(), cell.path("column").asInt(), text, place));
            }
        }
        List<Cell> found = new ArrayList<>();
        for (Block block : page.blocks()) {
            for (Block.Cell cell : block.cells()) {
                found.add(new Cell(cell.row(), cell.column(), plain(text(page, cell)), cell.box()));
            }
        }
        List<Cell> open = new ArrayList<>(expected);
        int right = 0;
        for (Cell cell : found) {
            for (Cell other : open) {
                if (cell.isSame(other)) {
                    open.remove(other);
                    right++;
                    break;
                }
            }
        }
        return new CellScore(right, found.size(), expected.size());
    }

    private static String text(PageText page, Block.Cell cell) {
        var text = new StringBuilder();
        cell.lines().forEach(line -> text.append(page.lines().get(line).text()));
        return text.toString();
    }

    private static String plain(String text) {
        int[] plain = ErrorRate.plain(text);
        return new String(plain, 0, plain.length);
    }

    private static Quad upright(JsonNode quad, PageText page) {
        double[] n = new double[8];
        for (int i = 0; i < 8; i++) {
            n[i] = quad.path(i / 2).path(i % 2).asDouble();
        }
        boolean onSide = page.rotation() % 180 != 0;
        int width = onSide ? page.height() : page.width();
        int height = onSide ? page.width() : page.height();
        return new Quad(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]).turned(page.rotation(), width, height);
    }

    /** Cells of both pages together. */
    public CellScore plus(CellScore other) {
        return new CellScore(right + other.right, found + other.found, expected + other.expected);
    }

    /** The harmonic mean of precision and recall; 1 when there is nothing to find and nothing was found. */
    public double f1() {
        return found + expected == 0 ? 1 : 2.0 * right / (found + expected);
    }
}
