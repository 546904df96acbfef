package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantai.ocr.Box;
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;

/**
 * A document as sheets of strips.
 *
 * @param sheets in order
 * @param placed whether the strips stand at real places of real pages
 */
record Layout(List<Sheet> sheets, boolean placed) {
    private static final double COLUMN = 1000;
    private static final double LINE = 20;
    private static final double PITCH = 40;
    private static final Pattern CELLS = Pattern.compile("\t");

    Layout {
        sheets = List.copyOf(sheets);
    }

    static Layout of(ReadDocument document) {
        List<Sheet> sheets = IntStream.range(0, document.pages().size())
                .mapToObj(i -> sheet(i + 1, document.pages().get(i)))
                .toList();
        if (sheets.stream().allMatch(sheet -> sheet.strips().isEmpty())
                && !document.plainText().isBlank()) {
            return new Layout(List.of(sheet(document.plainText())), false);
        }
        return new Layout(sheets, !sheets.isEmpty());
    }

    /** {@return all strips in reading order} */
    List<Strip> strips() {
        return sheets.stream().flatMap(sheet -> sheet.strips().stream()).toList();
    }

    /** {@return the folded text, a line feed between strips} */
    String text() {
        return strips().stream().map(Strip::text).collect(Collectors.joining("\n"));
    }

    private static Sheet sheet(int number, PageText page) {
        double angle = skew(page.lines());
        var strips = new ArrayList<Strip>();
        for (TextLine line : page.lines()) {
            Strip strip = Strip.of(number, line, level(line.quad(), angle));
            if (!strip.text().isEmpty()) {
                strips.add(strip);
            }
        }
        return new Sheet(number, page.width(), page.height(), strips);
    }

    /** The angle of the page in radians: the median over its long lines. */
    private static double skew(List<TextLine> lines) {
        double[] angles = lines.stream()
                .map(TextLine::quad)
                .filter(quad -> quad.length() > 4 * quad.thickness())
                .mapToDouble(quad -> Math.atan2(quad.y2() - quad.y1(), quad.x2() - quad.x1()))
                .filter(angle -> Math.abs(angle) < Math.PI / 12)
                .sorted()
                .toArray();
        return angles.length == 0 ? 0 : angles[angles.length / 2];
    }

    private static Box level(Quad quad, double angle) {
        double cos = Math.cos(-angle);
        double sin = Math.sin(-angle);
        return new Quad(
                        quad.x1() * cos - quad.y1() * sin,
                        quad.x1() * sin + quad.y1() * cos,
                        quad.x2() * cos - quad.y2() * sin,
                        quad.x2() * sin + quad.y2() * cos,
                        quad.x3() * cos - quad.y3() * sin,
                        quad.x3() * sin + quad.y3() * cos,
                        quad.x4() * cos - quad.y4() * sin,
                        quad.x4() * sin + quad.y4() * cos)
                .box();
    }

    /** A page made up for text without pages: a line for each line, tabs put cells side by side. */
    private static Sheet sheet(String text) {
        var strips = new ArrayList<Strip>();
        double top = 0;
        double left = 0;
        double right = COLUMN;
        boolean inCells = false;
        for (String line : text.lines().toList()) {
            boolean oneCell = line.startsWith("\t") && !line.strip().contains("\t");
            if (!(oneCell && inCells)) {
                top += PITCH;
                left = 0;
            }
            for (String cell : CELLS.splitAsStream(line.strip()).toList()) {
                if (!cell.isBlank()) {
                    double width = Math.min(COLUMN - 10, LINE * cell.strip().length());
                    strips.add(Strip.of(1, cell.strip(), new Box(left, top, left + width, top + LINE)));
                }
                left += COLUMN;
                right = Math.max(right, left);
            }
            inCells = oneCell && !line.isBlank();
        }
        return new Sheet(
                1,
                right,
                top + PITCH,
                strips.stream().filter(strip -> !strip.text().isEmpty()).toList());
    }
}
