package lantai.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads what {@link AltoWriter} wrote. Document types and outside entities are refused. */
final class AltoReader {
    private static final Pattern BETWEEN = Pattern.compile("[ ,]+");

    private final XMLStreamReader xml;
    private final List<TextLine> lines = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Glyph> glyphs = new ArrayList<>();
    private final AltoTags tags = new AltoTags();
    private final AltoDecisions decisions = new AltoDecisions();
    private Optional<Decision> decision = Optional.empty();
    private @Nullable Quad quad;
    private double confidence;
    private int row;
    private int width;
    private int height;
    private String engine = "";

    private AltoReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static PageText read(InputStream in) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new AltoReader(factory.createXMLStreamReader(in)).page();
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException("not an ALTO page: " + e.getMessage(), e);
        }
    }

    private PageText page() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("TextLine")) {
                endLine();
            }
        }
        return new PageText(
                width,
                height,
                Integer.parseInt(setting("dpi")),
                Integer.parseInt(setting("rotation")),
                lines,
                tags.blocks(),
                engine,
                setting("models"));
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "processingStepSettings" -> readSettings(xml.getElementText());
            case "softwareName" -> engine = xml.getElementText();
            case "Page" -> {
                width = Integer.parseInt(attribute("WIDTH"));
                height = Integer.parseInt(attribute("HEIGHT"));
            }
            case "LayoutTag", "StructureTag" ->
                tags.add(attribute("ID"), attribute("LABEL"), xml.getAttributeValue(null, "DESCRIPTION"));
            case "OtherTag" -> decisions.add(xml);
            case "was" -> decisions.was(attribute("TEXT"));
            case "place" -> tags.place(box());
            case "TextBlock" -> row = Integer.parseInt(attribute("ID").substring("row-".length()));
            case "TextLine" -> {
                tags.line(lines.size(), xml.getAttributeValue(null, "TAGREFS"));
                decision = decisions.of(xml.getAttributeValue(null, "TAGREFS"));
                text.setLength(0);
                glyphs.clear();
                quad = null;
                confidence = 0;
            }
            case "Polygon" -> quad = quad(attribute("POINTS"));
            case "SP" -> text.append(' ');
            case "String" -> {
                text.append(attribute("CONTENT"));
                confidence = Double.parseDouble(attribute("WC"));
            }
            case "Glyph" -> glyphs.add(new Glyph(attribute("CONTENT"), box(), Double.parseDouble(attribute("GC"))));
            case "Variant" -> {
                Glyph last = glyphs.removeLast();
                List<Variant> variants = new ArrayList<>(last.variants());
                variants.add(new Variant(attribute("CONTENT"), Double.parseDouble(attribute("VC"))));
                glyphs.add(new Glyph(last.text(), last.box(), last.confidence(), variants));
            }
            default -> {}
        }
    }

    private void endLine() {
        if (quad == null) {
            throw new IllegalArgumentException("a TextLine without Polygon");
        }
        lines.add(new TextLine(quad, text.toString(), confidence, glyphs, row, decision));
    }

    private void readSettings(String all) {
        for (String one : all.split(";", -1)) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                settings.put(one.substring(0, equals), one.substring(equals + 1));
            }
        }
    }

    private String setting(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no setting \"" + name + '"');
        }
        return value;
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        if (value == null) {
            throw new IllegalArgumentException("no attribute \"" + name + "\" in " + xml.getLocalName());
        }
        return value;
    }

    private Box box() {
        double left = Double.parseDouble(attribute("HPOS"));
        double top = Double.parseDouble(attribute("VPOS"));
        return new Box(
                left,
                top,
                left + Double.parseDouble(attribute("WIDTH")),
                top + Double.parseDouble(attribute("HEIGHT")));
    }

    private static Quad quad(String points) {
        String[] numbers = BETWEEN.split(points.trim(), -1);
        if (numbers.length != 8) {
            throw new IllegalArgumentException("not four corners: \"" + points + '"');
        }
        double[] n = new double[8];
        for (int i = 0; i < 8; i++) {
            n[i] = Double.parseDouble(numbers[i]);
        }
        return new Quad(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
    }
}
