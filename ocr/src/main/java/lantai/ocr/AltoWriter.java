package lantai.ocr;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes one page as ALTO v4. A row is a {@code TextBlock} whose ID is {@code row-N}; {@code WC} of each word carries the
 * line's confidence, {@code GC} that of the character; rotation, resolution and model digest stand in
 * {@code processingStepSettings}. Blocks and table cells are tags, as ALTO has no element for them: {@code LayoutTag
 * block-N} with the block's kind, place and rows, and what a seal says as its {@code DESCRIPTION}, {@code StructureTag cell-N-M} with the cell's grid place; a
 * {@code TextLine} names those it belongs to in {@code TAGREFS}. What a doubtful character may be instead is a {@code Variant} of its
 * {@code Glyph}; who or what decided on a line is an {@code OtherTag}, and a line that a person looked at has {@code CS}. Characters that XML 1.0 does not know become U+FFFD.
 */
final class AltoWriter {

    static final String NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#";
    static final String PLACES = "urn:lantai:place";

    private final Writer out;
    private final PageText page;
    private final Map<Integer, List<String>> tagsOf = new HashMap<>();

    private AltoWriter(PageText page, Writer out) {
        this.page = page;
        this.out = out;
    }

    static void write(PageText page, OutputStream stream) throws IOException {
        var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 14);
        new AltoWriter(page, out).document();
        out.flush();
    }

    private void document() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.write("<alto xmlns=\"" + NAMESPACE + "\" SCHEMAVERSION=\"4.4\">\n");
        out.write("<Description><MeasurementUnit>pixel</MeasurementUnit><Processing ID=\"reading\">");
        out.write("<processingStepSettings>dpi=" + page.dpi() + ";rotation=" + page.rotation() + ";models="
                + escape(page.modelDigest()) + "</processingStepSettings>");
        out.write("<processingSoftware><softwareName>" + escape(page.engine())
                + "</softwareName></processingSoftware></Processing></Description>\n");
        String size = " WIDTH=\"" + page.width() + "\" HEIGHT=\"" + page.height() + '"';
        tags();
        out.write("<Layout><Page ID=\"page\" PHYSICAL_IMG_NR=\"1\"" + size + ">\n");
        out.write("<PrintSpace HPOS=\"0\" VPOS=\"0\"" + size + ">\n");
        blocks(page.lines());
        out.write("</PrintSpace></Page></Layout>\n</alto>\n");
    }

    private void tags() throws IOException {
        boolean decided = page.lines().stream().anyMatch(line -> line.decision().isPresent());
        if (page.blocks().isEmpty() && !decided) {
            return;
        }
        out.write("<Tags>\n");
        for (int b = 0; b < page.blocks().size(); b++) {
            Block block = page.blocks().get(b);
            String kind = block.kind().name().toLowerCase(Locale.ROOT);
            tag("LayoutTag", "block-" + b, kind, block.inscription(), place(block.box()), block.lines());
            for (int c = 0; c < block.cells().size(); c++) {
                Block.Cell cell = block.cells().get(c);
                String grid = cell.row() + " " + cell.column() + ' ' + cell.rows() + ' ' + cell.columns();
                tag("StructureTag", "cell-" + b + '-' + c, grid, "", place(cell.box()), cell.lines());
            }
        }
        for (int i = 0; i < page.lines().size(); i++) {
            var decision = page.lines().get(i).decision();
            if (decision.isPresent()) {
                out.write(AltoDecisions.tag(i, decision.get()));
                tagsOf.computeIfAbsent(i, _ -> new ArrayList<>()).add(AltoDecisions.id(i));
            }
        }
        out.write("</Tags>\n");
    }

    private void tag(String element, String id, String label, String description, String place, List<Integer> lines)
            throws IOException {
        String described = description.isEmpty() ? "" : " DESCRIPTION=\"" + escape(description) + '"';
        out.write("<" + element + " ID=\"" + id + "\" LABEL=\"" + label + '"' + described + "><XmlData><place xmlns=\""
                + PLACES + '"' + place + "/></XmlData></" + element + ">\n");
        lines.forEach(
                line -> tagsOf.computeIfAbsent(line, _ -> new ArrayList<>()).add(id));
    }

    private void blocks(List<TextLine> lines) throws IOException {
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            Box around = lines.get(from).box();
            while (to < lines.size() && lines.get(to).row() == lines.get(from).row()) {
                around = around.union(lines.get(to).box());
                to++;
            }
            out.write("<TextBlock ID=\"row-" + lines.get(from).row() + '"' + place(around) + ">\n");
            for (int i = from; i < to; i++) {
                line(lines.get(i), String.join(" ", tagsOf.getOrDefault(i, List.of())));
            }
            out.write("</TextBlock>\n");
            from = to;
        }
    }

    private void line(TextLine line, String tags) throws IOException {
        Quad q = line.quad();
        String named = tags.isEmpty() ? "" : " TAGREFS=\"" + tags + '"';
        String checked = line.decision().stream().anyMatch(Decision.ByPerson.class::isInstance) ? " CS=\"true\"" : "";
        out.write("<TextLine" + named + checked + place(line.box()) + "><Shape><Polygon POINTS=\"" + q.x1() + ','
                + q.y1() + ' ' + q.x2() + ',' + q.y2() + ' ' + q.x3() + ',' + q.y3() + ' ' + q.x4() + ',' + q.y4()
                + "\"/></Shape>");
        int next = 0;
        String[] words = line.text().split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            if (i > 0) {
                out.write("<SP/>");
            }
            boolean last = i == words.length - 1;
            int end = last ? line.glyphs().size() : glyphsOf(words[i], line.glyphs(), next);
            if (!words[i].isEmpty() || end > next || words.length == 1) {
                word(words[i], line, line.glyphs().subList(next, end));
            }
            next = end;
        }
        out.write("</TextLine>\n");
    }

    private static int glyphsOf(String word, List<Glyph> glyphs, int from) {
        int length = 0;
        int end = from;
        while (end < glyphs.size() && length < word.length()) {
            length += glyphs.get(end).text().length();
            end++;
        }
        return end;
    }

    private void word(String word, TextLine line, List<Glyph> glyphs) throws IOException {
        Box box = glyphs.stream().map(Glyph::box).reduce(Box::union).orElseGet(line::box);
        out.write("<String CONTENT=\"" + escape(word) + '"' + place(box) + " WC=\"" + line.confidence() + "\">");
        for (Glyph glyph : glyphs) {
            out.write("<Glyph CONTENT=\"" + escape(glyph.text()) + '"' + place(glyph.box()) + " GC=\""
                    + glyph.confidence());
            out.write(glyph.variants().isEmpty() ? "\"/>" : "\">");
            for (Variant variant : glyph.variants()) {
                out.write("<Variant CONTENT=\"" + escape(variant.text()) + "\" VC=\"" + variant.confidence() + "\"/>");
            }
            out.write(glyph.variants().isEmpty() ? "" : "</Glyph>");
        }
        out.write("</String>");
    }

    private static String place(Box box) {
        return " HPOS=\"" + number(box.left()) + "\" VPOS=\"" + number(box.top()) + "\" WIDTH=\""
                + number(extent(box.left(), box.right())) + "\" HEIGHT=\"" + number(extent(box.top(), box.bottom()))
                + '"';
    }

    /** Whole numbers, as born-digital pages have them, are written without a fraction. */
    private static String number(double value) {
        int whole = (int) value;
        return whole == value && whole != 0 ? Integer.toString(whole) : Double.toString(value);
    }

    /** The difference that, added to {@code from}, gives exactly {@code to} again. */
    private static double extent(double from, double to) {
        double extent = to - from;
        for (double candidate : new double[] {extent, Math.nextUp(extent), Math.nextDown(extent)}) {
            if (from + candidate == to) {
                return candidate;
            }
        }
        return extent;
    }

    static String escape(String text) {
        if (isPlain(text)) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(known(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == '"' || c >= 0xD800) {
                return false;
            }
        }
        return true;
    }

    private static boolean known(int c) {
        return (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000;
    }
}
