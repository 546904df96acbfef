package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import lantai.ocr.Block;
import lantai.ocr.Box;
import lantai.ocr.TextLine;

/** Says what the lines of a page are together: tables, headings, labels with values, header, page number, running text. */
public final class Blocks {

    private static final Pattern LABELLED = Pattern.compile("^[^：:，。；\\d]{1,14}[：:].{0,32}");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "^[\\s—\\-–·.一]{0,4}(?:第\\s*)?\\d{1,4}\\s*(?:页|/\\s*\\d{1,4})?(?:[\\s,，/]*共?\\s*\\d{1,4}\\s*页)?[\\s—\\-–·.一]{0,4}$");
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:第?[一二三四五六七八九十]{1,3}[、章节]|【.+】$|（[一二三四五六七八九十]+）).{0,24}$");
    private static final String SENTENCE_ENDS = "。；，;,";
    private static final double LARGE = 1.28;
    private static final double FOOT = 0.9;
    private static final double HEAD = 0.06;

    private final List<TextLine> lines;
    private final List<Box> places;
    private final List<Ruling> alone;
    private final double height;
    private final double lineHeight;
    private final Set<Integer> taken = new HashSet<>();
    private final List<Block> blocks = new ArrayList<>();

    private Blocks(List<TextLine> lines, List<Box> places, List<Ruling> alone, double height) {
        this.lines = lines;
        this.places = places;
        this.alone = alone;
        this.height = height;
        this.lineHeight = ReadingOrder.usualHeight(places);
    }

    /**
     * What rulings tell of a page, in the level frame.
     *
     * @param tables ruled ones, naming lines
     * @param alone level lines that meet no upright one
     */
    public record Ruled(List<PageOrder.Grid> tables, List<Ruling> alone) {}

    /**
     * The blocks in reading order.
     *
     * @param lines of the page in reading order
     * @param places of the lines in the level frame
     * @param ruled its ruled tables, naming lines, and level lines that are in none of them
     * @param height of the page in pixels
     * @param page gives the place on the page of a place in the level frame
     */
    public static List<Block> of(
            List<TextLine> lines, List<Box> places, Ruled ruled, double height, UnaryOperator<Box> page) {
        var found = new Blocks(lines, places, ruled.alone(), height);
        ruled.tables().forEach(table -> found.table(table, page));
        found.rest(page);
        return found.blocks.stream()
                .sorted(Comparator.comparingInt(block -> block.lines().getFirst()))
                .toList();
    }

    private void table(PageOrder.Grid table, UnaryOperator<Box> page) {
        Block block = table.block(page);
        if (!block.lines().isEmpty()) {
            taken.addAll(block.lines());
            blocks.add(block);
        }
    }

    private void rest(UnaryOperator<Box> page) {
        List<List<Integer>> run = new ArrayList<>();
        for (List<Integer> row : rows()) {
            if (row.stream().noneMatch(taken::contains)) {
                run.add(row);
            } else {
                plain(run, page);
                run.clear();
            }
        }
        plain(run, page);
    }

    private List<List<Integer>> rows() {
        List<List<Integer>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0 || lines.get(i).row() != lines.get(i - 1).row()) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(i);
        }
        return rows;
    }

    private void plain(List<List<Integer>> rows, UnaryOperator<Box> page) {
        new PlainTables(places, lineHeight, this::isLabelled, alone).find(rows).forEach(table -> table(table, page));
        List<Integer> open = new ArrayList<>();
        Block.Kind kind = Block.Kind.TEXT;
        for (List<Integer> row : rows) {
            boolean inTable = row.stream().anyMatch(taken::contains);
            Block.Kind next = inTable ? Block.Kind.TABLE : kind(row);
            boolean apart = !open.isEmpty() && (next != kind || isApart(open.getLast(), row.getFirst()));
            if (apart) {
                close(kind, open, page);
            }
            kind = next;
            if (!inTable) {
                open.addAll(row);
            }
        }
        close(kind, open, page);
    }

    private boolean isLabelled(int line) {
        return LABELLED.matcher(lines.get(line).text()).matches();
    }

    private boolean isApart(int above, int below) {
        double gap = places.get(below).top() - places.get(above).bottom();
        return gap > 1.6 * lineHeight || gap < -2 * lineHeight;
    }

    private void close(Block.Kind kind, List<Integer> open, UnaryOperator<Box> page) {
        if (!open.isEmpty()) {
            Box around = open.stream().map(places::get).reduce(Box::union).orElseThrow();
            blocks.add(new Block(kind, page.apply(around), open));
            open.clear();
        }
    }

    private Block.Kind kind(List<Integer> row) {
        TextLine first = lines.get(row.getFirst());
        Box place = places.get(row.getFirst());
        boolean alone = row.size() == 1;
        if (alone && isAtEdge(place) && PAGE_NUMBER.matcher(first.text()).matches()) {
            return Block.Kind.PAGE_NUMBER;
        }
        boolean high = place.height() >= LARGE * lineHeight;
        if (place.bottom() < HEAD * height && !high) {
            return Block.Kind.HEADER;
        }
        if (alone && isHeading(first.text(), high)) {
            return Block.Kind.HEADING;
        }
        return row.stream().allMatch(this::isLabelled) ? Block.Kind.KEY_VALUE : Block.Kind.TEXT;
    }

    private boolean isAtEdge(Box place) {
        return place.centerY() > FOOT * height || place.centerY() < HEAD * height;
    }

    private static boolean isHeading(String text, boolean high) {
        boolean sentence = !text.isEmpty() && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
        return !sentence
                && ((high && text.length() > 1) || NUMBERED.matcher(text).matches());
    }
}
