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
    void linesAcrossThePageTellWhereAnOpenTableBeginsAndEnds() {
        row(100, 40, "姓名", "林样例", "科室", "骨科");
        row(172, 40, "序号", "项目", "金额", "备注");
        row(240, 40, "1", "检查费", "12.00", "无");
        row(308, 40, "2", "床位费", "30.00", "无");
        List<Ruling> lines = List.of(across(156), across(224), across(360));
        List<Block> blocks = blocks(new Blocks.Ruled(List.of(), lines));
        assertThat(blocks).extracting(Block::kind).containsExactly(Block.Kind.TEXT, Block.Kind.TABLE);
        assertThat(blocks.getLast().cells()).hasSize(12);
    }

    @Test
    void valuesOverLinesOfTheirOwnAreNoTable() {
        List<Ruling> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            row(100 + 70 * i, 40, "姓名", "林样例", "科室", "骨科");
            lines.add(new Ruling(490, 700, 145 + 70.0 * i, 145 + 70.0 * i));
            lines.add(new Ruling(1290, 1500, 145 + 70.0 * i, 145 + 70.0 * i));
        }
        assertThat(blocks(new Blocks.Ruled(List.of(), lines)))
                .extracting(Block::kind)
                .doesNotContain(Block.Kind.TABLE);
    }

    @Test
    void aHeadingInTheMiddleOfItsColumnStandsOverPartsAtTheLeft() {
        row(100, 40, "题名", "页数", "日期");
        row(170, 40, "材料", "12", "2026");
        row(240, 40, "材料", "30", "2026");
        move(0, 200);
        List<Block> blocks = blocks(List.of());
        assertThat(blocks).hasSize(1);
        assertThat(blocks.getFirst().cells()).extracting(Block.Cell::column).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
    }

    @Test
    void linesOfOneCellBetweenLevelLinesAreOneCell() {
        List<Ruling> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lines.add(across(90 + 120.0 * i));
            row(100 + 120.0 * i, 40, "序号", "项目", "金额");
            row(150 + 120.0 * i, 40, "甲", "乙乙");
        }
        lines.add(across(90 + 120.0 * 4));
        List<Block> blocks = blocks(new Blocks.Ruled(List.of(), lines));
        assertThat(blocks).hasSize(1);
        assertThat(blocks.getFirst().cells()).hasSize(12);
        assertThat(blocks.getFirst().cells().get(1).lines()).containsExactly(1, 4);
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

    @Test
    void aLineOfATableStaysWhereASealCoversIt() {
        var rulings = new Rulings(List.of(level(120), level(180)), List.of(upright(0), new Ruling(120, 180, 250, 250)));
        Rulings kept = rulings.beside(List.of(new Box(200, 100, 300, 200)));
        assertThat(kept.vertical()).containsExactlyElementsOf(rulings.vertical());
    }

    @Test
    void levelStrokesOfSeveralCharactersAreNoRuling() {
        var strokes = new Ruling(30, 290, 50, 50);
        var rulings = new Rulings(List.of(level(0), strokes), List.of(upright(0)));
        assertThat(rulings.outside(List.of(new Box(20, 30, 420, 70))).horizontal())
                .containsExactly(level(0));
    }

    private void move(int line, double by) {
        Box box = lines.get(line).box();
        var moved = new Box(box.left() + by, box.top(), box.right() + by, box.bottom());
        TextLine old = lines.get(line);
        lines.set(line, new TextLine(Quad.of(moved), old.text(), 1, List.of(), old.row()));
    }

    private static Ruling across(double y) {
        return new Ruling(80, 1800, y, y);
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
        return blocks(new Blocks.Ruled(tables, List.of()));
    }

    private List<Block> blocks(Blocks.Ruled ruled) {
        return Blocks.of(lines, lines.stream().map(TextLine::box).toList(), ruled, 2000, UnaryOperator.identity());
    }
}
