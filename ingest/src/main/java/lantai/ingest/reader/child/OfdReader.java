package lantai.ingest.reader.child;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lantai.ingest.reader.Fact;
import lantai.ingest.reader.PageFact;
import lantai.ingest.reader.PageFact.TextSource;
import lantai.ingest.reader.ReadingState;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.PageText;

/** Reads an OFD file (GB/T 33190): facts, and the text of each page with its places. */
final class OfdReader {
    private static final int DPI = PdfPages.DPI;
    private static final double PIXELS = DPI / 25.4;
    private static final int DEEPEST = 16;

    private final OfdDocument document;
    private PageLines lines = new PageLines(1);
    private StringBuilder text = new StringBuilder();
    private List<Glyph> glyphs = new ArrayList<>();
    private int pictures;
    private int paths;

    private OfdReader(OfdDocument document) {
        this.document = document;
    }

    static void read(Path file, Draft draft) throws IOException, Unreadable {
        try (var parts = OfdPackage.open(file)) {
            var document = OfdDocument.open(parts);
            facts(document, parts, draft);
            if (document.pageCount() == 0) {
                throw new Unreadable(ReadingState.DAMAGED, "no page can be found in it");
            }
            new OfdReader(document).pages(draft);
        }
    }

    private static void facts(OfdDocument document, OfdPackage parts, Draft draft) throws Unreadable {
        document.body().child("DocInfo").ifPresent(info -> {
            draft.fact(Fact.TITLE, info.text("Title"));
            draft.fact(Fact.AUTHOR, info.text("Author"));
            draft.fact(Fact.CREATED, info.text("CreationDate"));
            draft.fact(Fact.MODIFIED, info.text("ModDate"));
            draft.fact(Fact.PRODUCER, info.text("Creator"));
            draft.fact(
                    Fact.KEYWORDS,
                    String.join(
                            " ",
                            info.all("Keywords", "Keyword").stream()
                                    .map(Xml::text)
                                    .toList()));
        });
        var seals = OfdSeals.signatures(document, parts).size();
        draft.fact(Fact.SIGNATURES, seals > 0 ? Integer.toString(seals) : null);
        var root = parts.optional(document.path());
        if (root.isPresent()) {
            var list = OfdPackage.resolve(document.path(), root.get().text("Attachments"));
            parts.optional(list)
                    .ifPresent(all -> all.children("Attachment").forEach(a -> draft.entry(a.attribute("Name"))));
        }
    }

    private void pages(Draft draft) throws IOException, Unreadable {
        for (var number = 1; number <= document.pageCount(); number++) {
            lines = new PageLines(1);
            pictures = 0;
            paths = 0;
            var page = document.page(number);
            page.layers().forEach(layer -> objects(layer, 0));
            document.annotations(page.id()).forEach(appearance -> objects(appearance, 0));
            flush();
            var width = Math.max(1, (int) Math.round(page.box().getWidth() * PIXELS));
            var height = Math.max(1, (int) Math.round(page.box().getHeight() * PIXELS));
            finish(draft, number, new PageText(width, height, DPI, 0, lines.content(), PageText.BORN_DIGITAL, ""));
        }
    }

    private void finish(Draft draft, int number, PageText page) throws IOException, Unreadable {
        var source = !page.lines().isEmpty()
                ? TextSource.BORN_DIGITAL
                : pictures > 0 || paths > 20 ? TextSource.OCR : TextSource.BLANK;
        draft.page(new PageFact(number, source, page.width(), page.height(), DPI));
        if (number > 1 && (source == TextSource.BORN_DIGITAL || draft.marks() > 0)) {
            draft.text("\f");
        }
        if (source == TextSource.BORN_DIGITAL) {
            draft.text(page.text());
            draft.text("\n");
            draft.alto(number, page);
        }
    }

    private void objects(Xml above, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (var object : above.children()) {
            switch (object.name().toLowerCase(Locale.ROOT)) {
                case "textobject" -> text(object);
                case "pageblock", "layer" -> objects(object, depth + 1);
                case "imageobject" -> pictures++;
                case "pathobject" -> paths++;
                case "compositeobject" ->
                    document.resource(object.attribute("ResourceID"))
                            .ifPresent(unit -> unit.xml().children("Content").forEach(c -> objects(c, depth + 1)));
                default -> {}
            }
        }
    }

    private void text(Xml object) {
        var size = object.number("Size", 3);
        var place = OfdText.place(object);
        var marks = OfdText.marks(object);
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            var wide = mark.text().codePointAt(0) > 0x2E7F;
            var next = mark.advance() > 0 ? Math.min(mark.advance(), size) : wide ? size : size / 2;
            var from = place.transform(new Point2D.Double(mark.x(), mark.y() - 0.85 * size), null);
            var to = place.transform(new Point2D.Double(mark.x() + next, mark.y() + 0.15 * size), null);
            add(mark.text(), box(from, to));
        }
    }

    private static Box box(Point2D from, Point2D to) {
        return new Box(
                tenth(Math.min(from.getX(), to.getX())),
                tenth(Math.min(from.getY(), to.getY())),
                tenth(Math.max(from.getX(), to.getX())),
                tenth(Math.max(from.getY(), to.getY())));
    }

    private static double tenth(double millimetres) {
        return Math.abs(millimetres) < 1e5 ? Math.round(millimetres * PIXELS * 10) / 10.0 : 0;
    }

    /** Joins characters that follow each other on one height, whichever object they come from. */
    private void add(String character, Box box) {
        if (!glyphs.isEmpty()) {
            var last = glyphs.getLast().box();
            var height = Math.max(1, last.height());
            var gap = box.left() - last.right();
            var level = Math.abs(box.bottom() - last.bottom()) < 0.4 * height;
            if (!level || gap > 1.5 * height || gap < -0.6 * height) {
                flush();
            } else if (gap > 0.6 * height && !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        if (character.isBlank()) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        } else {
            glyphs.add(new Glyph(character, box, 1));
            text.append(character);
        }
    }

    private void flush() {
        if (!glyphs.isEmpty()) {
            lines.line(text.toString(), glyphs);
        }
        text = new StringBuilder();
        glyphs = new ArrayList<>();
    }
}
