package lantai.ocr.tesseract;

import java.util.ArrayList;
import java.util.List;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;
import lantai.ocr.layout.Level;
import lantai.ocr.layout.ReadingOrder;
import lantai.ocr.layout.Ruling;
import lantai.ocr.layout.RulingFinder;
import lantai.ocr.layout.Rulings;
import lantai.ocr.text.TextRules;

/** Makes ordered lines of Tesseract's characters: a line ends where a ruling or a wide gap parts it. */
final class SymbolLines {

    private static final double WIDE_GAP = 1.2;
    private static final double SMALL_DPI = 137;

    private final GrayImage page;
    private final int dpi;

    SymbolLines(GrayImage page, int dpi) {
        this.page = page;
        this.dpi = dpi;
    }

    List<TextLine> of(List<Symbol> symbols) {
        List<List<Symbol>> lines = lines(symbols);
        if (lines.isEmpty()) {
            return List.of();
        }
        Level level = Level.turned(lines.stream().map(SymbolLines::leaning).toList(), page.width(), page.height());
        Rulings rulings = rulings(lines, level);
        List<List<Symbol>> parts = new ArrayList<>();
        lines.forEach(line -> parts.addAll(parts(line, level, rulings)));
        parts.removeIf(part -> TextRules.isDirt(text(part)));
        List<Box> places = parts.stream()
                .map(part -> level.around(LeaningBoxes.upright(around(part))))
                .toList();
        List<TextLine> ordered = new ArrayList<>();
        int row = 0;
        for (List<Integer> indices : ReadingOrder.rows(places, rulings)) {
            for (int i : indices) {
                ordered.add(line(parts.get(i), row));
            }
            row++;
        }
        return ordered;
    }

    private Rulings rulings(List<List<Symbol>> lines, Level level) {
        double factor = Math.max(1, dpi / SMALL_DPI);
        GrayImage small = page.resized((int) (page.width() / factor), (int) (page.height() / factor));
        double height =
                ReadingOrder.usualHeight(lines.stream().map(SymbolLines::around).toList());
        return RulingFinder.find(level.drawn(small), 1.3 * height / factor).scaled(factor);
    }

    private static List<List<Symbol>> lines(List<Symbol> symbols) {
        List<List<Symbol>> lines = new ArrayList<>();
        for (Symbol symbol : symbols) {
            if (lines.isEmpty() || symbol.startsLine()) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(symbol);
        }
        return lines;
    }

    private static List<List<Symbol>> parts(List<Symbol> line, Level level, Rulings rulings) {
        double height = around(line).height();
        List<List<Symbol>> parts = new ArrayList<>();
        for (Symbol symbol : line) {
            if (parts.isEmpty() || isParted(parts.getLast().getLast(), symbol, level, rulings, height)) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(symbol);
        }
        return parts;
    }

    private static boolean isParted(Symbol left, Symbol right, Level level, Rulings rulings, double height) {
        if (right.box().left() - left.box().right() > WIDE_GAP * height) {
            return true;
        }
        Box before = level.around(LeaningBoxes.upright(left.box()));
        Box after = level.around(LeaningBoxes.upright(right.box()));
        double y = (before.centerY() + after.centerY()) / 2;
        for (Ruling ruling : rulings.vertical()) {
            double x = ruling.at(y);
            if (ruling.from() < y && y < ruling.to() && before.centerX() < x && x < after.centerX()) {
                return true;
            }
        }
        return false;
    }

    private static TextLine line(List<Symbol> symbols, int row) {
        String corrected = TextRules.apply(text(symbols));
        List<Glyph> glyphs = new ArrayList<>();
        double sum = 0;
        for (Symbol symbol : symbols) {
            glyphs.add(new Glyph(symbol.text(), symbol.box(), symbol.confidence()));
            sum += symbol.confidence();
        }
        return new TextLine(Quad.of(around(symbols)), corrected, sum / symbols.size(), glyphs, row);
    }

    /** Words of Latin letters and digits are parted by blanks; Chinese is not. */
    private static String text(List<Symbol> symbols) {
        var text = new StringBuilder();
        for (Symbol symbol : symbols) {
            if (!text.isEmpty()
                    && symbol.startsWord()
                    && !Character.isIdeographic(text.codePointBefore(text.length()))
                    && !Character.isIdeographic(symbol.text().codePointAt(0))) {
                text.append(' ');
            }
            text.append(symbol.text());
        }
        return text.toString();
    }

    private static Box around(List<Symbol> symbols) {
        return symbols.stream().map(Symbol::box).reduce(Box::union).orElseThrow();
    }

    private static LeaningBox leaning(List<Symbol> line) {
        Box first = line.getFirst().box();
        Box last = line.getLast().box();
        Box all = around(line);
        double angle = Math.atan2(last.centerY() - first.centerY(), Math.max(1, last.centerX() - first.centerX()));
        return new LeaningBox(
                all.centerX(), all.centerY(), all.width(), Math.max(first.height(), last.height()), angle);
    }

    /** Boxes without a lean. */
    private static final class LeaningBoxes {
        static LeaningBox upright(Box box) {
            return new LeaningBox(box.centerX(), box.centerY(), box.width(), box.height(), 0);
        }
    }
}
