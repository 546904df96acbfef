package lantai.web.item;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lantai.ocr.Block;
import lantai.ocr.Box;
import lantai.ocr.PageText;
import lantai.ocr.TextLine;
import lantai.search.Range;
import lantai.search.TextMatch;

/**
 * The words of one page, those of a question marked in the text and boxed on the paper. Personal numbers are masked in the
 * text; the paper shows them as it does.
 *
 * @param width of the page in the measure of the boxes
 * @param height of the page in the measure of the boxes
 * @param rows the lines as they stand, those side by side together
 * @param boxes where the words of the question stand
 * @param similar whether they are only similar to what was asked
 * @param tables whether there are tables on the page
 * @param seals what the seals on the page say, empty for one that was not read
 * @param recognised whether they were recognised on a picture, and not told by the file itself
 */
public record PageWords(
        int width,
        int height,
        List<Row> rows,
        List<Box> boxes,
        boolean similar,
        boolean tables,
        List<String> seals,
        boolean recognised) {
    public PageWords {
        seals = List.copyOf(seals);
        rows = List.copyOf(rows);
        boxes = List.copyOf(boxes);
    }

    /**
     * What stands side by side.
     *
     * @param top its place on the page, from 0 to 1
     * @param bottom its place on the page, from 0 to 1
     */
    public record Row(double top, double bottom, List<List<Piece>> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A piece of text, marked or not. */
    public record Piece(String text, boolean marked) {}

    /**
     * {@return the words of a page with what a question finds in it}
     *
     * @param mask hides personal numbers and keeps the length of a text
     */
    static PageWords of(PageText page, TextMatch match, UnaryOperator<String> mask) {
        var text = page.text();
        var exact = match.find(text);
        var similar = exact.isEmpty() ? match.findSimilar(text) : List.<Range>of();
        var found = exact.isEmpty() ? similar : exact;
        var masked = mask.apply(text);
        var rows = new ArrayList<Row>();
        var boxes = new ArrayList<Box>();
        var cells = new ArrayList<List<Piece>>();
        var start = 0;
        for (var i = 0; i < page.lines().size(); i++) {
            var line = page.lines().get(i);
            var end = start + line.text().length();
            cells.add(pieces(masked.substring(start, end), within(found, start, end)));
            within(found, start, end).forEach(range -> boxes.add(box(line, range)));
            if (i + 1 == page.lines().size() || page.lines().get(i + 1).row() != line.row()) {
                rows.add(new Row(line.box().top() / page.height(), line.box().bottom() / page.height(), cells));
                cells.clear();
            }
            start = end + 1;
        }
        return new PageWords(
                page.width(),
                page.height(),
                rows,
                boxes,
                !similar.isEmpty(),
                ReadTables.isOn(page),
                seals(page),
                !page.engine().equals(PageText.BORN_DIGITAL));
    }

    private static List<String> seals(PageText page) {
        return page.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.SEAL)
                .map(Block::inscription)
                .toList();
    }

    /** {@return a text cut where marks begin and end} */
    static List<Piece> pieces(String text, List<Range> marks) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        for (var mark : marks) {
            if (mark.start() > at) {
                pieces.add(new Piece(text.substring(at, mark.start()), false));
            }
            pieces.add(new Piece(text.substring(mark.start(), mark.end()), true));
            at = mark.end();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return pieces;
    }

    private static List<Range> within(List<Range> found, int start, int end) {
        return found.stream()
                .filter(range -> range.start() < end && range.end() > start)
                .map(range -> new Range(Math.max(range.start(), start) - start, Math.min(range.end(), end) - start))
                .toList();
    }

    private static Box box(TextLine line, Range range) {
        var places = line.places();
        return IntStream.range(0, places.size())
                .filter(i -> places.get(i) >= range.start() && places.get(i) < range.end())
                .mapToObj(i -> line.glyphs().get(i).box())
                .reduce(Box::union)
                .orElseGet(() -> slice(line, range));
    }

    /** Where an engine knows no places of characters, its share of the line. */
    private static Box slice(TextLine line, Range range) {
        var box = line.box();
        var one = box.width() / Math.max(1, line.text().length());
        return new Box(box.left() + one * range.start(), box.top(), box.left() + one * range.end(), box.bottom());
    }
}
