package lantai.ocr.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lantai.ocr.Box;
import org.junit.jupiter.api.Test;

final class ReadingOrderTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void linesGoFromTopToBottomAndFromLeftToRight() {
        assertOrder(
                List.of(
                        List.of(line(100, 100, 200)),
                        List.of(line(100, 200, 150), line(600, 203, 150)),
                        List.of(line(100, 300, 700))),
                Rulings.NONE);
    }

    @Test
    void columnsOfRunningTextAreReadOneAfterTheOther() {
        List<List<Box>> rows = new ArrayList<>();
        rows.add(List.of(line(100, 100, 900)));
        for (int column = 0; column < 2; column++) {
            for (int i = 0; i < 8; i++) {
                rows.add(List.of(line(100 + 500 * column, 200 + 40 * i, i == 7 ? 150 : 430)));
            }
        }
        rows.add(List.of(line(100, 700, 900)));
        assertOrder(rows, Rulings.NONE);
    }

    @Test
    void aPageNumberBelowThreeColumnsIsReadAfterThem() {
        List<List<Box>> rows = new ArrayList<>();
        for (int column = 0; column < 3; column++) {
            for (int i = 0; i < 8; i++) {
                rows.add(List.of(line(100 + 330 * column, 200 + 40 * i, i == 7 ? 150 : 300)));
            }
        }
        rows.add(List.of(line(560, 640, 40)));
        assertOrder(rows, Rulings.NONE);
    }

    @Test
    void threeColumnsOfWhichOneHasAHeadingAreReadOneAfterTheOther() {
        List<List<Box>> rows = new ArrayList<>();
        rows.add(List.of(line(100, 100, 300), line(760, 100, 250)));
        for (int column = 0; column < 3; column++) {
            for (int i = 0; i < 8; i++) {
                // the last mark of a line hangs over the edge
                int width = i == 7 ? 150 : i == 3 ? 316 : 300;
                rows.add(List.of(line(100 + 330 * column, 200 + 40 * i + (column == 1 ? 23 : 0), width)));
            }
        }
        assertOrder(rows, new Rulings(List.of(), List.of(), List.of(rule(100, 1060, 160))));
    }

    @Test
    void aRowOverTheWholeWidthBelongsToATableOpenAtItsSides() {
        var horizontal = List.of(rule(100, 600, 100), rule(100, 600, 150), rule(100, 600, 350), rule(100, 600, 400));
        var vertical = List.of(rule(100, 150, 350), rule(350, 400, 350));
        List<Box> boxes = List.of(
                line(110, 110, 80), line(360, 110, 80), line(110, 250, 300), line(110, 360, 80), line(360, 360, 80));
        var alone = List.of(rule(100, 600, 200));
        PageOrder order = ReadingOrder.of(boxes, new Rulings(horizontal, vertical, alone));
        assertThat(order.tables()).hasSize(1);
        assertThat(order.tables().getFirst().cells())
                .extracting(cell -> cell.row() + "," + cell.column() + " " + cell.columns())
                .containsExactly("0,0 1", "0,1 1", "2,0 2", "3,0 1", "3,1 1");
    }

    @Test
    void aListWithoutRulingsIsReadRowByRow() {
        List<List<Box>> rows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            rows.add(List.of(line(100, 200 + 40 * i, 60), line(300, 200 + 40 * i, 180), line(700, 200 + 40 * i, 100)));
        }
        assertOrder(rows, Rulings.NONE);
    }

    @Test
    void theLinesOfACellStayTogether() {
        // two rows of three cells; the middle ones hold two lines, of which one stands as high as its neighbours
        List<List<Box>> rows = new ArrayList<>();
        for (int row = 0; row < 2; row++) {
            int top = 100 + 100 * row;
            rows.add(List.of(line(110, top + 35, 80)));
            rows.add(List.of(line(210, top + 15, 280)));
            rows.add(List.of(line(210, top + 55, 100)));
            rows.add(List.of(line(510, top + 35, 80)));
        }
        assertOrder(rows, grid(new int[] {100, 200, 300}, new int[] {100, 200, 500, 600}));
    }

    @Test
    void aHeadingWrittenDownwardsInANarrowColumnStaysInItsRow() {
        assertOrder(
                List.of(
                        List.of(line(110, 110, 24), line(110, 150, 24), line(210, 130, 80), line(410, 130, 80)),
                        List.of(line(110, 230, 24), line(210, 230, 80), line(410, 230, 80))),
                grid(new int[] {100, 200, 300}, new int[] {100, 148, 400, 600}));
    }

    @Test
    void aCellOverSeveralRowsIsReadInItsFirst() {
        var horizontal = List.of(rule(100, 600, 100), rule(200, 600, 150), rule(100, 600, 200));
        var vertical = List.of(rule(100, 200, 100), rule(100, 200, 200), rule(100, 200, 400), rule(100, 200, 600));
        assertOrder(
                List.of(
                        List.of(line(110, 135, 80), line(210, 110, 80), line(410, 110, 80)),
                        List.of(line(210, 160, 80), line(410, 160, 80))),
                new Rulings(horizontal, vertical));
    }

    @Test
    void tablesSideBySideAreReadOneAfterTheOther() {
        Rulings left = grid(new int[] {100, 150, 200}, new int[] {100, 200, 300});
        Rulings right = grid(new int[] {100, 150, 200}, new int[] {500, 600, 700});
        List<Ruling> horizontal = new ArrayList<>(left.horizontal());
        horizontal.addAll(right.horizontal());
        List<Ruling> vertical = new ArrayList<>(left.vertical());
        vertical.addAll(right.vertical());
        assertOrder(
                List.of(
                        List.of(line(110, 110, 80), line(210, 110, 80)),
                        List.of(line(110, 160, 80), line(210, 160, 80)),
                        List.of(line(510, 110, 80), line(610, 110, 80)),
                        List.of(line(510, 160, 80), line(610, 160, 80))),
                new Rulings(horizontal, vertical));
    }

    @Test
    void everyBoxIsReadOnceHoweverTheyLie() {
        var random = new Random(SEED);
        for (int round = 0; round < 100; round++) {
            List<Box> boxes = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                boxes.add(line(random.nextInt(1000), random.nextInt(1000), 10 + random.nextInt(500)));
            }
            Rulings rulings = grid(
                    random.ints(4, 0, 1000).sorted().toArray(),
                    random.ints(4, 0, 1000).sorted().toArray());
            List<Integer> read = ReadingOrder.rows(boxes, rulings).stream()
                    .flatMap(List::stream)
                    .sorted()
                    .toList();
            assertThat(read)
                    .as("seed %s", SEED)
                    .isEqualTo(IntStream.range(0, boxes.size()).boxed().toList());
        }
    }

    /** The rows must come back as given, whatever the order of the boxes. */
    private static void assertOrder(List<List<Box>> rows, Rulings rulings) {
        List<Box> boxes = new ArrayList<>(rows.stream().flatMap(List::stream).toList());
        Collections.shuffle(boxes, new Random(SEED));
        List<List<Box>> read = ReadingOrder.rows(boxes, rulings).stream()
                .map(row -> row.stream().map(boxes::get).toList())
                .toList();
        assertThat(read).as("seed %s", SEED).isEqualTo(rows);
    }

    private static Box line(int x, int y, int width) {
        return new Box(x, y, x + width, y + 30);
    }

    private static Ruling rule(int from, int to, int at) {
        return new Ruling(from, to, at, at);
    }

    private static Rulings grid(int[] ys, int[] xs) {
        List<Ruling> horizontal = new ArrayList<>();
        List<Ruling> vertical = new ArrayList<>();
        for (int y : ys) {
            horizontal.add(rule(xs[0], xs[xs.length - 1], y));
        }
        for (int x : xs) {
            vertical.add(rule(ys[0], ys[ys.length - 1], x));
        }
        return new Rulings(horizontal, vertical);
    }
}
