package lantai.ocr.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lantai.ocr.image.LeaningBox;
import lantai.ocr.layout.Level;
import lantai.ocr.layout.Ruling;
import lantai.ocr.layout.Rulings;
import org.junit.jupiter.api.Test;

final class BoxesTest {

    private static final Level LEVEL = Level.turned(List.of(), 1, 1);
    private static final Rulings GRID = new Rulings(
            List.of(new Ruling(0, 400, 0, 0), new Ruling(0, 400, 100, 100)), List.of(new Ruling(0, 100, 200, 200)));

    @Test
    void aBoxIsCutWhereARulingRunsThroughIt() {
        List<LeaningBox> parts = new RulingCut(GRID, LEVEL).apply(List.of(line(100, 300, 50)));
        assertThat(parts).containsExactly(line(100, 200, 50), line(200, 300, 50));
    }

    @Test
    void aLineOverTheGutterOfItsNeighboursIsCutThere() {
        var page = lantai.ocr.image.GrayImage.white(1000, 500);
        for (int y = 0; y < 500; y++) {
            java.util.Arrays.fill(page.samples(), y * 1000 + 50, y * 1000 + 450, (byte) 0);
            java.util.Arrays.fill(page.samples(), y * 1000 + 500, y * 1000 + 950, (byte) 0);
        }
        List<LeaningBox> boxes = new java.util.ArrayList<>();
        for (int y = 60; y <= 140; y += 40) {
            boxes.add(line(50, 450, y));
            boxes.add(line(500, 950, y));
        }
        boxes.add(line(50, 950, 180));
        List<LeaningBox> parts = new GutterCut(page, LEVEL).apply(boxes);
        assertThat(parts).hasSize(8);
        assertThat(parts.getLast().length()).isBetween(440.0, 460.0);
    }

    @Test
    void aStrokeWithinALineDoesNotCutIt() {
        var stroke = new Rulings(List.of(), List.of(new Ruling(40, 60, 200, 200)));
        assertThat(new RulingCut(stroke, LEVEL).apply(List.of(line(100, 300, 50))))
                .hasSize(1);
    }

    @Test
    void partsOfOneLineAreJoinedUnlessTheyAreFarApart() {
        List<LeaningBox> boxes = List.of(line(100, 200, 50), line(208, 300, 52), line(360, 400, 50));
        List<LeaningBox> joined = new BoxJoin(Rulings.NONE, LEVEL).apply(boxes);
        assertThat(joined).hasSize(2);
        assertThat(joined.getFirst().length()).isEqualTo(200);
    }

    @Test
    void partsOnBothSidesOfARulingStayApart() {
        List<LeaningBox> boxes = List.of(line(100, 195, 50), line(205, 300, 50));
        assertThat(new BoxJoin(GRID, LEVEL).apply(boxes)).hasSize(2);
    }

    @Test
    void aNarrowCharacterIsNotAStack() {
        assertThat(Recogniser.isStacked(new LeaningBox(0, 0, 20, 40, 0), 38)).isFalse();
        assertThat(Recogniser.isStacked(new LeaningBox(0, 0, 40, 160, 0), 38)).isTrue();
    }

    private static LeaningBox line(double from, double to, double y) {
        return new LeaningBox((from + to) / 2, y, to - from, 30, 0);
    }
}
