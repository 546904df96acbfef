package lantai.ocr;

import java.util.List;

/**
 * One page as read. All coordinates are pixels of the upright page, which is the source turned clockwise by
 * {@code rotation} degrees.
 *
 * @param width of the upright page
 * @param height of the upright page
 * @param dpi of the source
 * @param rotation 0, 90, 180 or 270
 * @param lines in reading order
 * @param blocks what the lines are together, in reading order; empty when the engine does not tell
 * @param engine who read it, for example {@code pp-ocr}; {@code born-digital} when the file itself held the text
 * @param modelDigest SHA-256 in hexadecimal over the engine's models, or empty for {@code born-digital}
 */
public record PageText(
        int width,
        int height,
        int dpi,
        int rotation,
        List<TextLine> lines,
        List<Block> blocks,
        String engine,
        String modelDigest) {

    /** The engine name of pages whose text came from the file itself, with confidence 1. */
    public static final String BORN_DIGITAL = "born-digital";

    public PageText {
        lines = List.copyOf(lines);
        blocks = List.copyOf(blocks);
        int count = lines.size();
        if (blocks.stream().anyMatch(block -> block.last() >= count)) {
            throw new IllegalArgumentException("a block of a line that is not there; the page has " + count);
        }
        if (width <= 0 || height <= 0 || dpi <= 0) {
            throw new IllegalArgumentException("not a page: " + width + " x " + height + " at " + dpi + " dpi");
        }
        if (rotation != 0 && rotation != 90 && rotation != 180 && rotation != 270) {
            throw new IllegalArgumentException("not a rotation: " + rotation + ", expected 0, 90, 180 or 270");
        }
    }

    /** A page of which nobody knows what its lines are together. */
    public PageText(
            int width, int height, int dpi, int rotation, List<TextLine> lines, String engine, String modelDigest) {
        this(width, height, dpi, rotation, lines, List.of(), engine, modelDigest);
    }

    /** The lines in reading order, a line feed between rows; the cells of one row joined by a blank. */
    public String text() {
        var text = new StringBuilder();
        int row = -1;
        for (TextLine line : lines) {
            if (!text.isEmpty()) {
                text.append(line.row() == row ? ' ' : '\n');
            }
            text.append(line.text());
            row = line.row();
        }
        return text.toString();
    }

    /**
     * The same words on the page turned further, as when a person sees that it stands the wrong way.
     *
     * @param degrees clockwise, a multiple of 90
     */
    public PageText turned(int degrees) {
        var turn = Math.floorMod(degrees, 360);
        var upright = turn % 180 == 0;
        return new PageText(
                upright ? width : height,
                upright ? height : width,
                dpi,
                (rotation + turn) % 360,
                lines.stream().map(line -> line.turned(turn, width, height)).toList(),
                blocks.stream().map(block -> block.turned(turn, width, height)).toList(),
                engine,
                modelDigest);
    }

    /** The mean confidence over the characters, 0 when nothing was read. */
    public double confidence() {
        double sum = 0;
        long count = 0;
        for (TextLine line : lines) {
            sum += line.confidence() * line.text().length();
            count += line.text().length();
        }
        return count == 0 ? 0 : sum / count;
    }
}
