package lantai.ocr.pdf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import lantai.ocr.Glyph;
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;

/** The invisible text of one page as PDF operators, each word stretched over the place where it was read. */
final class TextLayer {

    private final PageText page;
    private final InvisibleFont font;
    private final double scale;
    private final StringBuilder out = new StringBuilder("\nBT\n3 Tr\n");

    TextLayer(PageText page, InvisibleFont font) {
        this.page = page;
        this.font = font;
        this.scale = 72.0 / page.dpi();
    }

    byte[] operators() {
        page.lines().forEach(this::line);
        return out.append("ET\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void line(TextLine line) {
        Quad quad = line.quad();
        double length = Math.max(1, quad.length());
        String[] words = line.text().strip().split("\\s+", -1);
        int all = line.text().strip().length();
        int seen = 0;
        int glyph = 0;
        for (String word : words) {
            int end = glyph;
            int covered = 0;
            while (end < line.glyphs().size() && covered < word.length()) {
                covered += line.glyphs().get(end++).text().length();
            }
            double from = (double) seen / Math.max(1, all);
            double to = (double) (seen + word.length()) / Math.max(1, all);
            if (covered == word.length() && end > glyph) {
                List<Glyph> own = line.glyphs().subList(glyph, end);
                from = share(quad, length, own.getFirst(), true);
                to = share(quad, length, own.getLast(), false);
            }
            boolean last = seen + word.length() >= all;
            word(
                    quad,
                    last ? word : word + ' ',
                    word.codePointCount(0, word.length()),
                    from,
                    Math.max(to, from + 0.001));
            glyph = end;
            seen += word.length() + 1;
        }
    }

    /** Where a character begins or ends, as a share of the line's length. */
    private static double share(Quad quad, double length, Glyph glyph, boolean begin) {
        double x = begin ? glyph.box().left() : glyph.box().right();
        double y = glyph.box().centerY();
        double ux = (quad.x2() - quad.x1()) / length;
        double uy = (quad.y2() - quad.y1()) / length;
        return Math.clamp(((x - quad.x1()) * ux + (y - quad.y1()) * uy) / length, 0, 1);
    }

    private void word(Quad quad, String word, int characters, double from, double to) {
        if (characters == 0) {
            return;
        }
        double size = Math.max(1, quad.thickness() * scale);
        double width = Math.max(0.01, quad.length() * (to - from) * scale);
        double[] start = point(quad.x4() + (quad.x3() - quad.x4()) * from, quad.y4() + (quad.y3() - quad.y4()) * from);
        double[] end = point(quad.x3(), quad.y3());
        double[] origin = point(quad.x4(), quad.y4());
        double span = Math.max(1e-6, Math.hypot(end[0] - origin[0], end[1] - origin[1]));
        double cos = (end[0] - origin[0]) / span;
        double sin = (end[1] - origin[1]) / span;
        out.append(String.format(
                Locale.ROOT,
                "/%s %.2f Tf %.2f Tz %.5f %.5f %.5f %.5f %.2f %.2f Tm <",
                InvisibleFont.NAME.getName(),
                size,
                100 * width / (characters * size),
                cos,
                sin,
                -sin,
                cos,
                start[0],
                start[1]));
        word.codePoints().forEach(c -> out.append(font.code(c)));
        out.append("> Tj\n");
    }

    /** From pixels of the upright page to points of the sheet, which is turned only for the reader. */
    private double[] point(double x, double y) {
        double width = page.width();
        double height = page.height();
        double[] place = switch (page.rotation()) {
            case 90 -> new double[] {y, x};
            case 180 -> new double[] {width - x, y};
            case 270 -> new double[] {height - y, width - x};
            default -> new double[] {x, height - y};
        };
        return new double[] {place[0] * scale, place[1] * scale};
    }
}
