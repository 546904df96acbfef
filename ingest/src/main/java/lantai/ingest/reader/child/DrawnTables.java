package lantai.ingest.reader.child;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lantai.ocr.Block;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import lantai.ocr.layout.PageOrder;
import lantai.ocr.layout.ReadingOrder;
import lantai.ocr.layout.Ruling;
import lantai.ocr.layout.Rulings;

/**
 * The ruled tables of a page whose text the file itself holds.
 *
 * @param lines of the page, cut where a drawn line parts two cells
 * @param blocks its tables
 */
record DrawnTables(List<TextLine> lines, List<Block> blocks) {
    DrawnTables {
        lines = List.copyOf(lines);
        blocks = List.copyOf(blocks);
    }

    static DrawnTables of(List<TextLine> lines, DrawnRulings drawn) {
        var height = ReadingOrder.usualHeight(lines.stream().map(TextLine::box).toList());
        var rulings = drawn.rulings(height);
        if (rulings.horizontal().isEmpty() || rulings.vertical().isEmpty()) {
            return new DrawnTables(lines, List.of());
        }
        var parts =
                lines.stream().flatMap(line -> parted(line, rulings).stream()).toList();
        var order = ReadingOrder.of(parts.stream().map(TextLine::box).toList(), rulings);
        return new DrawnTables(
                parts,
                order.tables().stream()
                        .filter(DrawnTables::isTable)
                        .map(grid -> grid.block(UnaryOperator.identity()))
                        .toList());
    }

    /** A frame around text is no table. */
    private static boolean isTable(PageOrder.Grid grid) {
        var cells = grid.cells();
        return cells.stream().map(PageOrder.Place::column).distinct().count() > 1
                && cells.stream().map(PageOrder.Place::row).distinct().count() > 1;
    }

    private static List<TextLine> parted(TextLine line, Rulings rulings) {
        var glyphs = line.glyphs();
        var starts = new ArrayList<>(List.of(0));
        IntStream.range(1, glyphs.size())
                .filter(i -> isParted(glyphs.get(i - 1).box(), glyphs.get(i).box(), rulings.vertical()))
                .forEach(starts::add);
        if (starts.size() == 1) {
            return List.of(line);
        }
        starts.add(glyphs.size());
        var places = line.places();
        var parts = new ArrayList<TextLine>();
        for (var i = 0; i + 1 < starts.size(); i++) {
            var own = glyphs.subList(starts.get(i), starts.get(i + 1));
            var end = starts.get(i + 1) < glyphs.size()
                    ? places.get(starts.get(i + 1))
                    : line.text().length();
            var text = line.text().substring(places.get(starts.get(i)), end).strip();
            var box = own.stream().map(Glyph::box).reduce(Box::union).orElseThrow();
            parts.add(new TextLine(Quad.of(box), text, line.confidence(), own, line.row()));
        }
        return parts;
    }

    private static boolean isParted(Box before, Box after, List<Ruling> upright) {
        return before.right() <= after.left() + 1
                && upright.stream()
                        .anyMatch(line -> line.from() <= before.centerY()
                                && before.centerY() <= line.to()
                                && line.at(before.centerY()) >= before.right() - 1
                                && line.at(before.centerY()) <= after.left() + 1);
    }
}
