package lantai.web.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lantai.ingest.correction.Sheet;
import lantai.ocr.Box;
import lantai.ocr.Decision;
import lantai.ocr.TextLine;
import lantai.ocr.Variant;

/**
 * A page as the desk's script gets it; places are pixels of the page.
 *
 * @param picture the address of the page's picture
 * @param doubts how many characters are in doubt still
 * @param waiting how many lines are written and not finished
 */
record SheetJson(
        String title,
        int page,
        int pages,
        int width,
        int height,
        String picture,
        int doubts,
        int waiting,
        List<LineJson> lines) {

    /**
     * One line.
     *
     * @param row lines of one row stand side by side, as the cells of a table do
     * @param was what the page says, to be sent back with a change
     * @param text what was written, or the same
     * @param why who or what decided on it: {@code person}, {@code read_again}, {@code word}, {@code check_digit},
     *     {@code number}, or empty
     * @param before what it said before that
     * @param by the person who wrote it last, or empty
     * @param written whether it waits to be finished
     */
    record LineJson(
            int line,
            int row,
            Box box,
            String was,
            String text,
            List<DoubtJson> doubts,
            String why,
            String before,
            String by,
            boolean written) {}

    /**
     * A character in doubt.
     *
     * @param at where it begins in the text
     * @param length of it in the text
     * @param percent how sure the reader was
     * @param candidates what it may be, as read first; at most five
     */
    record DoubtJson(int at, int length, Box box, long percent, List<String> candidates) {}

    static SheetJson of(CorrectionDoors.Place place, Sheet sheet) {
        var lines = new ArrayList<LineJson>();
        for (var i = 0; i < sheet.text().lines().size(); i++) {
            lines.add(line(sheet, i));
        }
        return new SheetJson(
                place.title(),
                place.number(),
                place.pages(),
                sheet.text().width(),
                sheet.text().height(),
                place.picture(),
                sheet.doubts(),
                sheet.written().size(),
                lines);
    }

    private static LineJson line(Sheet sheet, int number) {
        var line = sheet.text().lines().get(number);
        var written = sheet.written(number);
        var decision = line.decision();
        return new LineJson(
                number,
                line.row(),
                line.box(),
                line.text(),
                written.map(one -> one.written()).orElse(line.text()),
                sheet.doubts(number).stream().map(glyph -> doubt(line, glyph)).toList(),
                decision.map(SheetJson::why).orElse(""),
                decision.map(Decision::before).orElse(""),
                written.map(one -> one.by())
                        .or(() -> decision.filter(Decision.ByPerson.class::isInstance)
                                .map(one -> ((Decision.ByPerson) one).by()))
                        .orElse(""),
                written.isPresent());
    }

    private static String why(Decision decision) {
        return switch (decision) {
            case Decision.ByRule rule -> rule.reason().name().toLowerCase(Locale.ROOT);
            case Decision.ByPerson _ -> "person";
        };
    }

    private static DoubtJson doubt(TextLine line, int place) {
        var glyph = line.glyphs().get(place);
        return new DoubtJson(
                line.places().get(place),
                glyph.text().length(),
                glyph.box(),
                Math.round(glyph.confidence() * 100),
                Stream.concat(Stream.of(glyph.text()), glyph.variants().stream().map(Variant::text))
                        .distinct()
                        .limit(5)
                        .toList());
    }
}
