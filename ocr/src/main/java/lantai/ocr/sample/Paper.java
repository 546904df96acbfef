package lantai.ocr.sample;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantai.ocr.Quad;

/** A sheet of A4 at 300 dpi on which text is set; it remembers what stands where. */
final class Paper {

    static final int SHORT_SIDE = 2480;
    static final int LONG_SIDE = 3508;

    private final BufferedImage image;
    private final Graphics2D ink;
    private final Font font;
    private final List<Truth.Line> lines = new ArrayList<>();
    private final List<Truth.Cell> cells = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> seals = new ArrayList<>();
    private int tables;

    Paper(Font font, boolean lying) {
        this.font = font;
        this.image = new BufferedImage(
                lying ? LONG_SIDE : SHORT_SIDE, lying ? SHORT_SIDE : LONG_SIDE, BufferedImage.TYPE_INT_RGB);
        this.ink = image.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, image.getWidth(), image.getHeight());
        ink.setColor(Color.BLACK);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    BufferedImage image() {
        return image;
    }

    Truth truth(String kind) {
        return new Truth(kind, fields, seals, lines, cells);
    }

    /** How long a text is at a size in pixels. */
    double length(String text, double size) {
        return font.deriveFont((float) size)
                .getStringBounds(text, ink.getFontRenderContext())
                .getWidth();
    }

    /** Draws a text whose em box begins at {@code x}, {@code top}; it is not yet a line of the truth. */
    Truth.Part draw(String text, double x, double top, double size) {
        ink.setFont(font.deriveFont((float) size));
        ink.drawString(text, (float) x, (float) (top + size * 0.86));
        double right = x + length(text, size);
        double bottom = top + size;
        return new Truth.Part(text, new Quad(x, top, right, top, right, bottom, x, bottom));
    }

    /** Draws a text that is a line by itself. */
    Truth.Part line(String text, double x, double top, double size) {
        Truth.Part part = draw(text, x, top, size);
        line(List.of(part));
        return part;
    }

    /** Takes parts that stand side by side as one line. */
    void line(List<Truth.Part> parts) {
        if (!parts.isEmpty()) {
            lines.add(new Truth.Line(parts));
        }
    }

    /** A line in the middle of the page. */
    void centred(String text, double top, double size) {
        line(text, (width() - length(text, size)) / 2, top, size);
    }

    /** A line that ends at {@code right}. */
    void rightward(String text, double right, double top, double size) {
        line(text, right - length(text, size), top, size);
    }

    /** Sets running text, the first line indented by two characters; gives the height of the next line. */
    double paragraph(String text, double x, double top, double width, double size) {
        double y = top;
        for (String line : broken("　　" + text, width, size)) {
            double indent = line.startsWith("　　") ? 2 * size : 0;
            line(line.strip(), x + indent, y, size);
            y += size * 1.7;
        }
        return y;
    }

    /** The text in lines not longer than {@code width}; a line does not begin with a closing mark. */
    List<String> broken(String text, double width, double size) {
        List<String> broken = new ArrayList<>();
        var line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean closing = "，。；：、）”》".indexOf(next) >= 0;
            boolean inWord = !line.isEmpty() && isLatin(next) && isLatin(line.charAt(line.length() - 1));
            if (!closing && length(line.toString() + next, size) > width) {
                int cut = inWord ? startOfWord(line) : line.length();
                broken.add(line.substring(0, cut));
                line.delete(0, cut);
            }
            line.append(next);
        }
        broken.add(line.toString());
        return broken;
    }

    private static int startOfWord(StringBuilder line) {
        int cut = line.length();
        while (cut > 0 && isLatin(line.charAt(cut - 1))) {
            cut--;
        }
        return cut == 0 ? line.length() : cut;
    }

    private static boolean isLatin(char c) {
        return c > ' ' && c < 0x7F;
    }

    /** A straight line of the given breadth in pixels. */
    void rule(double x1, double y1, double x2, double y2, double breadth) {
        ink.setStroke(new BasicStroke((float) breadth, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        ink.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** A dotted line. */
    void dots(double x1, double y1, double x2, double y2) {
        ink.setStroke(new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 6}, 0));
        ink.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** A pale gray area. */
    void shade(double x, double y, double width, double height) {
        ink.setColor(new Color(228, 228, 228));
        ink.fillRect((int) x, (int) y, (int) width, (int) height);
        ink.setColor(Color.BLACK);
    }

    /** What follows is drawn in {@code colour}. */
    void colour(Color colour) {
        ink.setColor(colour);
    }

    /** A stamp, drawn over what is there with ink that covers by {@code cover}. */
    void stamp(Seal seal, double x, double y, double cover) {
        var over = (Graphics2D) ink.create();
        over.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) cover));
        over.translate(x, y);
        seal.draw(over, font);
        over.dispose();
        seals.add(seal.text());
    }

    /** A key field; its value must have been set in one piece. */
    void field(String name, String value) {
        fields.put(name, value);
    }

    int nextTable() {
        return tables++;
    }

    void cell(Truth.Cell cell) {
        cells.add(cell);
    }
}
