package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;

/**
 * One printed line or table cell, its text folded for matching, each folded character tied to its place.
 *
 * @param page from 1
 * @param printed the text as read
 * @param text the folded text
 * @param marks one for each character of {@code text}
 * @param level where it stands once the page's skew is taken out; for formats without pages a made-up place that keeps
 *     rows and columns
 */
record Strip(int page, String printed, String text, List<Mark> marks, Box level) {

    static Strip of(int page, TextLine line, Box level) {
        var places = new Places(line);
        var folding = new Folding(line.text());
        var marks = new ArrayList<Mark>();
        for (int[] range : folding.ranges()) {
            marks.add(places.mark(range[0], range[1]));
        }
        return new Strip(page, line.text(), folding.text(), List.copyOf(marks), level);
    }

    static Strip of(int page, String printed, Box level) {
        var folding = new Folding(printed);
        List<Mark> marks = folding.ranges().stream()
                .map(range -> new Mark(range[0], range[1], null, 1))
                .toList();
        return new Strip(page, printed, folding.text(), marks, level);
    }

    /** {@return one strip that reads this and then the next, which stands beside or below} */
    Strip then(Strip next) {
        int shift = printed.length();
        List<Mark> both = Stream.concat(marks.stream(), next.marks.stream().map(mark -> mark.shifted(shift)))
                .toList();
        return new Strip(page, printed + next.printed, text + next.text, both, level.union(next.level));
    }

    /** {@return the same strip without its first characters, at the same place} */
    Strip after(int first) {
        int shift = marks.get(first).from();
        return new Strip(
                page,
                printed.substring(shift),
                text.substring(first),
                marks.subList(first, marks.size()).stream()
                        .map(mark -> mark.shifted(-shift))
                        .toList(),
                level);
    }

    Span span(int from, int to) {
        return new Span(this, from, to);
    }

    Span whole() {
        return new Span(this, 0, text.length());
    }

    /** {@return whether a blank, or nothing, stands before a folded character} */
    boolean opensAt(int index) {
        if (index == 0) {
            return true;
        }
        int end = marks.get(index - 1).to();
        int start = marks.get(index).from();
        return start > end || text.charAt(index - 1) == ' ';
    }

    /** Text height in pixels of the level page. */
    double height() {
        return level.height();
    }

    /** Finds the place of a printed range from the glyphs of its line, or by even division where there are none. */
    private static final class Places {
        private final TextLine line;
        private final int[] glyphAt;

        Places(TextLine line) {
            this.line = line;
            this.glyphAt = new int[line.text().length()];
            int glyph = 0;
            int within = 0;
            for (int i = 0; i < glyphAt.length; i++) {
                glyphAt[i] = glyph;
                if (Folding.isBlank(line.text().charAt(i))
                        || glyph >= line.glyphs().size()) {
                    continue;
                }
                within++;
                if (within >= line.glyphs().get(glyph).text().length()) {
                    glyph++;
                    within = 0;
                }
            }
        }

        Mark mark(int from, int to) {
            if (line.glyphs().isEmpty()) {
                return new Mark(from, to, divided(from, to), line.confidence());
            }
            int index = Math.min(glyphAt[from], line.glyphs().size() - 1);
            Glyph glyph = line.glyphs().get(index);
            return new Mark(from, to, glyph.box(), glyph.confidence());
        }

        private Box divided(int from, int to) {
            double before = width(0, from);
            double all = width(0, line.text().length());
            double start = before / all;
            double end = (before + width(from, to)) / all;
            Quad quad = line.quad();
            return new Quad(
                            between(quad.x1(), quad.x2(), start),
                            between(quad.y1(), quad.y2(), start),
                            between(quad.x1(), quad.x2(), end),
                            between(quad.y1(), quad.y2(), end),
                            between(quad.x4(), quad.x3(), end),
                            between(quad.y4(), quad.y3(), end),
                            between(quad.x4(), quad.x3(), start),
                            between(quad.y4(), quad.y3(), start))
                    .box();
        }

        private static double between(double from, double to, double share) {
            return from + (to - from) * share;
        }

        private double width(int from, int to) {
            double width = 0;
            for (int i = from; i < to; i++) {
                width += line.text().charAt(i) < 0x2E80 ? 0.5 : 1;
            }
            return width;
        }
    }
}
