package lantai.ocr.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lantai.ocr.Block;
import lantai.ocr.Box;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import org.junit.jupiter.api.Test;

final class BlocksTest {

    private final List<TextLine> lines = new ArrayList<>();
    private int row;

    @Test
    void eachPartOfAPageIsNamed() {
        row(100, 60, "费用结算单");
        row(200, 40, "姓名：林样例", "日期：2026-01-02");
        row(300, 40, "本通知自印发之日起执行，此前规定与本通知不一致的，以本通知为准。");
        row(360, 40, "有效期五年。");
        row(480, 40, "一、基本情况");
        row(1900, 40, "— 3 —");
        assertThat(blocks(List.of()))
                .extracting(Block::kind)
                .containsExactly(
                        Block.Kind.HEADING,
                        Block.Kind.KEY_VALUE,
                        Block.Kind.TEXT,
                        Block.Kind.HEADING,
                        Block.Kind.PAGE_NUMBER);
    }

    @Test
    void rowsInTheSameColumnsAreATableWithoutRulings() {
        row(100, 40, "序号", "项目", "金额");
        row(160, 40, "1", "检查费", "12.00");
        row(220, 40, "2", "床位费", "30.00");
        List<Block> blocks = blocks(List.of());
        assertThat(blocks).hasSize(1);
        assertThat(blocks.getFirst().cells()).hasSize(9);
        assertThat(blocks.getFirst().cells().getLast()).satisfies(cell -> {
            assertThat(cell.row()).isEqualTo(2);
            assertThat(cell.column()).isEqualTo(2);
            assertThat(cell.lines()).containsExactly(8);
        });
    }

    @Test
    void labelsWithValuesAreNoTable() {
        for (int i = 0; i < 4; i++) {
            row(100 + 60 * i, 40, "姓名：林", "性别：女", "科别：内科");
        }
        assertThat(blocks(List.of())).extracting(Block::kind).containsExactly(Block.Kind.KEY_VALUE);
    }

    @Test
    void cellsOfARuledTableCountEmptyColumnsAndRows() {
        var rulings = new Rulings(
                List.of(level(0), level(100), level(200), level(300)), List.of(upright(0), upright(200), upright(400)));
        List<Box> boxes = List.of(new Box(20, 30, 120, 70), new Box(220, 230, 320, 270));
        PageOrder order = ReadingOrder.of(boxes, rulings);
        assertThat(order.tables()).hasSize(1);
        assertThat(order.tables().getFirst().cells())
                .extracting(cell -> cell.row() + "," + cell.column())
                .containsExactly("0,0", "2,1");
    }

    @Test
    void strokesWithinALineOfTextAreNoRulings() {
        var rulings = new Rulings(List.of(level(0), new Ruling(30, 60, 50, 50)), List.of(upright(0)));
        Rulings kept = rulings.outside(List.of(new Box(20, 30, 120, 70)));
        assertThat(kept.horizontal()).containsExactly(level(0));
        assertThat(kept.vertical()).hasSize(1);
    }

    @Test
    void theBorderOfASealIsNoRuling() {
        var rulings = new Rulings(List.of(level(0)), List.of(upright(0), new Ruling(110, 190, 205, 205)));
        Rulings kept = rulings.beside(List.of(new Box(200, 100, 300, 200)));
        assertThat(kept.horizontal()).containsExactly(level(0));
        assertThat(kept.vertical()).containsExactly(upright(0));
    }

    private static Ruling level(double y) {
        return new Ruling(0, 400, y, y);
    }

    private static Ruling upright(double x) {
        return new Ruling(0, 300, x, x);
    }

    private void row(double top, double height, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            double left = 100 + 400 * i;
            var box = new Box(left, top, left + texts[i].length() * height * 0.9, top + height);
            lines.add(new TextLine(Quad.of(box), texts[i], 1, List.of(), row));
        }
        row++;
    }

    private List<Block> blocks(List<PageOrder.Grid> tables) {
        return Blocks.of(lines, lines.stream().map(TextLine::box).toList(), tables, 2000, UnaryOperator.identity());
    }
}
