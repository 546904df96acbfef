package lantai.ingest.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantai.ocr.Box;
import lantai.ocr.Decision;
import lantai.ocr.Glyph;
import lantai.ocr.PageText;
import lantai.ocr.TextLine;

/**
 * Puts written lines into the text of a page. Characters that stay keep their places; new ones share the room between them.
 * Nothing in a line that a person has seen is in doubt any more.
 */
final class Mending {
    private Mending() {}

    /** {@return the page with those lines that still say what they said when they were written} */
    static PageText mended(PageText page, List<WrittenLine> written) {
        var lines = new ArrayList<>(page.lines());
        for (var one : written) {
            if (fits(page, one)) {
                lines.set(one.line(), mended(lines.get(one.line()), one));
            }
        }
        return new PageText(
                page.width(),
                page.height(),
                page.dpi(),
                page.rotation(),
                lines,
                page.blocks(),
                page.engine(),
                page.modelDigest());
    }

    /** {@return whether a line says still what it said when it was written} */
    static boolean fits(PageText page, WrittenLine one) {
        return one.line() < page.lines().size()
                && page.lines().get(one.line()).text().equals(one.was());
    }

    private static TextLine mended(TextLine line, WrittenLine one) {
        var why = new Decision.ByPerson(one.by(), one.at(), one.was());
        return new TextLine(
                line.quad(),
                one.written(),
                one.written().isEmpty() ? 0 : 1,
                glyphs(line, letters(one.written())),
                line.row(),
                Optional.of(why));
    }

    private static List<String> letters(String text) {
        return text.codePoints()
                .filter(letter -> !Character.isWhitespace(letter))
                .mapToObj(Character::toString)
                .toList();
    }

    private static List<Glyph> glyphs(TextLine line, List<String> letters) {
        var before = line.glyphs();
        if (before.isEmpty()) {
            return List.of();
        }
        var most = Math.min(before.size(), letters.size());
        var start = 0;
        while (start < most && before.get(start).text().equals(letters.get(start))) {
            start++;
        }
        var behind = 0;
        while (behind < most - start
                && before.get(before.size() - 1 - behind).text().equals(letters.get(letters.size() - 1 - behind))) {
            behind++;
        }
        var glyphs = new ArrayList<Glyph>();
        before.subList(0, start).forEach(glyph -> glyphs.add(new Glyph(glyph.text(), glyph.box(), 1)));
        var middle = letters.subList(start, letters.size() - behind);
        var room = room(line, start, before.size() - behind);
        for (var i = 0; i < middle.size(); i++) {
            glyphs.add(new Glyph(middle.get(i), slice(room, i, middle.size()), 1));
        }
        before.subList(before.size() - behind, before.size())
                .forEach(glyph -> glyphs.add(new Glyph(glyph.text(), glyph.box(), 1)));
        return glyphs;
    }

    /** Where the characters from one place to another stood, or the gap when there was none. */
    private static Box room(TextLine line, int from, int to) {
        var glyphs = line.glyphs();
        if (from < to) {
            return glyphs.subList(from, to).stream()
                    .map(Glyph::box)
                    .reduce(Box::union)
                    .orElseThrow();
        }
        var box = line.box();
        var left = from == 0 ? box.left() : glyphs.get(from - 1).box().right();
        var right = to == glyphs.size() ? box.right() : glyphs.get(to).box().left();
        return new Box(Math.min(left, right), box.top(), Math.max(left, right), box.bottom());
    }

    private static Box slice(Box room, int place, int of) {
        if (room.height() > room.width()) {
            var one = room.height() / of;
            return new Box(room.left(), room.top() + one * place, room.right(), room.top() + one * (place + 1));
        }
        var one = room.width() / of;
        return new Box(room.left() + one * place, room.top(), room.left() + one * (place + 1), room.bottom());
    }
}
